"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { store, page } = require("./learner.js");
const { Element, named } = require("./elements.js");

const key = "clevio:certificate:knots";
const knots = {
  title: "Knots",
  lessons: [{ id: "a", title: "A" }, { id: "x", title: "X", optional: true }, { id: "b", title: "B" }],
  prerequisites: [],
};
const noon = Date.UTC(2026, 10, 27, 12);
const words = {
  status: { failed: "Reload." }, progress: { text: "{done} of {total}" }, score: { text: "{percent}%" }, date: { text: "on {date}" },
};

/** The page of a certificate of somebody whose progress is known. */
async function certificate(progress, { own = store(), maps = { knots }, place } = {}) {
  if (progress) own.kept.set("clevio:progress:knots", JSON.stringify(progress));
  const parts = {};
  const names = ["status", "missing", "progress", "lessons", "form", "field", "made", "sheet", "name", "score", "date", "number", "print", "change"];
  for (const part of names) parts[part] = Object.assign(new Element(part, { part, ...words[part] }), { selector: "[data-part]" });
  for (const part of ["missing", "form", "made"]) parts[part].hidden = true;
  parts.date.lang = "en-GB";
  const main = named("[data-certificate]", { certificate: "knots" }, ...Object.values(parts));
  const tab = page(own, { main, maps, place, words: {} });
  tab.clevio.troubleText = () => "trouble " + tab.progress.trouble;
  tab.global.print = () => (parts.printed = true);
  tab.run("certificate/10-certificate.js");
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  const shown = () => ["missing", "form", "made"].filter((part) => !parts[part].hidden).join();
  const sign = async (name) => {
    parts.field.value = name;
    await parts.form.tell("submit");
  };
  return { ...tab, parts, shown, sign, kept: () => JSON.parse(own.kept.get(key) ?? "null") };
}
const done = { done: { a: noon - 5000, b: noon }, started: 1 };

test("says what is missing, and keeps nothing", async () => {
  const one = await certificate({ done: { a: 1 } });
  assert.equal(one.shown(), "missing");
  assert.equal(one.parts.progress.textContent, "1 of 2");
  assert.deepEqual(one.parts.lessons.children.map((item) => item.textContent), ["B"]);
  assert.equal(one.parts.lessons.children[0].children[0].attributes.href, "courses/knots/b.html");
  assert.equal(one.kept(), null);
  await one.course.finish("knots", "b");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(one.shown(), "form");
});

test("is made with a name, a number of course, day and chance, the day and the quizzes' best results", async () => {
  const quizzes = { "a#q": { best: 80, score: 20 }, "b#q": { best: 91 }, "gone#q": { best: 1 }, "b#odd": {} };
  const one = await certificate({ ...done, quizzes });
  assert.equal(one.shown(), "form");
  await one.sign("  ");
  assert.equal(one.shown(), "form");
  await one.sign(" Ada Rope ");
  assert.equal(one.shown(), "made");
  assert.equal(one.parts.name.textContent, "Ada Rope");
  assert.match(one.parts.number.textContent, /^knots-20261127-[2-9A-HJ-NP-TV-Z]{6}$/);
  assert.equal(one.parts.date.textContent, "on 27 November 2026");
  assert.equal(one.parts.score.textContent, "85%", "never up");
  assert.equal(Element.focused, one.parts.sheet);
  assert.deepEqual(one.kept(), { version: 1, name: "Ada Rope", number: one.parts.number.textContent });
  await one.parts.print.tell("click");
  assert.equal(one.parts.printed, true);
});

test("is there on another day, with the same number under another name", async () => {
  const one = await certificate(done);
  await one.sign("Ada");
  const { number } = one.kept();
  const two = await certificate(null, { own: one.store });
  assert.equal(two.shown(), "made");
  assert.equal(two.parts.score.hidden, true);
  await two.parts.change.tell("click");
  assert.equal(two.shown(), "form");
  assert.equal(two.parts.field.value, "Ada");
  await two.sign("Ada Rope");
  assert.deepEqual(two.kept(), { version: 1, name: "Ada Rope", number });
});

test("what was completed stays so when the course grows", async () => {
  const grown = { ...knots, lessons: [...knots.lessons, { id: "new", title: "New" }] };
  const one = await certificate({ ...done, completed: noon }, { maps: { knots: grown } });
  assert.equal(one.shown(), "form");
});

test("says so where nothing can be kept or the lessons did not load", async () => {
  const own = store();
  own.fault = Object.assign(new Error("no"), { name: "SecurityError" });
  const one = await certificate(null, { own });
  assert.deepEqual([one.shown(), one.parts.status.textContent], ["missing", "trouble blocked"]);
  const two = await certificate(done, { maps: {} });
  assert.deepEqual([two.shown(), two.parts.status.textContent], ["", "Reload."]);
  const three = await certificate(null, { place: "file:firefox" });
  assert.equal(three.parts.status.textContent, "trouble file");
});
