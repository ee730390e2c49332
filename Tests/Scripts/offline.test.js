// A course's page saves it and says so; the page for what is not saved leads to what is.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { open, settle, until, portal } = require("./page.js");
const { root, host, device } = require("../Learner/device.js");

const page = "courses/knots/index.html";
const lesson = "courses/knots/start/reef.html";
const film = "courses/knots/film.mp4";
const listScript = "courses/knots/clevio-offline.js";
const lost = "There is no connection to the portal. Try again later; what is saved stays.";
const whole = "Saved on this device (1.5 MB). You can read the course without a connection.";

const megabytes = (count) => "x".repeat(count * 1e6);

/** The list that the portal was built with. */
const built = (() => {
  let found = null;
  const clevioOffline = (_, list) => (found = list);
  vm.runInNewContext(fs.readFileSync(path.join(portal, listScript), "utf8"), { clevioOffline });
  return found;
})();

/** A host of a course with sizes that are easy to add, and a device of a learner. */
function school(more = {}) {
  const site = host({ [page]: megabytes(1), [lesson]: megabytes(0.5), ...more });
  return { site, own: device(site), list: () => site.list({ words: built.words, media: [film] }) };
}

/** A page in one more tab of a school's learner. */
async function visit({ site, own, list }, place = page, { before, ...options } = {}) {
  const tab = await open(place, {
    at: root,
    missing: (name) => site.isDown && name === listScript,
    files: {
      get [listScript]() {
        return `clevioOffline("knots", ${JSON.stringify(list())})`;
      },
    },
    before(window) {
      const { navigator, ...others } = own.browser();
      Object.assign(window, others);
      Object.assign(window.navigator, navigator);
      if (before) before(window);
    },
    ...options,
  });
  const status = () => tab.all(".course-offline [role=status]").map(({ textContent }) => textContent).join();
  const offers = () => tab.all(".course-offline button:not([hidden])");
  const offered = () => offers().map(({ textContent }) => textContent);
  const press = async (words) => tab.click(await until(() => offers().find(({ textContent }) => textContent === words), words));
  return {
    ...tab, press, offered,
    says: async (words, ...buttons) => {
      await until(() => status() === words, words).catch(() => assert.equal(status(), words));
      assert.deepEqual(offered(), buttons);
    },
    ask: () => press("Save this course for offline"),
    focus: () => tab.document.activeElement.textContent,
    meter: () => {
      const { hidden, value, max } = tab.one(".course-offline progress");
      return hidden ? null : [value, max];
    },
  };
}

/** A tab in which the course was saved. */
async function saved(learner) {
  const tab = await visit(learner);
  await tab.ask();
  await tab.press("Save");
  await tab.says(whole, "Remove from this device");
  return tab;
}

/** Lets a file of a host wait until the answer is called. */
function hold(site, name) {
  let letGo = null;
  const held = new Promise((resolve) => (letGo = resolve));
  const { fetch } = site;
  site.fetch = async function (request) {
    if (String(request) === root + name) await held;
    return fetch.call(this, request);
  };
  return letGo;
}

test("nothing is loaded or kept before somebody asks", async () => {
  const learner = school();
  const tab = await visit(learner);
  assert.deepEqual(tab.offered(), ["Save this course for offline"]);
  assert.ok(!tab.loaded.includes("assets/offline.js"));
  await tab.ask();
  await tab.says("1.5 MB will be saved on this device.", "Save");
  assert.equal(tab.focus(), "Save");
  assert.equal(tab.meter(), null);
  assert.deepEqual(await learner.own.caches.keys(), []);
});

test("where a browser cannot save, or does not let pages see what is kept, nothing is loaded", async () => {
  const old = await open(page, { at: root });
  assert.ok(!old.document.documentElement.hasAttribute("data-saves"), "the styles hide the button");
  const blocked = async () => {
    throw new DOMException("", "SecurityError");
  };
  const closed = await visit(school(), page, { before: (window) => (window.caches = { keys: blocked }) });
  for (const tab of [old, closed]) assert.ok(!tab.loaded.includes("assets/offline.js"));
});

test("the course as it was built is saved whole, and read without a network", async () => {
  const read = ([name]) => [name, fs.readFileSync(path.join(portal, name))];
  const site = host(Object.fromEntries(built.files.map(read)));
  const learner = { site, own: device(site), list: () => built };
  const tab = await visit(learner);
  await tab.ask();
  await tab.press("Save");
  await until(() => tab.offered().join() === "Remove from this device", "the end");
  assert.match(tab.text(".course-offline [role=status]"), /^Saved on this device \(0\.\d MB\)/);
  site.isDown = true;
  assert.match(await (await learner.own.ask(lesson)).text(), /tie --reef/);
});

test("while a course is saved, its page says how far that is", async () => {
  const learner = school();
  const letGo = hold(learner.site, lesson);
  const tab = await visit(learner);
  await tab.ask();
  await tab.press("Save");
  await tab.says("Saving: 1.0 MB of 1.5 MB", "Stop");
  assert.deepEqual(tab.meter(), [1e6, 1.5e6]);
  assert.equal(tab.one("progress").getAttribute("aria-label"), "Saving: 1.0 MB of 1.5 MB");
  assert.equal(tab.focus(), "Stop");
  letGo();
  await tab.says(whole, "Remove from this device");
  assert.equal(tab.meter(), null);
  assert.equal(tab.focus(), "Remove from this device");
});

