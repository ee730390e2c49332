// The page in which buyers read, with a licence that the program issued for a course that it sealed.
"use strict";
const fs = require("node:fs");
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, until, settle } = require("./page.js");

const page = "courses/paid/reader.html";
const licence = fs.readFileSync(process.env.CLEVIO_TEST_LICENCE, "utf8").trim();
const memory = "clevio:licence:paid";
const progress = "clevio:progress:paid";

/** The reader of who comes with what stands behind the "#". */
async function visit(fragment = "", { before, ...options } = {}) {
  const events = [];
  const tab = await open(page + fragment, {
    before(window, dom) {
      for (const name of ["unlocked", "course-purchased", "lesson-shown", "lesson-completed"]) {
        window.document.addEventListener("clevio:" + name, ({ detail }) => events.push(name + (detail.lesson ? " " + detail.lesson : "")));
      }
      if (before) before(window, dom);
    },
    ...options,
  });
  const part = (name) => tab.one(`[data-reader=${name}]`);
  const reads = (text) => until(() => part("lesson").textContent.includes(text), "the lesson with " + text);
  const refused = () => until(() => !part("refusal").hidden && part("refusal").dataset.reason, "a refusal");
  const go = (hash) => (tab.window.location.hash = hash);
  const paste = async (text) => {
    part("text").value = text;
    part("paste").dispatchEvent(new tab.window.Event("submit", { cancelable: true }));
    await settle();
  };
  return { ...tab, events, part, reads, refused, go, paste };
}
const unlocked = async (lesson = "", options) => {
  const tab = await visit("#unlock=" + licence, options);
  await tab.reads("Owls see at night");
  if (lesson) tab.go(lesson);
  return tab;
};
/** Has something dragged over an element or dropped there; tells whether the browser goes on with it. */
const drag = (tab, type, files, text, target = tab.document.body) => {
  const types = files.length ? ["Files"] : ["text/plain"];
  const event = new tab.window.Event(type, { bubbles: true, cancelable: true });
  return target.dispatchEvent(Object.assign(event, { dataTransfer: { files, types, getData: () => text } }));
};
/** Scripts of the folder that do not arrive, until the test lets them. */
const without = (...ends) => {
  const blocked = new Set(ends);
  return { blocked, missing: (name) => [...blocked].some((end) => name.includes(end)) };
};

test("a link opens the course, and says whose licence it is", async () => {
  const tab = await unlocked();
  assert.equal(tab.part("main").dataset.state, "open");
  assert.equal(tab.all("[data-reader=gate]").length, 0);
  assert.match(tab.text("[data-reader=label]"), /order 1001/);
  assert.equal(tab.window.location.hash, "#/owls/eyes");
  assert.match(tab.document.title, /^Eyes · /);
  assert.deepEqual(tab.events, ["course-purchased", "unlocked", "lesson-shown owls/eyes"]);
  assert.deepEqual(tab.stored(), {}, "nothing is kept unasked");
  assert.equal(tab.part("previous").hidden, true);
  assert.match(tab.part("next").textContent, /Ears/);
});

test("without a licence it names the lesson that somebody came for", async () => {
  const tab = await visit("#/owls/ears");
  assert.equal(tab.part("main").dataset.state, "locked");
  assert.equal(tab.text("[data-reader=title]"), "Ears");
  assert.equal(tab.part("course").hidden, false);
  tab.go("#");
  await until(() => tab.text("[data-reader=title]") === "Owls", "the course's title");
  assert.equal(tab.part("refusal").hidden, true);
});

test("a pasted licence opens the lesson of the address", async () => {
  const tab = await visit("#/owls/ears");
  await tab.paste("  ");
  assert.equal(tab.document.activeElement, tab.part("text"));
  await tab.paste(licence);
  await tab.reads("Owls hear");
  assert.deepEqual(tab.events, ["course-purchased", "unlocked", "lesson-shown owls/ears"]);
  assert.equal(tab.part("lesson").dataset.lesson, "owls/ears");
});

