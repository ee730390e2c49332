"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { store, page, told } = require("./learner.js");

const plain = (value) => JSON.parse(JSON.stringify(value));
const key = "clevio:progress:knots";
const knots = {
  title: "Knots",
  lessons: [
    { id: "a", title: "A" },
    { id: "b", title: "B", after: ["a"] },
    { id: "x", title: "X", optional: true, after: ["b"] },
    { id: "c", title: "C", after: ["b"], days: 7 },
    { id: "d", title: "D", after: ["c"] },
  ],
  prerequisites: [],
};
const maps = { knots };
const securityError = Object.assign(new Error("no"), { name: "SecurityError" });
const quotaError = Object.assign(new Error("full"), { name: "QuotaExceededError" });

test("keeps nothing before the learner does something", () => {
  const { progress, course, store } = page(undefined, { maps });
  progress.read("knots");
  progress.courses();
  course.visit("knots", "a");
  assert.equal(store.kept.size, 0);
});

test("reads what was written, and keeps what others keep beside it", () => {
  const { progress, store } = page();
  store.kept.set(key, '{"licences":["e-1"],"done":{"a":5}}');
  progress.change("knots", (state) => (state.last = "a"));
  const kept = JSON.parse(store.kept.get(key));
  assert.deepEqual(kept.licences, ["e-1"]);
  assert.equal(kept.version, 1);
  assert.deepEqual(kept.done, { a: 5 });
  assert.equal(kept.last, "a");
});

for (const odd of ["", "nonsense", "[]", "null", "7", '{"done":[],"quizzes":3,"told":"x","started":"y","last":{}}']) {
  test("takes a damaged record for none: " + odd, () => {
    const { progress, store } = page();
    store.kept.set(key, odd);
    const state = plain(progress.read("knots"));
    assert.deepEqual([state.done, state.quizzes, state.told, state.started, state.last], [{}, {}, [], 0, null]);
  });
}

for (const lesson of ["constructor", "__proto__"]) {
  test("a lesson may be called " + lesson, async () => {
    const tab = page(undefined, { maps: { knots: { title: "Knots", lessons: [{ id: lesson, title: "Odd" }, { id: "b", title: "B" }] } } });
    const count = () => tab.course.count({ lessons: [{ id: lesson }] }, tab.progress.read("knots")).done;
    assert.equal(count(), 0);
    await tab.course.finish("knots", lesson);
    assert.equal(count(), 1);
    assert.ok(told(tab).includes("clevio:lesson-completed"));
  });
}

test("two tabs add to each other's changes and hear of them", async () => {
  const shared = store();
  const [one, two] = [page(shared, { maps }), page(shared, { maps })];
  await one.course.finish("knots", "a");
  await two.course.finish("knots", "b");
  assert.deepEqual(Object.keys(one.progress.read("knots").done), ["a", "b"]);
  two.tell("storage", { key });
  assert.deepEqual(plain(two.events.at(-1)), ["clevio:progress", { course: "knots" }]);
  const before = two.events.length;
  two.tell("storage", { key: "clevio:scheme" });
  assert.equal(two.events.length, before);
  two.tell("storage", { key: null });
  two.tell("pageshow", { persisted: true });
  two.tell("pageshow", { persisted: false });
  assert.equal(two.events.length, before + 2);
});

test("a store that is full or blocked breaks nothing, and the page says so", async () => {
  for (const [fault, trouble] of [[quotaError, "full"], [securityError, "blocked"]]) {
    const own = store();
    own.fault = fault;
    const { progress, course } = page(own, { maps });
    await course.finish("knots", "a");
    assert.equal(progress.trouble, trouble);
    assert.ok(progress.read("knots").done.a > 0);
    assert.deepEqual([...progress.courses()], ["knots"]);
    assert.equal(course.lock(knots, progress.read("knots"), knots.lessons[4]), null);
    progress.erase("knots");
    assert.equal(progress.read("knots").started, 0);
  }
});

test("what found no room and was erased in another tab does not come back", () => {
  const own = store();
  const { progress, tell } = page(own);
  progress.change("knots", (state) => (state.last = "a"));
  own.fault = quotaError;
  progress.change("knots", (state) => (state.last = "b"));
  assert.equal(progress.read("knots").last, "b");
  own.kept.clear();
  tell("storage", { key, newValue: null });
  assert.equal(progress.read("knots").last, null);
});

test("says that Firefox keeps a store for each file, and locks nothing there", () => {
  const { progress, course } = page(undefined, { place: "file:firefox", maps });
  assert.equal(progress.trouble, "file");
  assert.equal(course.lock(knots, progress.read("knots"), knots.lessons[1]), null);
  assert.equal(page(undefined, { place: "file://" }).progress.trouble, null);
});

