// What every page has: colours, languages, menus, the way to the search, prices that changed; and what texts have.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, until, settle } = require("./page.js");

const lesson = "courses/knots/start/reef.html";

test("colours are chosen, kept and given back to the device", async () => {
  const tab = await open("index.html", { stored: { "clevio:scheme": "dark" } });
  assert.equal(tab.one(".scheme-select").value, "dark");
  await tab.type(".scheme-select", "light");
  assert.equal(tab.document.documentElement.dataset.theme, "light");
  assert.equal(tab.stored()["clevio:scheme"], "light");
  await tab.type(".scheme-select", "");
  assert.equal(tab.document.documentElement.dataset.theme, undefined);
  assert.deepEqual(tab.stored(), {});
});

test("with storage blocked, colours hold for the page", async () => {
  const before = (window) => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("blocked"); } });
  const tab = await open("index.html", { before });
  await tab.type(".scheme-select", "dark");
  assert.equal(tab.document.documentElement.dataset.theme, "dark");
});

test("the front door follows the language that was chosen, other pages mean what they say", async () => {
  const first = await open("index.html");
  const german = first.one("a[data-language=de]");
  german.addEventListener("click", (event) => event.preventDefault());
  await first.click(german);
  const stored = first.stored();
  assert.equal(stored["clevio:language"], "de");
  assert.equal((await open("index.html", { stored })).left.length, 1);
  assert.equal((await open("about.html", { stored }).catch(() => open("privacy.html", { stored }))).left.length, 0);
});

test("a menu closes with Escape, by a click beside it and when the focus leaves it", async () => {
  const tab = await open("index.html");
  const menu = tab.one("details.menu");
  menu.open = true;
  await tab.press("a", menu.querySelector("a"));
  assert.equal(menu.open, true);
  await tab.press("Escape", menu.querySelector("a"));
  assert.equal(menu.open, false);
  assert.equal(tab.document.activeElement, menu.querySelector("summary"));
  menu.open = true;
  await tab.click("main");
  assert.equal(menu.open, false);
  menu.open = true;
  tab.one(".scheme-select").dispatchEvent(new tab.window.Event("focusin", { bubbles: true }));
  assert.equal(menu.open, false);
});

test("without the search's script, the opener leads to its page", async () => {
  const tab = await open("index.html", { missing: (name) => name === "assets/search.js" });
  await tab.click(".search-open");
  assert.equal(tab.left.length, 1);
});

test("a picture for dark pages is for the scheme that was chosen", async () => {
  const picture = `<picture><source media="(prefers-color-scheme: dark) and (min-width: 1px)" srcset="a.svg"><img src="b.svg" alt="A"></picture>`;
  const tab = await open("index.html", {
    before: (window) => window.document.querySelector("main").insertAdjacentHTML("beforeend", picture),
  });
  const source = tab.one("picture source");
  const choose = async (value, media) => {
    tab.one(".scheme-select").value = value;
    tab.one(".scheme-select").dispatchEvent(new tab.window.Event("change"));
    await until(() => source.getAttribute("media") === media, `a picture for ${value || "the device"}`);
  };
  assert.equal(source.getAttribute("media"), "(prefers-color-scheme: dark) and (min-width: 1px)");
  await choose("dark", "(min-width: 0) and (min-width: 1px)");
  await choose("light", "(max-width: 0) and (min-width: 1px)");
  await choose("", "(prefers-color-scheme: dark) and (min-width: 1px)");
});

test("a sale that has ended shows the price before it, and nothing of its end", async () => {
  const price = (until) =>
    `<p class="price"><s>49 €</s> <b class="sale" data-until="${until}">39 €</b></p><p class="offer-note" data-until="${until}">39 € until ${until}</p>`;
  const tab = await open("index.html", {
    before: (window) => window.document.querySelector("main").insertAdjacentHTML("beforeend", price("2020-01-01") + price("2999-01-01")),
  });
  assert.deepEqual(tab.all("main .price").map((each) => each.textContent.trim()).slice(-2), ["49 €", "49 € 39 €"]);
  assert.deepEqual(tab.all("main .offer-note").map((note) => note.textContent).slice(-1), ["39 € until 2999-01-01"]);
  assert.ok(!tab.text("main").includes("until 2020"));
});

test("code is copied without its prompts and output", async () => {
  const copied = [];
  const tab = await open(lesson, {
    before: (window) => (window.navigator.clipboard = { writeText: async (text) => copied.push(text) }),
  });
  await tab.click("figure.code .copy");
  assert.equal(copied[0].trim(), "tie --reef");
  assert.equal(tab.text("figure.code .copy"), "Copied");
  await until(() => tab.text("figure.code .copy") === "Copy", "the button to be as before");
});

for (const isAllowed of [true, false]) {
  test("where the clipboard is closed, code is " + (isAllowed ? "copied by hand" : "not said to be copied"), async () => {
    const tab = await open(lesson, { before: (window) => (window.document.execCommand = () => isAllowed) });
    await tab.click("figure.code .copy");
    assert.equal(tab.text("figure.code .copy"), isAllowed ? "Copied" : "Copy");
    assert.match(String(tab.window.getSelection()), /tie --reef/);
  });
}

