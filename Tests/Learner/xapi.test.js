// The script that tells a learning record store: what it sends, and what it does while nobody answers.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { store } = require("./learner.js");

const catalogue = fs.readFileSync(path.join(__dirname, "../../Sources/ConsentBanner/Services/xapi.yml"), "utf8");
const script = /^script: \|\n((?: {2}.*\n|\n)+)/m.exec(catalogue)[1];
const key = "clevio:xapi";
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A page with the script; `answers` are the store's, one after the other, the last for ever. */
function page(own, answers, { place = "https://school.example/academy/courses/knots/reef.html", authorization = "Basic eDp5" } = {}) {
  const sent = [];
  const listeners = {};
  const global = {
    localStorage: own.proxy, location: new URL(place), navigator: { onLine: true }, URL, JSON, Date, Uint8Array, Array, Object, Promise,
    crypto: globalThis.crypto ?? require("node:crypto").webcrypto,
    document: { documentElement: { dataset: { root: "../../" }, lang: "en" }, querySelector: () => ({ textContent: "Reef knot" }) },
    addEventListener: (name, heard) => (listeners[name] = heard),
    async fetch(address, request) {
      const status = answers.length > 1 ? answers.shift() : answers[0];
      if (status === "down") throw new TypeError("no connection");
      sent.push({ address, ...request, status, statement: JSON.parse(request.body) });
      return { status };
    },
  };
  global.window = global;
  vm.createContext(global);
  const filled = script.replaceAll("{endpoint}", '"https://lrs.example/xapi/"').replaceAll("{authorization}", JSON.stringify(authorization));
  vm.runInContext(filled, global, { filename: "xapi.js" });
  const tell = async (name, detail = {}) => {
    global.clevioXAPI(name, { course: "knots", time: Date.UTC(2026, 10, 27), ...detail });
    await settle();
  };
  return { sent, tell, global, back: async () => (listeners.online(), settle()) };
}
const waiting = (own) => JSON.parse(own.kept.get(key)).queue;

test("says what happened in the words of xAPI, of somebody without a name", async () => {
  const own = store();
  const { sent, tell } = page(own, [200]);
  await tell("course-started");
  await tell("course-midpoint", { done: 3, total: 6 });
  await tell("lesson-completed", { lesson: "reef" });
  await tell("quiz-answered", { lesson: "reef", quiz: "small", score: 80, passed: true });
  await tell("quiz-answered", { lesson: "reef", quiz: "small", score: 20, passed: false });
  await tell("course-completed");
  await tell("course-purchased");
  const verbs = sent.map(({ statement }) => statement.verb.id.split("/").at(-1));
  assert.deepEqual(verbs, ["initialized", "progressed", "completed", "passed", "failed", "completed", "registered"]);
  const [started, midpoint, lesson, passed, failed, completed] = sent.map((each) => each.statement);
  const home = "https://school.example/academy/";
  assert.equal(started.object.id, home + "courses/knots/");
  assert.equal(started.object.definition.type, "http://adlnet.gov/expapi/activities/course");
  assert.deepEqual(Object.values(midpoint.result.extensions), [50]);
  assert.equal(lesson.object.id, home + "courses/knots/reef.html");
  assert.deepEqual(lesson.object.definition.name, { en: "Reef knot" });
  assert.equal(lesson.context.contextActivities.parent[0].id, started.object.id);
  assert.equal(passed.object.id, home + "courses/knots/reef.html#small");
  assert.deepEqual([passed.result, failed.result], [{ score: { scaled: 0.8 }, success: true }, { score: { scaled: 0.2 }, success: false }]);
  assert.deepEqual(completed.result, { completion: true });
  assert.equal(started.timestamp, "2026-11-27T00:00:00.000Z");
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const accounts = new Set(sent.map(({ statement }) => JSON.stringify(statement.actor)));
  assert.equal(accounts.size, 1);
  assert.deepEqual(Object.keys(started.actor), ["objectType", "account"]);
  assert.equal(started.actor.account.homePage, home);
  assert.match(started.actor.account.name, uuid);
  assert.equal(new Set(sent.map(({ statement }) => statement.id)).size, 7);
  assert.match(started.id, uuid);
  const [{ address, method, headers, credentials, keepalive }] = sent;
  assert.deepEqual([address, method, credentials, keepalive], ["https://lrs.example/xapi/statements", "POST", "omit", true]);
  assert.deepEqual({ ...headers }, { "Content-Type": "application/json", "X-Experience-API-Version": "1.0.3", Authorization: "Basic eDp5" });
  assert.deepEqual(waiting(own), []);
});

test("sends no authorization where none is wanted", async () => {
  const { sent, tell } = page(store(), [204], { authorization: "none" });
  await tell("course-started");
  assert.equal("Authorization" in sent[0].headers, false);
});

test("keeps what could not be sent, in order, for the next page or the connection's return", async () => {
  const own = store();
  for (const trouble of ["down", 503, 429, 401]) {
    own.kept.clear();
    const one = page(own, [trouble]);
    await one.tell("course-started");
    await one.tell("lesson-completed", { lesson: "reef" });
    assert.equal(waiting(own).length, 2, trouble);
    const ids = waiting(own).map((statement) => statement.id);
    const two = page(own, [200]);
    await settle();
    assert.deepEqual(two.sent.map(({ statement }) => statement.id), ids, trouble);
    assert.deepEqual(waiting(own), []);
  }
  const offline = page(own, [200]);
  offline.global.navigator.onLine = false;
  await offline.tell("course-started");
  assert.equal(offline.sent.length, 0);
  offline.global.navigator.onLine = true;
  await offline.back();
  assert.equal(offline.sent.length, 1);
});

test("drops what the store has already, or refuses for good", async () => {
  for (const status of [409, 400, 413]) {
    const own = store();
    const { sent, tell } = page(own, [status, 200]);
    await tell("course-started");
    await tell("course-completed");
    assert.equal(sent.length, 2);
    assert.deepEqual(waiting(own), []);
  }
});

test("keeps a hundred statements at most, the newest", async () => {
  const own = store();
  const { tell } = page(own, ["down"]);
  for (let n = 0; n < 105; n += 1) await tell("quiz-answered", { lesson: "reef", quiz: "q" + n, score: 1, passed: false });
  assert.equal(waiting(own).length, 100);
  assert.match(waiting(own).at(-1).object.id, /#q104$/);
});

test("a store on the device that is blocked, full or damaged keeps nothing from being sent once", async () => {
  for (const fault of [Object.assign(new Error("no"), { name: "SecurityError" }), new Error("full")]) {
    const own = store();
    own.fault = fault;
    const { sent, tell } = page(own, [200]);
    await tell("course-started");
    await tell("course-completed");
    assert.equal(sent.length, 2);
  }
  const own = store();
  own.kept.set(key, '{"queue":7}');
  const { sent, tell } = page(own, [200]);
  await tell("course-started");
  assert.equal(sent.length, 1);
});

test("from a disk nothing is sent and nothing kept", async () => {
  const own = store();
  const { sent, tell } = page(own, [200], { place: "file:///home/ada/academy/courses/knots/reef.html" });
  await tell("course-started");
  assert.deepEqual([sent.length, own.kept.size], [0, 0]);
});