test("a file opens it, chosen or dropped anywhere", async () => {
  const bytes = new TextEncoder().encode(licence);
  const file = (size = bytes.length) => ({ size, arrayBuffer: async () => bytes.buffer });
  const chosen = await visit();
  const choose = async (each) => {
    Object.defineProperty(chosen.part("file"), "files", { configurable: true, value: each ? [each] : [] });
    chosen.part("file").dispatchEvent(new chosen.window.Event("change"));
  };
  await choose(null);
  await choose(file(1e6));
  assert.equal(await chosen.refused(), "wrong-type");
  await choose(file());
  await chosen.reads("Owls see");
  assert.equal(chosen.all("[data-reader=refusal]").length, 0, "the refusal went with the gate");

  const drop = async (files, text) => {
    const tab = await visit();
    assert.equal(drag(tab, "dragover", files, text), false);
    assert.ok(tab.part("drop").classList.contains("dropping"));
    assert.equal(drag(tab, "drop", files, text), false, "the browser does not go to the file");
    assert.ok(!tab.part("drop").classList.contains("dropping"));
    await tab.reads("Owls see");
  };
  await drop([file()], "");
  await drop([], licence);
});

test("words that are dropped into a field, or on an open course, are no licence", async () => {
  const tab = await visit();
  const types = ["dragover", "drop"];
  for (const type of types) assert.equal(drag(tab, type, [], "owls", tab.part("text")), true, "the field takes them");
  await settle();
  assert.equal(tab.part("refusal").hidden, true);
  await tab.paste(licence);
  await tab.reads("Owls see");
  for (const type of types) assert.equal(drag(tab, type, [], "owls"), true);
  await settle();
  assert.doesNotMatch(tab.text("[data-reader=status]"), /licence/);
});

for (const [what, text, sentence] of [
  ["damaged", licence.slice(0, -40), /damaged/],
  ["no licence at all", "hello", /damaged|not a licence/],
  ["of a wrong signature", licence.replace(/.{6}(?=.{4}$)/s, "AAAAAA"), /./],
]) {
  test("a licence that is " + what + " is refused, and the course stays closed", async () => {
    const tab = await visit("#unlock=" + text);
    await tab.refused();
    assert.match(tab.text("[data-reader=refusalText]"), sentence);
    assert.equal(tab.part("main").dataset.state, "refused");
    assert.equal(tab.part("forgetRefused").hidden, true);
    assert.deepEqual(tab.events, []);
  });
}

for (const script of ["reader", "reader-first"]) {
  test(`a copy without ${script}.js says that it is damaged, and asks for no licence`, async () => {
    const tab = await visit("#/owls/ears", { missing: (name) => name === `assets/${script}.js` });
    assert.equal(await tab.refused(), "bad-copy");
    assert.match(tab.text("[data-reader=refusalText]"), /copy of the course is damaged/);
    assert.equal(tab.part("main").dataset.state, "refused");
    assert.equal(tab.all("[data-reader=file]").length, 0);
  });
}

test("a copy of a free course says so, too, where the script is missing", async () => {
  const before = ({ document }) => {
    for (const name of ["refusal", "drop"]) document.querySelector(`[data-reader=${name}]`).remove();
  };
  const tab = await visit("", { before, missing: (name) => name === "assets/reader.js" });
  assert.match(tab.text("[data-reader=status]"), /copy of the course is damaged/);
});

test("an open course stays open when a second licence is wrong", async () => {
  const tab = await unlocked();
  tab.go("#unlock=wrong");
  await until(() => /damaged|not a licence/.test(tab.text("[data-reader=status]")), "a word about it");
  assert.equal(tab.part("main").dataset.state, "open");
});

test("the licence is remembered only when asked, and forgotten", async () => {
  const tab = await unlocked();
  await tab.click(tab.part("remember"));
  assert.equal(tab.stored()[memory], licence);
  assert.equal(tab.part("remember").getAttribute("aria-pressed"), "true");
  const next = await visit("", { stored: tab.stored() });
  await next.reads("Owls see");
  assert.ok(!next.events.includes("course-purchased"));
  await next.click(next.part("remember"));
  assert.equal(next.stored()[memory], undefined);
  await next.click(next.part("remember"));
  await next.click(next.part("forget"));
  assert.equal(next.stored()[memory], undefined);
  assert.equal(next.left.length, 1, "with the page goes its memory");
});

test("a remembered licence that is refused can be forgotten", async () => {
  const tab = await visit("", { stored: { [memory]: "wrong" } });
  await tab.refused();
  assert.equal(tab.part("forgetRefused").hidden, false);
  await tab.click(tab.part("forgetRefused"));
  assert.equal(tab.stored()[memory], undefined);
});