test("tells each event once, also after a mark was taken back", async () => {
  const tab = page(undefined, { maps });
  for (const lesson of ["a", "b", "c"]) await tab.course.finish("knots", lesson);
  tab.course.takeBack("knots", "c");
  for (const lesson of ["c", "x", "d", "d"]) await tab.course.finish("knots", lesson);
  const lesson = "clevio:lesson-completed";
  assert.deepEqual(told(tab), [
    "clevio:course-started", lesson, lesson, "clevio:course-midpoint", lesson, lesson, lesson, "clevio:course-completed",
  ]);
  assert.ok(tab.progress.read("knots").completed > 0);
  assert.ok(tab.course.isKnown("knots"));
});

test("counts what is required, and forgets nothing when the course changes", async () => {
  const tab = page(undefined, { maps });
  for (const lesson of ["a", "x", "b"]) await tab.course.finish("knots", lesson);
  const state = tab.progress.read("knots");
  assert.deepEqual(plain(tab.course.count(knots, state)), { done: 2, total: 4 });
  const changed = { ...knots, lessons: [...knots.lessons.slice(1), { id: "new", title: "New" }] };
  assert.deepEqual(plain(tab.course.count(changed, state)), { done: 1, total: 4 });
  assert.ok(state.done.a > 0);
});

test("opens a lesson when what comes before it is done and its day has come", () => {
  const { course } = page(undefined, { maps });
  const now = Date.now();
  const lock = (done, lesson, more = {}) => course.lock(knots, { done, started: now, ...more }, knots.lessons[lesson]);
  assert.equal(lock({}, 0), null);
  assert.equal(lock({}, 1), "A");
  assert.equal(lock({ a: 1 }, 1), null);
  assert.equal(lock({ b: 1 }, 1), null);
  assert.equal(lock({ a: 1, b: 0 }, 3), "B");
  assert.equal(lock({ b: 1 }, 3), "");
  assert.equal(lock({ b: 1 }, 3, { started: 0 }), "");
  assert.equal(lock({ b: 1 }, 3, { started: now - 8 * 86_400_000 }), null);
});

test("waits for the courses that come first, unless the learner knows them", async () => {
  const first = { title: "First", lessons: [{ id: "one", title: "One" }], prerequisites: [] };
  const second = { title: "Second", lessons: [{ id: "two", title: "Two" }], prerequisites: [{ id: "first", title: "First" }] };
  const { course, progress } = page(undefined, { maps: { first, second } });
  const lock = () => course.lock(second, progress.read("second"), second.lessons[0]);
  assert.equal(lock(), "First");
  progress.change("second", (state) => (state.known = true));
  assert.equal(lock(), null);
  progress.erase("second");
  await course.finish("first", "one");
  assert.equal(lock(), null);
});

test("goes on where the learner was, else with the first lesson that is not done", () => {
  const { course } = page(undefined, { maps });
  const next = (last, done) => (course.next(knots, { last, done }) || {}).id;
  assert.equal(next(null, {}), "a");
  assert.equal(next("b", { a: 1 }), "b");
  assert.equal(next("a", { a: 1 }), "b");
  assert.equal(next("gone", { a: 1, b: 1 }), "c");
  assert.equal(next("a", { a: 1, b: 1, c: 1, d: 1 }), "a");
});

test("remembers the last lesson only of a course that was begun", () => {
  const { course, progress } = page(undefined, { maps });
  course.begin("knots");
  course.visit("knots", "b");
  assert.equal(progress.read("knots").last, "b");
  const { seen } = progress.read("knots");
  course.visit("knots", "b");
  assert.equal(progress.read("knots").seen, seen);
});

test("counts attempts, keeps the best result and tells of each attempt", () => {
  const tab = page(undefined, { maps });
  tab.course.answer("knots", "a", "quiz", { score: 80, passed: true });
  tab.course.answer("knots", "a", "quiz", { score: 40, passed: false });
  const kept = tab.progress.read("knots").quizzes["a#quiz"];
  assert.deepEqual([kept.attempts, kept.score, kept.best, kept.passed > 0], [2, 40, 80, true]);
  const attempts = tab.events.filter(([type]) => type === "clevio:quiz-answered").map(([, detail]) => detail.attempt);
  assert.deepEqual(attempts, [1, 2]);
});

test("a list of lessons that did not load is asked for again", async () => {
  const own = {};
  const { course } = page(undefined, { maps: own });
  await assert.rejects(course.map("knots"));
  own.knots = knots;
  assert.equal((await course.map("knots")).title, "Knots");
  assert.equal(course.url("knots", "basics/a"), "courses/knots/basics/a.html");
});
