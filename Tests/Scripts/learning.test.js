// What a learner sees of progress: marks, gates, meters, the way back.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, settle, until } = require("./page.js");

const key = (course) => "clevio:progress:" + course;
const record = (done, more = {}) => JSON.stringify({ version: 1, started: 1, seen: 1, done, quizzes: {}, told: [], ...more });
const birds = ["start/songs", "start/quiz", "start/more"];
const all = (lessons) => Object.fromEntries(lessons.map((lesson) => [lesson, 1]));

/** What is kept now. */
const kept = (tab, course) => JSON.parse(tab.stored()[key(course)]);
const button = ".lesson-done button";

test("a lesson is marked as done and taken back, in the page and in the contents", async () => {
  const tab = await open("courses/birds/start/songs.html");
  assert.equal(tab.text(button), "Mark as done");
  await tab.click(button);
  await until(() => tab.text(button) === "Done", "the mark");
  assert.ok(kept(tab, "birds").done["start/songs"] > 0);
  await until(() => tab.all(".outline-tree [data-mark=done]").length === 1, "the mark in the contents");
  assert.match(tab.text("[data-done]"), /1 of 3 lessons done/);
  await tab.click(button);
  await until(() => tab.text(button) === "Mark as done" && !tab.all(".outline-tree [data-mark]").length, "no mark");
});

test("the last lesson completes the course", async () => {
  const told = [];
  const tab = await open("courses/birds/start/more.html", {
    stored: { [key("birds")]: record(all(birds.slice(0, 2))) },
    before: (window) => window.document.addEventListener("clevio:course-completed", ({ detail }) => told.push(detail.course)),
  });
  await tab.click(button);
  await until(() => /Course completed/.test(tab.text("[data-done]")), "the words");
  assert.deepEqual(told, ["birds"]);
});

test("a lesson that is read to its end is done, once the course was begun", async () => {
  const ends = [];
  const before = (window) => {
    window.IntersectionObserver = class {
      constructor(seen) { ends.push(seen); }
      observe() {}
    };
  };
  const place = "courses/birds/start/songs.html";
  const completes = (window) => {
    before(window);
    window.document.querySelector("main").dataset.completion = "view";
  };
  const tab = await open(place, { before: completes, stored: { [key("birds")]: record({}) } });
  ends.at(-1)([{ isIntersecting: false }]);
  assert.equal(tab.text(button), "Mark as done");
  ends.at(-1)([{ isIntersecting: true }]);
  await until(() => tab.text(button) === "Done", "the mark");
  const stranger = await open(place, { before: completes });
  ends.at(-1)([{ isIntersecting: true }]);
  assert.deepEqual(stranger.stored(), {}, "who has not begun is not followed");
});

test("a lesson waits for what comes first, and says for what", async () => {
  const place = "courses/knots/start/bowline.html";
  const closed = await open(place);
  assert.equal(closed.one("main").dataset.order, "closed");
  assert.equal(closed.one("[data-order-gate]").hidden, false);
  await until(() => closed.all(".outline-tree [data-mark=locked]").length, "locks in the contents");
  await closed.click("[data-known]");
  assert.equal(kept(closed, "knots").known, true);
  assert.ok(closed.one("[data-after-course]").classList.contains("is-done"));
  assert.equal(closed.document.activeElement, closed.document.body, "nobody was there");
  assert.equal(closed.one("main").dataset.order, "closed", "the lesson before it is not done");
  const open1 = await open(place, { stored: { [key("birds")]: record(all(birds), { completed: 1 }), [key("knots")]: record({ "start/reef": 1 }) } });
  assert.equal(open1.one("main").dataset.order, undefined);
  assert.equal(open1.one("[data-order-gate]").hidden, true);
  assert.equal(kept(open1, "knots").last, "start/bowline");
});

test("who opens a lesson by a button goes on at its title", async () => {
  const tab = await open("courses/knots/start/reef.html");
  await tab.press("Tab");
  await until(() => tab.loaded.includes("assets/deeds.js"), "the script");
  tab.one("[data-known]").focus();
  await tab.click("[data-known]");
  assert.equal(tab.one("[data-order-gate]").hidden, true);
  assert.equal(tab.document.activeElement, tab.one("h1"));
});

