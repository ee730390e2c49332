// The licence in the address of a reader's page, before anything else can see it.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, settle } = require("./page.js");

const reader = "courses/paid/reader.html";
/** A page with no script but the first, so that the test takes the reader's place. */
const first = (place, before, at) => open(place, { before, at, missing: (name) => !name.endsWith("reader-first.js") });

test("takes the licence out of the address and hands it over once", async () => {
  const records = [{ name: "https://school.example/" + reader + "#unlock=abc", toJSON: () => ({ type: "navigate" }) }];
  const entry = { url: "with the licence" };
  const tab = await first(reader + "#unlock=abc", (window) => {
    window.performance.getEntriesByType = () => records;
    window.navigation = { activation: { entry } };
  });
  assert.equal(tab.window.location.href, "https://school.example/" + reader);
  assert.equal(records[0].name, tab.window.location.href);
  assert.deepEqual({ ...records[0].toJSON() }, { type: "navigate", name: tab.window.location.href });
  assert.equal(entry.url, tab.window.location.href);
  const arrived = [];
  tab.window.clevioFragment((text) => arrived.push(text));
  assert.deepEqual(arrived, ["abc"]);
  assert.equal(tab.window.clevioFragment, undefined, "nobody can ask again");

  const others = [];
  tab.window.addEventListener("hashchange", () => others.push(tab.window.location.hash));
  tab.window.location.hash = "#unlock=def";
  await new Promise((resolve) => setTimeout(resolve, 20));
  await settle();
  assert.deepEqual([arrived, others], [["abc", "def"], []], "a link that is opened later is for the reader alone");
});

test("leaves other addresses as they are", async () => {
  const tab = await first(reader + "#/owls/ears");
  assert.equal(tab.window.location.hash, "#/owls/ears");
  const arrived = [];
  tab.window.clevioFragment((text) => arrived.push(text));
  assert.deepEqual(arrived, []);
});

for (const [what, fragment] of [
  ["words of others behind it", "#unlock=a.b-c_d&utm_source=mail"],
  ["the end of a line behind it", "#unlock=a.b-c_d%0A"],
  ["an escaped sign", "#unlock%3Da.b-c_d"],
  ["a capital letter", "#Unlock=a.b-c_d"],
]) {
  test(`takes a licence with ${what} out of the address, too`, async () => {
    const tab = await first(reader + fragment);
    assert.equal(tab.window.location.href, "https://school.example/" + reader);
    const arrived = [];
    tab.window.clevioFragment((text) => arrived.push(text));
    assert.deepEqual(arrived, ["a.b-c_d"]);
  });
}

test("takes the licence out of an address whose path begins with two slashes", async () => {
  const tab = await first(reader + "#unlock=abc", undefined, "https://school.example//");
  assert.equal(tab.window.location.href, "https://school.example//" + reader);
  assert.equal(typeof tab.window.clevioFragment, "function");
});

test("takes the licence away where the browser does not let the address be rewritten", async () => {
  const refuse = () => {
    throw new Error("SecurityError");
  };
  const tab = await first(reader + "#unlock=abc", (window) => (window.history.replaceState = refuse));
  assert.equal(tab.window.location.hash, "");
});