test("on this machine a licence beside the page opens the course", async () => {
  const at = "http://localhost/";
  const files = { "courses/paid/entitlement.js": `clevioEntitlement("${licence}")` };
  const found = await visit("", { at, files });
  await found.reads("Owls see");
  assert.equal(found.part("remember").hidden, true, "other pages of this machine would read it");
  assert.equal(found.part("forget").hidden, true);
  const none = await visit("", { at });
  assert.equal(none.part("main").dataset.state, "locked");
});

test("links lead from lesson to lesson and to places within them", async () => {
  const tab = await unlocked("#/owls/ears");
  await tab.reads("Owls hear");
  const links = () => [...tab.part("lesson").querySelectorAll("p a")].map((link) => link.getAttribute("href"));
  assert.deepEqual(links().slice(0, 2), ["#/owls/eyes", "#/owls/ears#how"]);
  let seen = null;
  tab.window.Element.prototype.scrollIntoView = function () { seen = this.id; };
  tab.go("#/owls/ears#how");
  await until(() => seen === "how", "the place");
  assert.equal(tab.one("[data-reader=outline] [aria-current]").dataset.lesson, "owls/ears");
  tab.go("#/owls/wings");
  await tab.reads("without a sound");
  assert.equal(tab.part("next").hidden, true);
  assert.equal(tab.document.activeElement, tab.one("[data-reader=lesson] h1"));
  assert.equal(tab.part("lesson").dataset.completion, "manual");
  tab.go("#/nowhere%");
  await until(() => tab.window.location.hash === "#/owls/wings" || tab.part("lesson").textContent.includes("Owls see"), "a lesson");
});

test("a place within folds is opened", async () => {
  const tab = await unlocked("#/owls/ears");
  await tab.reads("Owls hear");
  tab.part("lesson").insertAdjacentHTML("beforeend", '<details><div hidden><p id="deep">Deep</p></div></details>');
  tab.go("#/owls/ears#deep");
  await until(() => tab.part("lesson").querySelector("details:last-of-type[open]"), "the fold to open");
});

test("pictures, films and downloads are opened from their sealed files", async () => {
  const tab = await unlocked("#/owls/ears");
  await tab.reads("Owls hear");
  await until(() => tab.one("[data-reader=lesson] img").src.startsWith("blob:"), "the picture");
  await until(() => tab.one("[data-reader=lesson] video").poster.startsWith("blob:"), "the film's picture");
  const film = tab.one("[data-reader=lesson] video");
  await tab.click(".sealed-play");
  await until(() => film.src.startsWith("blob:"), "the film");
  assert.equal(tab.all(".sealed-play").length, 0);
  const before = tab.window.saved.length;
  await tab.click("[data-reader=lesson] a[download]");
  await until(() => tab.window.saved.length > before, "the download");
  assert.match(await tab.window.saved.at(-1).text(), /^owl,hears\n/);
});

test("what does not arrive is said, and comes at the next try", async () => {
  const { blocked, missing } = without("sealed/owls/ears", "sealed/media");
  const tab = await unlocked("#/owls/ears", { missing });
  await until(() => tab.all("[data-reader=lesson] [data-reason]").length, "the refusal");
  assert.equal(tab.one("[data-reason]").dataset.reason, "not-loaded");
  blocked.delete("sealed/owls/ears");
  await tab.click("[data-reason] button");
  await tab.reads("Owls hear");
  await until(() => tab.all(".media-failed").length, "the picture's fault");
  await tab.click(".sealed-play");
  await until(() => tab.all(".media-failed").length === 2, "the film's fault");
  await tab.click("[data-reader=lesson] a[download]");
  await until(() => tab.all(".media-failed").length === 3, "the download's fault");
  await tab.click("[data-reader=lesson] a[download]");
  await until(() => tab.one("[data-reader=lesson] a[download]").ariaBusy === "false", "the second try");
  assert.equal(tab.all(".media-failed").length, 3);
  blocked.clear();
  await tab.click(".sealed-play");
  await until(() => tab.one("[data-reader=lesson] video").src, "the film");
  assert.equal(tab.all(".media-failed").length, 2);
});