test("a lesson opens some days after the course was begun", async () => {
  const place = "courses/knots/start/hitch.html";
  const done = { [key("birds")]: record(all(birds), { completed: 1 }) };
  const started = (days) => record({ "start/reef": 1, "start/bowline": 1 }, { started: Date.now() - days * 86_400_000 });
  const tab = await open(place, { stored: done });
  await tab.click("[data-begin]");
  assert.ok(kept(tab, "knots").started > 0);
  assert.equal(tab.one("[data-begin]").hidden, true);
  assert.match(tab.text("[data-days]"), /opens on \d{1,2} \w+ \d{4}/, "as other dates of the page are written");
  assert.equal(tab.one("main").dataset.order, "closed");
  const early = await open(place, { stored: { ...done, [key("knots")]: started(6) } });
  assert.equal(early.one("main").dataset.order, "closed");
  const late = await open(place, { stored: { ...done, [key("knots")]: started(8) } });
  assert.equal(late.one("main").dataset.order, undefined);
});

test("the course's page counts, goes on where the learner was, and begins anew", async () => {
  const tab = await open("courses/birds/index.html");
  const start = ".course-intro [data-action=start]";
  const first = tab.text(start);
  tab.one(start).addEventListener("click", (event) => event.preventDefault());
  await tab.click(start);
  assert.ok(kept(tab, "birds").started > 0);
  const stored = { [key("birds")]: record({ "start/songs": 1 }, { last: "start/songs" }) };
  const later = await open("courses/birds/index.html", { stored });
  await until(() => later.all(".course-progress progress").length, "the meter");
  assert.deepEqual([later.one("progress").value, later.one("progress").max], [1, 3]);
  assert.match(later.text(start), /Continue: What you know/);
  assert.ok(later.one(start).href.endsWith("start/quiz.html"));
  await later.click(".course-progress .link-button");
  const [, keep] = later.all(".course-progress .offer button");
  assert.equal(later.document.activeElement, keep);
  await later.click(keep);
  await until(() => later.all(".course-progress progress").length, "the meter again");
  assert.deepEqual(later.stored(), stored);
  await later.click(".course-progress .link-button");
  await later.click(later.all(".course-progress .offer button")[0]);
  assert.equal(later.stored()[key("birds")], undefined);
  assert.equal(later.text(start), first);
});

test("a course that is complete leads to its certificate, or is read again", async () => {
  const stored = { [key("birds")]: record(all(birds), { completed: 1 }) };
  const start = ".course-intro [data-action=start]";
  const tab = await open("courses/birds/index.html", { stored });
  await until(() => tab.text(start) === "Read again", "the words");
  assert.ok(tab.one(start).href.endsWith("start/songs.html"));
  const before = (window) => Object.assign(window.document.querySelector("[data-progress]").dataset, { certificateUrl: "certificate.html", certificate: "Certificate" });
  const certified = await open("courses/birds/index.html", { stored, before });
  await until(() => certified.text(start) === "Certificate", "the words");
  assert.ok(certified.one(start).href.endsWith("courses/birds/certificate.html"));
});

test("what a course needs is ticked when it is known", async () => {
  const tab = await open("courses/knots/index.html", { stored: { [key("birds")]: record(all(birds), { completed: 1 }) } });
  await until(() => tab.all("[data-needs].is-done").length, "the tick");
});

test("the catalogue shows how far each course is, and the way back", async () => {
  const stored = { [key("birds")]: record({ "start/songs": 1 }, { seen: 2, last: "start/songs" }), [key("gone")]: record({}, { seen: 9 }) };
  const tab = await open("index.html", { stored });
  await until(() => tab.all(".card-progress progress").length === 1, "a meter");
  await until(() => tab.all(".continue a").length, "the way back");
  assert.match(tab.text(".continue"), /What you know of birds.*Birds/);
  const done = await open("index.html", { stored: { [key("birds")]: record(all(birds), { completed: 1 }) } });
  await until(() => done.all(".card-progress progress").length === 1, "a meter");
  assert.equal(done.all(".continue a").length, 0);
  const without = await open("index.html", { stored, missing: (name) => name.endsWith("clevio-course.js") });
  await until(() => without.all(".card-progress").some((each) => each.textContent), "the word");
  assert.equal(without.all("progress").length, 0);
});

for (const isMissing of [false, true]) {
  test("notes can be written " + (isMissing ? "by nobody without their script" : "once their script is there"), async () => {
    const tab = await open("courses/birds/start/songs.html", { missing: (name) => isMissing && name === "assets/notes.js" });
    const field = tab.one(".lesson-notes textarea");
    assert.equal(field.readOnly, true);
    tab.one(".lesson-notes details").open = true;
    await until(() => tab.loaded.includes("assets/notes.js"), "the script");
    await settle();
    assert.equal(field.readOnly, isMissing);
  });
}

test("without the script of quizzes their answers can be read", async () => {
  const tab = await open("courses/birds/start/quiz.html", { missing: (name) => name === "assets/quiz.js" });
  await until(() => tab.all("form.quiz[data-ready]").length, "the quiz as it is without scripts");
});
