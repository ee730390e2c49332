"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { store, page } = require("./learner.js");
const { Element, named } = require("./elements.js");

const key = "clevio:notes:knots";
const blocked = Object.assign(new Error("no"), { name: "SecurityError" });

/** The page of a lesson with its bookmark and its notes. */
function lesson(own = store(), name = "reef", place) {
  const bookmark = new Element("button");
  const field = new Element("textarea");
  const status = named("[role=status]", { kept: "Kept." });
  const fold = new Element("details", {}, field, status);
  const box = named("[data-notes]", { notes: "knots", lesson: name }, bookmark, fold);
  const said = [];
  const tab = page(own, { main: box, place });
  tab.clevio.sayTrouble = () => tab.progress.trouble && said.push(tab.progress.trouble);
  tab.run("learning/40-notes.js");
  const open = async () => {
    fold.open = true;
    await fold.tell("toggle");
  };
  const write = (text) => {
    field.value = text;
    field.oninput();
  };
  return { ...tab, box, bookmark, fold, field, status, said, open, write };
}
const kept = ({ store }) => (store.kept.has(key) ? JSON.parse(store.kept.get(key)).lessons : null);
const pause = () => new Promise((resolve) => setTimeout(resolve, 450));

test("marks a lesson, and takes the mark back with all that it kept", async () => {
  const one = lesson();
  assert.equal(one.bookmark.ariaPressed, false);
  await one.bookmark.tell("click");
  assert.equal(one.bookmark.ariaPressed, true);
  assert.ok(kept(one).reef.bookmark > 0);
  await one.bookmark.tell("click");
  assert.equal(one.bookmark.ariaPressed, false);
  assert.equal(kept(one), null);
});

test("keeps notes while they are written, and shows them again", async () => {
  const one = lesson();
  await one.open();
  one.write("Right over");
  one.write("Right over left");
  assert.equal(kept(one), null);
  await pause();
  assert.equal(kept(one).reef.text, "Right over left");
  assert.equal(one.status.textContent, "Kept.");
  assert.ok("data-filled" in one.fold.attributes);
  const again = lesson(one.store);
  assert.ok("data-filled" in again.fold.attributes);
  await again.open();
  assert.equal(again.field.value, "Right over left");
  again.write(" \n ");
  again.field.onchange();
  assert.equal(kept(again), null);
});

test("keeps what was written last when the page is left", async () => {
  for (const leave of [
    (one) => one.tell("pagehide"),
    (one) => Object.assign(one.document, { hidden: true }).dispatchEvent(new Event("visibilitychange")),
  ]) {
    const one = lesson();
    await one.open();
    one.write("x");
    leave(one);
    assert.equal(kept(one).reef.text, "x");
    leave(one);
  }
});

test("two tabs and two lessons do not undo each other's notes", async () => {
  const one = lesson();
  const two = lesson(one.store, "bowline");
  await one.open();
  await two.open();
  one.write("one");
  two.write("two");
  await pause();
  await two.bookmark.tell("click");
  assert.deepEqual([kept(one).reef.text, kept(one).bowline.text, kept(one).bowline.bookmark > 0], ["one", "two", true]);
});

/** Lets a tab know of what another one kept, as browsers do. */
const hear = (tab) => tab.tell("storage", { key, newValue: tab.store.kept.get(key) });

test("what another tab writes about the same lesson is shown, where nobody is writing", async () => {
  const one = lesson();
  const two = lesson(one.store);
  await one.open();
  await two.open();
  one.write("A long note.");
  await pause();
  hear(two);
  assert.equal(two.field.value, "A long note.");
  two.write("A long note. And more.");
  await pause();
  assert.equal(kept(two).reef.text, "A long note. And more.");
});

test("what two tabs write at once is kept of both", async () => {
  const one = lesson();
  one.store.kept.set(key, '{"lessons":{"reef":{"text":"Known.","changed":1}}}');
  const two = lesson(one.store);
  await one.open();
  await two.open();
  two.write("Known. x");
  one.write("Known. A long note.");
  one.field.onchange();
  hear(two);
  assert.equal(two.field.value, "Known. x", "not while somebody writes here");
  await pause();
  assert.equal(kept(two).reef.text, "Known. x\n\nA long note.");
  assert.equal(two.field.value, "Known. x\n\nA long note.");
  hear(one);
  assert.equal(one.field.value, two.field.value);
  // A tab that heard of nothing, as one that slept.
  const three = lesson(one.store);
  await three.open();
  one.write("Other words.");
  one.field.onchange();
  three.write("Mine.");
  await pause();
  assert.equal(kept(three).reef.text, "Mine.\n\nOther words.");
});

test("in a reader, what was written stays with its lesson", async () => {
  const one = lesson();
  await one.open();
  one.write("about reef");
  one.document.dispatchEvent(new CustomEvent("clevio:lesson-shown", { detail: { lesson: "bowline" } }));
  assert.equal(one.fold.open, false);
  await one.open();
  assert.equal(one.field.value, "");
  await pause();
  assert.deepEqual(Object.keys(kept(one)), ["reef"]);
});

for (const name of ["constructor", "__proto__"]) {
  test("a lesson called " + name + " is marked as any other", async () => {
    const one = lesson(store(), name);
    assert.equal(one.bookmark.ariaPressed, false);
    await one.bookmark.tell("click");
    assert.equal(one.bookmark.ariaPressed, true);
    assert.deepEqual(Object.keys(kept(one)), [name]);
  });
}

test("in a reader, a bookmark stays with its lesson while the script is loaded", async () => {
  const one = lesson();
  const pressed = one.bookmark.tell("click");
  one.document.dispatchEvent(new CustomEvent("clevio:lesson-shown", { detail: { lesson: "bowline" } }));
  await pressed;
  assert.deepEqual(Object.keys(kept(one)), ["reef"]);
});

test("a store that is blocked or damaged breaks nothing, and it is said", async () => {
  const own = store();
  own.fault = blocked;
  const one = lesson(own);
  await one.bookmark.tell("click");
  assert.equal(one.bookmark.ariaPressed, true);
  assert.deepEqual(one.said, ["blocked"]);
  for (const odd of ["[]", "x", '{"lessons":7}', '{"lessons":{"reef":null}}']) {
    const damaged = store();
    damaged.kept.set(key, odd);
    const two = lesson(damaged);
    await two.bookmark.tell("click");
    assert.ok(kept(two).reef.bookmark > 0, odd);
  }
});

test("a course's page lists notes and bookmarks in the order of its lessons", () => {
  const own = store();
  own.kept.set(key, '{"lessons":{"b":{"text":"two"},"a":{"bookmark":5},"gone":{"text":"x"}}}');
  const link = (name, words) => {
    const made = Object.assign(new Element("a", {}, words), { selector: ".rows .row > a" });
    made.setAttribute("href", name + ".html");
    return made;
  };
  const list = new Element("ul");
  const place = named("[data-notes-list]", { notesList: "knots", bookmark: "Bookmark" }, list);
  const tab = page(own, { main: new Element("main", {}, link("a", "A"), link("b", "B"), link("c", "C"), place) });
  tab.clevio.lessonOf = (each) => new URL(each.href).pathname.slice(1, -5);
  tab.run("learning/40-notes.js");
  tab.run("courses/30-notes.js");
  assert.equal(place.hidden, false);
  assert.deepEqual(list.children.map((item) => item.textContent), ["A", "Btwo"]);
  own.kept.clear();
  tab.document.dispatchEvent(new CustomEvent("clevio:progress", { detail: { course: null } }));
  assert.equal(place.hidden, true);
});