test("searching the open course finds what is sealed, and Escape brings back the contents", async () => {
  const tab = await unlocked();
  await tab.type("[data-reader=query]", "zauberflote");
  await until(() => tab.all("[data-reader=found] a").length, "a result");
  assert.equal(tab.one("[data-reader=found] a").getAttribute("href"), "#/owls/ears");
  assert.equal(tab.text("[data-reader=found] mark"), "zauberflöte");
  assert.equal(tab.part("tree").hidden, true);
  await tab.type("[data-reader=query]", "owls");
  await until(() => tab.all("[data-reader=found] li").length === 2, "both lessons");
  await tab.type("[data-reader=query]", "xylophone");
  await until(() => /Nothing/.test(tab.text("[data-reader=count]")), "nothing");
  await tab.press("Escape", tab.part("query"));
  assert.deepEqual([tab.part("query").value, tab.part("tree").hidden], ["", false]);
  assert.equal(await tab.press("Escape", tab.part("query")), false);
  const without = await unlocked("", { missing: (name) => name.endsWith("sealed/search.js") });
  await without.type("[data-reader=query]", "owls");
  await until(() => without.text("[data-reader=count]"), "what went wrong");
  assert.equal(without.all("[data-reader=found] li").length, 0);
});

test("marks of lessons are kept from the first on, and so is the place", async () => {
  const tab = await unlocked();
  await tab.click(tab.part("done"));
  assert.equal(tab.part("done").getAttribute("aria-pressed"), "true");
  assert.equal(tab.events.at(-1), "lesson-completed owls/eyes");
  assert.ok(JSON.parse(tab.stored()[progress]).done["owls/eyes"] > 0);
  assert.equal(tab.all("[data-reader=tree] .icon-tick").length, 1);
  tab.go("#/owls/ears");
  await tab.reads("Owls hear");
  const later = await visit("", { stored: { ...tab.stored(), [memory]: licence } });
  await later.reads("Owls hear");
  tab.go("#/owls/eyes");
  await tab.reads("Owls see");
  await tab.click(tab.part("done"));
  assert.equal(tab.part("done").getAttribute("aria-pressed"), "false");
  assert.equal(tab.all("[data-reader=tree] .icon-tick").length, 0);
});

test("what was erased in another tab does not come back", async () => {
  const tab = await unlocked();
  await tab.click(tab.part("done"));
  tab.window.localStorage.clear();
  tab.window.dispatchEvent(new tab.window.StorageEvent("storage", { key: null }));
  assert.equal(tab.all("[data-reader=tree] .icon-tick").length, 0);
  tab.go("#/owls/ears");
  await tab.reads("Owls hear");
  assert.deepEqual(tab.stored(), {});
  await tab.click(tab.part("done"));
  assert.deepEqual(Object.keys(JSON.parse(tab.stored()[progress]).done), ["owls/ears"]);
});

test("a record that is none of ours, and a store that is full, break nothing", async () => {
  const odd = await unlocked("", { stored: { [progress]: "[1" } });
  await odd.click(odd.part("done"));
  assert.equal(odd.part("done").getAttribute("aria-pressed"), "true");
  const before = (window) => { window.Storage.prototype.setItem = () => { throw new Error("full"); }; };
  const full = await unlocked("", { before, stored: { [progress]: '{"done":{}}' } });
  await full.click(full.part("done"));
  assert.equal(full.part("done").getAttribute("aria-pressed"), "true");
  await full.click(full.part("remember"));
  assert.equal(full.part("remember").getAttribute("aria-pressed"), "false");
  const blocked = await unlocked("", { before: (window) => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("blocked"); } }) });
  await blocked.click(blocked.part("forget"));
  assert.equal(blocked.left.length, 1);
});

for (const [reason, isSecureContext, at] of [["insecure", false, "http://school.example/"], ["old-browser", true, undefined]]) {
  test("what keeps the browser from opening anything is told at once: " + reason, async () => {
    const before = (window) => {
      window.isSecureContext = isSecureContext;
      Object.defineProperty(window, "crypto", { value: undefined });
    };
    const tab = await visit("#unlock=" + licence, { before, at });
    assert.equal(await tab.refused(), reason);
    assert.equal(tab.all("[data-reader=drop]").length, 0, "and nothing is asked for");
  });
}

