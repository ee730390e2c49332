// The page with what the portal keeps on this device.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, until, settle } = require("./page.js");

const kept = { "clevio:progress:birds": '{"done":{"start/songs":1}}', "clevio:scheme": "dark", other: "not ours" };

/** The page of who has the records and confirms what is asked. */
async function visit({ stored = kept, sure = true, before, ...options } = {}) {
  const tab = await open("your-data.html", {
    stored,
    before(window) {
      window.confirm = () => sure;
      if (before) before(window);
    },
    ...options,
  });
  const row = (keys) => tab.one(`[data-device-keys="${keys}"]`);
  const bring = async (content) => {
    const input = tab.one("[data-device] input[type=file]");
    Object.defineProperty(input, "files", { configurable: true, value: [{ text: async () => content }] });
    input.dispatchEvent(new tab.window.Event("change"));
    await settle();
  };
  const said = (what) => until(() => tab.text("[data-device] [role=status]") === tab.one("[data-device] [role=status]").dataset[what], what);
  return { ...tab, row, bring, said };
}

test("shows what is kept, and only what is the portal's", async () => {
  const tab = await visit();
  assert.deepEqual(JSON.parse(tab.row("clevio:progress:").querySelector("pre").textContent), { "clevio:progress:birds": { done: { "start/songs": 1 } } });
  assert.equal(tab.row("clevio:progress:").hasAttribute("data-empty"), false);
  assert.equal(tab.row("clevio:licence:").hasAttribute("data-empty"), true);
  assert.ok(!tab.text("[data-device]").includes("not ours"));
});

test("erases one kind, after a question", async () => {
  const unsure = await visit({ sure: false });
  await unsure.click(unsure.row("clevio:progress:").querySelector("[data-device-action=erase]"));
  await unsure.click("[data-device-action=erase-all]");
  assert.deepEqual(unsure.stored(), kept);
  const tab = await visit();
  await tab.click(tab.row("clevio:progress:").querySelector("[data-device-action=erase]"));
  await tab.said("erased");
  assert.deepEqual(tab.stored(), { "clevio:scheme": "dark", other: "not ours" });
  assert.equal(tab.row("clevio:progress:").hasAttribute("data-empty"), true);
  assert.equal(tab.document.activeElement, tab.row("clevio:progress:"), "not lost with the button");
});

test("erases all, databases, caches and cookies too, and nothing of others", async () => {
  const gone = [];
  const tab = await visit({
    before(window) {
      window.document.cookie = "clv_consent=v1.a.b.c.d.e; Path=/";
      window.document.cookie = "other=1; Path=/";
      window.indexedDB = { databases: async () => [{ name: "clevio-media" }, { name: "x" }], deleteDatabase: (name) => gone.push(name) };
      window.caches = { keys: async () => ["clevio-1", "y"], delete: async (name) => gone.push(name) };
    },
  });
  await tab.click("[data-device-action=erase-all]");
  await tab.said("erased");
  assert.deepEqual(tab.stored(), { other: "not ours" });
  assert.equal(tab.document.cookie, "other=1");
  assert.deepEqual(gone.sort(), ["clevio-1", "clevio-media"], "each once, though two parts of the page ask for the script");
});

test("saves a file and brings it back on another device", async () => {
  const tab = await visit();
  await tab.click("[data-device-action=save]");
  const text = await tab.window.saved[0].text();
  const other = await visit({ stored: {} });
  await other.bring(text);
  await other.said("brought");
  assert.deepEqual(other.stored(), { "clevio:progress:birds": kept["clevio:progress:birds"], "clevio:scheme": "dark" });
});

test("neither saves licences nor brings back what is not the portal's to keep", async () => {
  const licence = { "clevio:licence:paid": "eyJ" };
  const unknown = { "clevio:made-up": "x" };
  const tab = await visit({ stored: { ...kept, ...licence, ...unknown } });
  await tab.click("[data-device-action=save]");
  const data = JSON.parse(await tab.window.saved[0].text());
  const known = { "clevio:progress:birds": kept["clevio:progress:birds"], "clevio:scheme": "dark" };
  assert.deepEqual(data.items, { ...known, ...unknown }, "all that is kept, but the licence");
  const other = await visit({ stored: {} });
  await other.bring(JSON.stringify({ ...data, items: { ...data.items, ...licence } }));
  await other.said("brought");
  assert.deepEqual(other.stored(), known);
});

/** A file of this portal with some records, as it was saved before files named the portal's own address. */
const fileOf = (items, portal = "https://school.example/your-data.html") =>
  JSON.stringify({ format: "clevio-device-data", version: 1, portal, items });

