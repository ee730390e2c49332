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

test("room is kept for what a learner has begun, and for a way back to what is not complete", async () => {
  const [started, completed] = ['{"started":5,"completed":0}', '{"started":5,"completed":6}'];
  const places = ["index.html", "courses/birds/index.html"];
  const kept = async (place, records) => {
    const stored = Object.fromEntries(Object.entries(records).map(([id, record]) => ["clevio:progress:" + id, record]));
    const found = attributes(await open(place, { stored }));
    return ["data-begun", "data-unfinished"].map((name) => (name in found ? 1 : 0)).join("");
  };
  for (const [records, ...wanted] of [
    [{}, "00", "00"],
    [{ birds: '{"done":{"x":1}}' }, "00", "00"],
    [{ birds: "{damaged", knots: '{"started":"5"}' }, "00", "00"],
    [{ birds: "{damaged", knots: started }, "11", "00"],
    [{ birds: started, knots: completed }, "11", "11"],
    [{ birds: completed, "birds-2": started }, "11", "10"],
    [{ birds: completed }, "10", "10"],
  ]) {
    for (const [n, place] of places.entries()) assert.equal(await kept(place, records), wanted[n], place + JSON.stringify(records));
  }
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