test("the button that stops stays in the page while files arrive, so that a press on it counts", async () => {
  const learner = school();
  const letters = [..."abcdefgh"];
  for (const letter of letters) learner.site.served[letter + ".html"] = letter;
  const letGo = letters.map((letter) => hold(learner.site, letter + ".html"));
  const tab = await visit(learner);
  await tab.ask();
  await tab.press("Save");
  await until(() => tab.offered().includes("Stop"), "the button");
  let moves = 0;
  const observer = new tab.window.MutationObserver((changes) => (moves += changes.length));
  observer.observe(tab.one(".course-offline .offer"), { childList: true });
  for (const each of letGo.slice(0, 4)) each();
  await until(() => tab.meter()[0] === 1.5e6 + 4, "some files");
  await settle();
  assert.equal(moves, 0);
  observer.disconnect();
  for (const each of letGo) each();
  await tab.says(whole, "Remove from this device");
});

test("films are saved only for who wants them", async () => {
  const learner = school({ [film]: megabytes(2.25) });
  const tab = await visit(learner);
  await tab.ask();
  await tab.says("1.5 MB will be saved on this device.", "Save");
  assert.equal(tab.text(".offline-media"), "With films and other large files (2.3 MB)");
  await tab.click(".offline-media input");
  await tab.says("3.8 MB will be saved on this device.", "Save");
  await tab.click(".offline-media input");
  await tab.says("1.5 MB will be saved on this device.", "Save");
  await tab.click(".offline-media input");
  await tab.press("Save");
  await tab.says(whole.replace("1.5", "3.8"), "Remove from this device");
  assert.ok(learner.site.asked.includes(film));
});

test("saving is stopped, and goes on later with what is missing", async () => {
  const learner = school();
  const letGo = hold(learner.site, lesson);
  const tab = await visit(learner);
  await tab.ask();
  await tab.says("1.5 MB will be saved on this device.", "Save");
  const start = tab.one(".course-offline .offer button");
  start.click();
  start.click(); // a double click
  await tab.says("Saving: 1.0 MB of 1.5 MB", "Stop");
  await tab.press("Stop");
  await tab.says("1.0 MB of 1.5 MB are saved.", "Continue", "Remove from this device");
  assert.deepEqual(tab.meter(), [1e6, 1.5e6]);
  assert.equal(tab.focus(), "Continue");
  learner.site.asked.length = 0;
  const later = await visit(learner);
  await later.says("1.0 MB of 1.5 MB are saved.", "Continue", "Remove from this device");
  assert.equal(later.document.activeElement, later.document.body, "nobody asked for it");
  letGo();
  await later.press("Continue");
  await later.says(whole, "Remove from this device");
  await tab.says(whole, "Remove from this device");
  assert.ok(!learner.site.asked.includes(page));
});

const partly = " 1.0 MB of 1.5 MB are saved.";
for (const [what, spoil, words] of [
  [
    "the device is full", ({ own }) => (own.caches.room = 1),
    "There is no room left on this device. Make some room, and continue. 0.0 MB of 1.5 MB are saved.",
  ],
  ["the network goes away", ({ site }) => (site.status[lesson] = 503), lost + partly],
  [
    "the portal changes meanwhile", ({ site }) => delete site.served[lesson],
    "The portal changed while the course was saved. Continue to get the rest." + partly,
  ],
]) {
  test("it is said when " + what + ", and saving goes on later", async () => {
    const learner = school();
    const list = learner.list();
    learner.list = () => list;
    const tab = await visit(learner);
    await tab.ask();
    spoil(learner);
    await tab.press("Save");
    await tab.says(words, "Continue", "Remove from this device");
    assert.equal(tab.focus(), "Continue");
    learner.own.caches.room = Infinity;
    learner.site.status = {};
    learner.site.served[lesson] = megabytes(0.5);
    await tab.press("Continue");
    await tab.says(whole, "Remove from this device");
  });
}

test("it is said when the browser keeps nothing", async () => {
  const refuse = async () => {
    throw new DOMException("", "SecurityError");
  };
  const tab = await visit(school(), page, { before: ({ navigator }) => (navigator.serviceWorker.register = refuse) });
  await tab.ask();
  await tab.press("Save");
  await tab.says(
    "This browser keeps nothing for this portal. A private window, or its settings, may be the reason. 1.5 MB will be saved on this device.",
    "Save",
  );
});

test("a newer version is offered with the size of what is new", async () => {
  const learner = school();
  await saved(learner);
  learner.site.served[lesson] = megabytes(0.75);
  const tab = await visit(learner);
  await tab.says("There is a newer version of the course; 0.8 MB of it are not saved yet.", "Update", "Remove from this device");
  await tab.press("Update");
  await tab.says(whole.replace("1.5", "1.8"), "Remove from this device");
});