test("a file of before takes nothing back of what was reached since", async () => {
  const birds = "clevio:progress:birds";
  const notes = "clevio:notes:birds";
  const now = {
    version: 1, started: 5, seen: 90, last: "start/more", done: { "start/songs": 10, "start/quiz": 80, "start/more": 0 },
    quizzes: { "start/quiz#quiz": { attempts: 3, score: 80, best: 80, passed: 80 } }, told: ["started", "midpoint"],
  };
  const then = {
    version: 1, started: 4, seen: 50, last: "start/quiz", done: { "start/songs": 9, "start/old": 8 },
    quizzes: { "start/quiz#quiz": { attempts: 2, score: 90, best: 90, passed: 0 }, "start/more#more": { attempts: 1, score: 1, best: 1, passed: 0 } },
    told: ["started"],
  };
  const stored = {
    [birds]: JSON.stringify(now),
    [notes]: JSON.stringify({ version: 1, lessons: { a: { text: "new", changed: 9 }, b: { text: "old", changed: 1 } } }),
    "clevio:certificate:birds": '{"version":1,"name":"Ada","number":"1"}', "clevio:licence:paid": "newer",
  };
  const tab = await visit({ stored });
  await tab.bring(fileOf({
    [birds]: JSON.stringify(then),
    [notes]: JSON.stringify({ version: 1, lessons: { a: { text: "older", changed: 8, bookmark: 7 }, b: { text: "newer", changed: 2 }, c: { bookmark: 3 } } }),
    "clevio:certificate:birds": '{"version":1,"name":"A","number":"2"}', "clevio:licence:paid": "older", "clevio:scheme": "dark",
  }));
  await tab.said("brought");
  const kept = tab.stored();
  assert.deepEqual(JSON.parse(kept[birds]), {
    version: 1, started: 4, seen: 90, completed: 0, last: "start/more",
    done: { "start/songs": 10, "start/quiz": 80, "start/more": 0, "start/old": 8 },
    quizzes: { "start/quiz#quiz": { attempts: 3, score: 80, best: 90, passed: 80 }, "start/more#more": { attempts: 1, score: 1, best: 1, passed: 0 } },
    told: ["started", "midpoint"],
  });
  const { a, b, c } = JSON.parse(kept[notes]).lessons;
  assert.deepEqual([a.text, a.bookmark, b.text, c.bookmark], ["new", 7, "newer", 3]);
  assert.deepEqual([JSON.parse(kept["clevio:certificate:birds"]).name, kept["clevio:licence:paid"], kept["clevio:scheme"]], ["Ada", "newer", "dark"]);
});

test("what is damaged here is brought back, whatever lessons are called", async () => {
  const text = '{"lessons":{"constructor":{"bookmark":1}}}';
  const tab = await visit({ stored: { "clevio:notes:birds": "{", "clevio:notes:knots": text } });
  await tab.bring(fileOf({ "clevio:notes:birds": text, "clevio:notes:knots": '{"lessons":{"toString":{"text":"x","changed":1}}}' }));
  await tab.said("brought");
  assert.equal(tab.stored()["clevio:notes:birds"], text);
  assert.deepEqual(Object.keys(JSON.parse(tab.stored()["clevio:notes:knots"]).lessons).sort(), ["constructor", "toString"]);
});

test("a file of another portal is brought back only by who wants it", async () => {
  const asked = [];
  const file = fileOf({ "clevio:scheme": "dark" }, "https://other.example/your-data.html");
  for (const sure of [false, true]) {
    const before = (window) => (window.confirm = (question) => (asked.push(question), sure));
    const tab = await visit({ stored: {}, before });
    await tab.bring(file);
    assert.deepEqual(tab.stored(), sure ? { "clevio:scheme": "dark" } : {});
  }
  assert.match(asked[0], /https:\/\/other\.example\//);
});

test("where not all finds room, all is as it was, and it is said", async () => {
  const before = (window) => {
    const { setItem } = window.Storage.prototype;
    window.Storage.prototype.setItem = function (key, value) {
      if (value.length > 99) throw new window.DOMException("", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  };
  const tab = await visit({ before });
  await tab.bring(fileOf({ "clevio:progress:birds": '{"done":{"a":1}}', "clevio:scheme": "light", "clevio:notes:a": `{"x":"${"x".repeat(99)}"}` }));
  await tab.said("unkept");
  assert.deepEqual(tab.stored(), kept);
});

for (const [what, content] of [
  ["no JSON", "{"],
  ["nothing", "null"],
  ["records that are none", '{"format":"clevio-device-data","items":{"clevio:scheme":"dark","clevio:progress:birds":"null"}}'],
  ["another file", '{"format":"other","items":{}}'],
  ["keys of others", '{"format":"clevio-device-data","items":{"clv_consent":"x"}}'],
  ["values that are no text", '{"format":"clevio-device-data","items":{"clevio:scheme":1}}'],
]) {
  test("refuses a file with " + what, async () => {
    const tab = await visit({ stored: {} });
    await tab.bring(content);
    await tab.said("failed");
    assert.deepEqual(tab.stored(), {});
  });
}

test("follows the choice about services", async () => {
  const tab = await visit({ stored: {} });
  const state = tab.document.createElement("span");
  state.dataset.clvState = "tube";
  tab.document.body.append(state);
  await tab.click(".clv-notice [data-clv-action=accept]");
  assert.equal(state.hasAttribute("data-on"), true);
  assert.match(tab.row("clv_consent").querySelector("pre").textContent, /v1\./);
});

for (const button of ["[data-device-keys=clv_consent] [data-device-action=erase]", "[data-device-action=erase-all]"]) {
  test("who erases the choice is asked again, and what it allowed ends, in other tabs too: " + button, async () => {
    let told = 0;
    const channel = class { postMessage() { told += 1; } };
    const tab = await visit({ stored: {}, before: (window) => (window.BroadcastChannel = channel) });
    await tab.click(".clv-notice [data-clv-action=accept]");
    tab.window.clevio.privacy.ran.add("tube");
    await tab.click(button);
    await until(() => tab.left.length, "the page to be left");
    assert.equal(tab.document.documentElement.dataset.clvConsent, "ask");
    assert.equal(tab.window.clevio.consent.has("tube"), false);
    assert.equal(told, 2, "of the choice and of its end");
  });
}

test("a store that is blocked is an empty one", async () => {
  const tab = await visit({
    stored: {},
    before: (window) => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("blocked"); } }),
  });
  assert.ok(tab.all("[data-device-keys]").every((row) => row.hasAttribute("data-empty")));
});

test("works where nothing is declared, and nobody is asked", async () => {
  const tab = await visit({ before: (window) => window.document.getElementById("clv-data").remove() });
  await tab.click("[data-device-action=save]");
  await tab.click("[data-device-action=erase-all]");
  await tab.said("erased");
  assert.deepEqual(tab.stored(), { other: "not ours" });
});
