// What happens before a page is painted.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open } = require("./page.js");

const attributes = (tab) => Object.fromEntries([...tab.document.documentElement.attributes].map(({ name, value }) => [name, value]));

test("the chosen colours are there at once, and nothing else is taken for colours", async () => {
  for (const [stored, theme] of [["light", "light"], ["dark", "dark"], ["purple", undefined], ["", undefined]]) {
    assert.equal(attributes(await open("index.html", { stored: { "clevio:scheme": stored } }))["data-theme"], theme);
  }
});

test("room is kept for what a learner has begun", async () => {
  assert.equal("data-begun" in attributes(await open("index.html")), false);
  assert.equal("data-begun" in attributes(await open("index.html", { stored: { "clevio:progress:birds": "{}" } })), true);
});

test("a store that is blocked changes nothing", async () => {
  const blocked = (window) => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("blocked"); } });
  const found = attributes(await open("index.html", { before: blocked }));
  assert.deepEqual(["data-script" in found, "data-theme" in found], [true, false]);
});

test("without the main script the page is as without any", async () => {
  const without = await open("index.html", { missing: (name) => name === "assets/clevio.js" });
  assert.equal("data-script" in attributes(without), false);
});