test("the former version is read on without a network", async () => {
  const learner = school();
  await saved(learner);
  learner.site.served[lesson] = megabytes(0.75);
  learner.site.isDown = true;
  const tab = await visit(learner);
  await tab.says(whole, "Remove from this device");
});

test("a course is removed, and can be saved again", async () => {
  const learner = school();
  const tab = await saved(learner);
  await tab.press("Remove from this device");
  await tab.says("The course is removed from this device. 1.5 MB will be saved on this device.", "Save");
  assert.equal(tab.focus(), "Save");
  assert.deepEqual(await learner.own.caches.keys(), []);
});

test("a course is removed without a network, too", async () => {
  const learner = school();
  const tab = await saved(learner);
  learner.site.isDown = true;
  await tab.press("Remove from this device");
  await tab.says("The course is removed from this device.", "Save this course for offline");
  assert.equal(tab.focus(), "Save this course for offline");
  assert.deepEqual(await learner.own.caches.keys(), []);
});

test("without a network nothing can be saved, which is said once, and not any more when it is back", async () => {
  const learner = school();
  learner.site.isDown = true;
  const tab = await visit(learner);
  for (const time of ["first", "second"]) {
    await tab.ask();
    await tab.says(lost, "Save this course for offline");
    assert.equal(tab.text(".course-offline").split(lost).length, 2, time);
    assert.equal(tab.meter(), null);
  }
  learner.site.isDown = false;
  await tab.ask();
  await tab.says("1.5 MB will be saved on this device.", "Save");
  assert.ok(!tab.text(".course-offline").includes(lost));
});

test("without the script the button says so, and the next press tries again", async () => {
  let isMissing = true;
  const tab = await visit(school(), page, { missing: (name) => isMissing && name === "assets/offline.js" });
  await tab.ask();
  assert.deepEqual(tab.offered(), [lost]);
  isMissing = false;
  await tab.press(lost);
  await tab.says("1.5 MB will be saved on this device.", "Save");
});

test("other tabs follow what one does", async () => {
  const learner = school();
  const letGo = hold(learner.site, lesson);
  const [one, two] = [await visit(learner), await visit(learner)];
  await one.ask();
  await two.ask();
  await one.press("Save");
  await two.says("Saving: 1.0 MB of 1.5 MB");
  assert.deepEqual(two.meter(), [1e6, 1.5e6]);
  letGo();
  for (const tab of [one, two]) await tab.says(whole, "Remove from this device");
  await two.press("Remove from this device");
  await one.says("1.5 MB will be saved on this device.", "Save");
});

test("when another tab removes the course without a network, the page is as at first", async () => {
  const learner = school();
  const [one, two] = [await saved(learner), await visit(learner)];
  learner.site.isDown = true;
  await one.press("Remove from this device");
  await two.says("", "Save this course for offline");
});

test("the page for what is not saved lists the courses that are", async () => {
  const learner = school();
  const tab = await visit(learner, "offline.html");
  await until(() => tab.one("[data-offline-none]").textContent === "No course is saved on this device.", "the word for none");
  const other = learner.own.tab();
  await other.save("sailing", { ...learner.list(), title: "Ahoy", page: "courses/sailing/index.html" });
  await other.save("knots", learner.list());
  const links = () => tab.all("[data-offline-courses] a").map(({ textContent, href }) => [textContent, href]);
  await until(() => links().length === 2, "both courses");
  assert.deepEqual(links(), [["Ahoy", root + "courses/sailing/index.html"], ["Knots", root + page]]);
  assert.equal(tab.one("[data-offline-none]").textContent, "");
  await other.remove("sailing");
  await other.remove("knots");
  await until(() => tab.one("[data-offline-none]").textContent, "the word for none");
  assert.deepEqual(links(), []);
});

test("where pages must not see what is kept, no course is listed", async () => {
  const tab = await visit(school(), "offline.html", { before: (window) => delete window.caches });
  await until(() => tab.one("[data-offline-none]").textContent, "the word for none");
});

test("the page that was wanted is tried again, by a press or by itself when the network is back", async () => {
  const tab = await visit(school(), "offline.html#" + encodeURIComponent("courses/sailing/fair%20wind%23.html"));
  const again = tab.one("[data-offline-again]");
  assert.equal(again.hidden, false);
  assert.equal(again.textContent, "Try again");
  assert.equal(again.href, root + "courses/sailing/fair%20wind%23.html");
  tab.window.dispatchEvent(new tab.window.Event("online"));
  assert.equal(tab.left.length, 1);
});

for (const hash of [
  "", "#", "#https%3A%2F%2Felsewhere.example%2F", "#%2F%2Felsewhere.example%2F", "#..%2Felsewhere.html", "#%E0%A4%A",
  "#javascript%3Aalert(1)",
]) {
  test("no other address is tried: " + (hash || "none"), async () => {
    const tab = await visit(school(), "offline.html" + hash);
    assert.equal(tab.one("[data-offline-again]").hidden, true);
    tab.window.dispatchEvent(new tab.window.Event("online"));
    assert.equal(tab.left.length, 0);
  });
}