for (const width of [100, 900]) {
  test("code " + width + " px wide in a box of 100 px is " + (width > 100 ? "a" : "no") + " stop for the keyboard", async () => {
    const tab = await open(lesson, {
      before(window) {
        Object.defineProperty(window.HTMLElement.prototype, "scrollWidth", { get: () => width });
        Object.defineProperty(window.HTMLElement.prototype, "clientWidth", { get: () => 100 });
      },
    });
    assert.equal(tab.one("figure.code pre").tabIndex, width > 100 ? 0 : -1);
  });
}

test("an image that can be shown large stays in its picture", async () => {
  const picture = `<p class="prose"><picture><source media="(min-width: 1px)" srcset="a.svg"><img src="b.svg" alt="A"></picture></p>`;
  const tab = await open("index.html", {
    before(window) {
      Object.defineProperty(window.HTMLImageElement.prototype, "width", { get: () => 320 });
      window.document.querySelector("main").insertAdjacentHTML("beforeend", picture);
    },
  });
  assert.ok(tab.one(".zoom > picture > source + img"));
});

test("a picture is shown large, and closes", async () => {
  const tab = await open(lesson, {
    before: (window) => Object.defineProperty(window.HTMLImageElement.prototype, "width", { get: () => 320 }),
  });
  assert.equal(tab.one(".zoom").getAttribute("aria-label"), "Enlarge the image: A rope");
  tab.one(".zoom").click();
  await tab.click(".zoom");
  assert.equal(tab.one("dialog.image-dialog[open] img").alt, "A rope");
  await tab.click("dialog.image-dialog .dialog-close");
  assert.equal(tab.all("dialog.image-dialog").length, 0);
});

test("tabs are chosen by click, by keys and by a place within them", async () => {
  const heading = '<h2 id="tab-1">Tab 1</h2>';
  const tab = await open(lesson, { before: ({ document }) => document.querySelector("main").insertAdjacentHTML("afterbegin", heading) });
  const [sea, land] = tab.all(".tabs .tab");
  const [first, second] = tab.all("[role=tab]");
  assert.equal(tab.document.getElementById(sea.getAttribute("aria-labelledby")), first);
  assert.deepEqual([sea.hidden === false, first.textContent, second.textContent], [true, "Sea", "Land"]);
  assert.ok(land.hidden);
  await tab.click(second);
  assert.ok(sea.hidden && !land.hidden);
  assert.deepEqual([sea.tabIndex, land.tabIndex], [-1, 0], "what is hidden is no stop for the keyboard");
  second.focus();
  for (const [key, focused] of [["ArrowRight", first], ["ArrowLeft", second], ["Home", first], ["End", second]]) {
    assert.equal(await tab.press(key), true);
    assert.equal(tab.document.activeElement, focused);
  }
  assert.equal(await tab.press("x"), false);
  sea.dispatchEvent(new tab.window.Event("beforematch"));
  assert.ok(!sea.hidden);
});

test("on a disk, films take their captions from the page", async () => {
  const cues = [];
  const tab = await open(lesson, {
    before(window) {
      window.VTTCue = class { constructor(...all) { cues.push(all); } };
      window.HTMLMediaElement.prototype.addTextTrack = (kind, label, lang) => ({ kind, label, lang, addCue() {} });
      window.document.querySelector("main").insertAdjacentHTML("beforeend",
        '<div><video><track src="a.vtt"></video><template class="captions" data-label="English" data-lang="en">WEBVTT\n\n00:01.500 --> 01:00:02.000 line:0\nHello\n\nNOTE no cue</template></div>');
    },
  });
  assert.equal(tab.all("track").length, 1, "on the web they load by themselves");
  tab.window.clevio.enhance(tab.one("main"));
  await until(() => cues.length, "the captions");
  assert.equal(tab.all("track").length, 0);
  assert.deepEqual(cues, [[1.5, 3602, "Hello"]]);
});

test("the table of contents marks the place that is read", async () => {
  const tab = await open(lesson);
  const top = (selector, value) => (tab.one(selector).getBoundingClientRect = () => ({ top: value }));
  top("#tie-it", -10);
  top("#where", 5_000);
  tab.window.dispatchEvent(new tab.window.Event("scroll"));
  tab.window.dispatchEvent(new tab.window.Event("scroll"));
  await until(() => tab.all(".toc [aria-current]")[0]?.hash === "#tie-it", "a mark");
  top("#where", 10);
  tab.window.dispatchEvent(new tab.window.Event("resize"));
  await until(() => tab.all(".toc [aria-current]")[0]?.hash === "#where", "the next mark");
  assert.equal(tab.all(".toc [aria-current]").length, 1);
  tab.window.clevio.enhance(tab.one("main"));
  tab.window.clevio.enhance(tab.one("main"));
  await settle();
});