/** The list of lessons of the paid course, with what its lessons wait for. */
const list = (lessons, more = {}) => ({
  "courses/paid/clevio-course.js": `clevioCourse("paid", ${JSON.stringify({
    title: "Owls", ...more,
    lessons: ["eyes", "ears", "wings"].map((name) => ({ id: "owls/" + name, title: name, ...lessons[name] })),
  })});`,
});
const gate = (tab) => tab.one("[data-order-gate]").textContent;
const locks = (tab) => tab.all("[data-reader=tree] [data-mark=locked]").map((each) => each.closest("a").dataset.lesson);
const waits = (tab) => until(() => tab.all("[data-order-gate]").length === 1, "what comes first");

test("what comes first stands in the place of a lesson until it is done", async () => {
  const tab = await unlocked("#/owls/ears", { files: list({ ears: { after: ["owls/eyes"] }, wings: { after: ["owls/ears"] } }) });
  await waits(tab);
  assert.match(gate(tab), /Finish this first:.*Eyes/s);
  assert.equal(tab.part("done").hidden, true);
  assert.equal(tab.text("[data-reader=lesson] > .page-header h1"), "Ears");
  assert.deepEqual(locks(tab), ["owls/ears", "owls/wings"]);
  assert.doesNotMatch(tab.part("lesson").textContent, /zauberflöte/);
  assert.equal(tab.one("[data-order-gate] a").getAttribute("href"), "#/owls/eyes");
  tab.go("#/owls/eyes");
  await tab.reads("Owls see at night");
  await tab.click(tab.part("done"));
  await until(() => locks(tab).length === 1, "a lock less");
  tab.go("#/owls/ears");
  await tab.reads("zauberflöte");
  assert.deepEqual(locks(tab), ["owls/wings"]);
  assert.equal(tab.one("[data-mark=locked]").getAttribute("aria-label"), "Locked until “ears” is done");
});

test("a lesson that opens some days after the start says so, and the start can be made there", async () => {
  const before = (window) => {
    const data = window.document.getElementById("reader-data");
    const known = JSON.parse(data.textContent);
    known.lessons[2].opens = "This lesson opens 7 days after you start the course.";
    data.textContent = JSON.stringify(known);
  };
  const tab = await unlocked("#/owls/wings", { before, files: list({ wings: { days: 7 } }) });
  await waits(tab);
  assert.match(gate(tab), /opens 7 days after you start/);
  await tab.click("[data-order-gate] button");
  await until(() => /opens on/.test(gate(tab)), "the day");
  assert.equal(tab.all("[data-order-gate] button").length, 0);
  const started = JSON.stringify({ version: 1, started: 1, done: {} });
  const later = await unlocked("#/owls/wings", { stored: { [progress]: started }, files: list({ wings: { days: 7 } }) });
  await later.reads("Wings without a sound");
});

test("a course that comes first is named, and who knows it goes on", async () => {
  const first = { prerequisites: [{ id: "birds", title: "Birds" }] };
  const tab = await visit("#unlock=" + licence, { files: list({}, first) });
  await waits(tab);
  assert.match(gate(tab), /Birds.*I know this already/s);
  assert.match(tab.one("[data-order-gate] a").getAttribute("href"), /courses\/birds\/index\.html$/);
  await tab.click("[data-order-gate] button");
  await tab.reads("Owls see at night");
  const done = JSON.stringify({ version: 1, completed: 5 });
  await unlocked("", { stored: { "clevio:progress:birds": done }, files: list({}, first) });
});

test("optional lessons do not count, and what is done by reading is done at its end", async () => {
  let reach = null;
  const before = (window) => {
    const data = window.document.getElementById("reader-data");
    const known = JSON.parse(data.textContent);
    known.lessons[1].optional = true;
    data.textContent = JSON.stringify(known);
    window.IntersectionObserver = class {
      constructor(tell) {
        reach = () => tell([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    };
  };
  const tab = await unlocked("#/owls/wings", { before, stored: { [progress]: JSON.stringify({ version: 1, started: 5 }) } });
  await tab.reads("Wings without a sound");
  assert.match(tab.text("[data-reader=progress]"), /^0 of 2/);
  tab.part("lesson").dataset.completion = "view";
  reach();
  await until(() => tab.text("[data-reader=progress]").startsWith("1 of 2"), "the lesson to count");
});
