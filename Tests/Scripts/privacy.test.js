// What a visitor is asked about services, and what the answer lets in.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, until, settle } = require("./page.js");

const lesson = "courses/birds/start/songs.html";
const record = /^v1\.[0-9a-f]{8}\.\d+\./;

/** A page of a visitor; `tabs` of one visitor share cookies and storage. */
async function visit(place = lesson, { declare = {}, before, ...options } = {}) {
  const events = [];
  const tab = await open(place, {
    before(window, dom) {
      const block = window.document.getElementById("clv-data");
      block.textContent = JSON.stringify({ ...JSON.parse(block.textContent), ...declare });
      window.document.addEventListener("clevio:consent", ({ detail }) => events.push(detail.type));
      if (before) before(window, dom);
    },
    ...options,
  });
  const { consent } = tab.window.clevio;
  const asks = () => tab.document.documentElement.getAttribute("data-clv-consent") === "ask";
  const press = (action, place = "") => tab.click(`${place} [data-clv-action=${action}]`);
  /** The scripts of services that run, and the content of others that is shown. */
  const shown = () => tab.all("script[src^='https://stats'], script[src^='https://ads'], iframe[src], main img[src^='https:'], audio[src]").map((each) => new URL(each.src).hostname.split(".")[0]);
  return { ...tab, events, consent, asks, press, shown, cookies: tab.dom.cookieJar };
}

test("asks, and until there is an answer nothing is let in or kept", async () => {
  const tab = await visit();
  assert.ok(tab.asks());
  assert.deepEqual(tab.shown(), []);
  assert.equal(tab.document.cookie, "");
  assert.deepEqual(tab.stored(), {});
  assert.equal(tab.consent.get().decided, false);
  assert.deepEqual(tab.events, ["ready"]);
});

test("accepting lets everything in, on this page and the next", async () => {
  const tab = await visit();
  await tab.press("accept", ".clv-notice");
  assert.ok(!tab.asks());
  assert.deepEqual(tab.shown().sort(), ["ads", "pics", "pics", "stats", "tube"]);
  assert.equal(tab.one("iframe").title, "A nightingale sings");
  assert.equal(tab.one("iframe").style.aspectRatio, "560 / 315");
  assert.equal(tab.document.activeElement, tab.one(".clv-said"), "where it can be changed is said");
  await tab.press("hide");
  assert.ok(!tab.document.documentElement.hasAttribute("data-clv-said"));
  assert.match(tab.document.cookie.split("=")[1], record);
  const next = await visit(lesson, { cookies: tab.cookies });
  assert.ok(!next.asks());
  assert.equal(next.shown().length, 5);
});

test("rejecting lets nothing in, and is remembered", async () => {
  const tab = await visit();
  await tab.press("reject", ".clv-notice");
  assert.deepEqual(tab.shown(), []);
  const next = await visit(lesson, { cookies: tab.cookies });
  assert.ok(!next.asks());
  assert.deepEqual(next.shown(), []);
  assert.equal(next.consent.get().source, "reject");
});

test("the settings let in service by service", async () => {
  const tab = await visit();
  await tab.press("open", ".clv-notice");
  await until(() => tab.all("#clv-choices[open]").length, "the dialog");
  const box = (name) => tab.one(`[data-clv-service=${name}]`);
  const embeds = tab.one("[data-clv-category=embeds]");
  const change = (each, checked) => {
    each.checked = checked;
    each.dispatchEvent(new tab.window.Event("change", { bubbles: true }));
  };
  change(embeds, true);
  assert.deepEqual([box("tube").checked, box("pics").checked, box("stats").checked], [true, true, false]);
  change(box("tube"), false);
  assert.deepEqual([embeds.checked, embeds.indeterminate], [false, true]);
  await tab.press("save", "#clv-choices");
  assert.deepEqual(tab.shown(), ["pics", "pics"]);
  assert.equal(tab.all("dialog[open]").length, 0);
  assert.ok(tab.consent.has("pics") && !tab.consent.has("embeds") && !tab.consent.has("tube"));
  await tab.click("[data-cookie-settings]");
  assert.deepEqual([box("pics").checked, box("tube").checked], [true, false], "as it was chosen");
  await tab.press("close", "#clv-choices");
  assert.equal(tab.all("dialog[open]").length, 0);
});

test("settings that do not load lead to the page about cookies", async () => {
  const tab = await visit(lesson, { missing: (name) => name.includes("clv-choices") });
  await tab.press("open", ".clv-notice");
  assert.equal(tab.left.length, 1);
});

test("withdrawing leaves the page, so that nothing goes on running, and clears what was stored", async () => {
  const tab = await visit();
  await tab.press("accept", ".clv-notice");
  tab.document.cookie = "_st_1=a; Path=/";
  tab.document.cookie = "mine=b; Path=/";
  tab.window.localStorage.setItem("stats.queue", "c");
  tab.window.localStorage.setItem("clevio:scheme", "dark");
  tab.window.sessionStorage.setItem("stats-visit", "d");
  tab.consent.withdraw();
  await settle();
  assert.equal(tab.left.length, 1);
  assert.ok(!tab.document.cookie.includes("_st_1") && tab.document.cookie.includes("mine=b"));
  assert.deepEqual(tab.stored(), { "clevio:scheme": "dark" });
  assert.equal(tab.window.sessionStorage.length, 0);
});

test("databases and caches that a refused service declared are deleted", async () => {
  const gone = [];
  const list = (names) => ({ databases: async () => names.map((name) => ({ name })), deleteDatabase: (name) => gone.push(name) });
  const tab = await visit(lesson, {
    declare: { services: [["stats", "analytics", "ODl", "Stats", ["i:st-*", "k:st", "x:?"]]] },
    before(window) {
      window.indexedDB = list(["st-1", "mine"]);
      window.caches = { keys: async () => ["st", "stay"], delete: async (name) => gone.push(name) };
    },
  });
  await tab.press("reject", ".clv-notice");
  assert.deepEqual([...new Set(gone)].sort(), ["st", "st-1"]);
});

test("one placeholder shows once, or always", async () => {
  const tab = await visit();
  await tab.press("once", "[data-clv-svc=tube]");
  assert.deepEqual(tab.shown(), ["tube"]);
  assert.ok(tab.asks(), "that is no choice");
  await tab.press("always", "[data-clv-svc=pics]");
  assert.deepEqual(tab.shown().sort(), ["pics", "pics", "tube"]);
  assert.equal(tab.left.length, 0);
  assert.equal(tab.consent.get().source, "embed");
});

test("a yes to one service is none to another, whatever it is called", async () => {
  const services = [["tube", "embeds", "vP1", "Tube"], ["constructor", "marketing", "CON", "Builder"]];
  const tab = await visit(lesson, { declare: { services } });
  await tab.press("always", "[data-clv-svc=tube]");
  assert.deepEqual({ ...tab.consent.get().services }, { tube: true, constructor: false });
});

test("the focus goes from a placeholder's button to what it showed", async () => {
  const tab = await visit();
  for (const [service, action, shown] of [["tube", "once", "iframe"], ["pics", "always", "img"]]) {
    tab.one(`[data-clv-svc=${service}] [data-clv-action=${action}]`).focus();
    await tab.press(action, `[data-clv-svc=${service}]`);
    assert.equal(tab.document.activeElement.localName, shown);
  }
});

test("content that comes later is let in, too", async () => {
  const tab = await visit();
  tab.consent.set({ embeds: true });
  const later = tab.document.createElement("div");
  later.innerHTML = `<span data-clv-svc="pics" data-clv-tag="video" data-clv-src="https://pics.example/film.mp4" data-clv-title="A film"></span>
    <link data-clv-svc="pics" data-clv-href="https://pics.example/a.css"><script type="text/plain" data-clv-svc="pics" data-clv-type="module" async>one()</script>`;
  tab.document.body.append(later);
  tab.window.clevio.enhance(later);
  assert.ok(later.querySelector("video[controls][aria-label='A film']"));
  assert.equal(later.querySelector("link").href, "https://pics.example/a.css");
  assert.equal(later.querySelector("script").type, "module");
});

test("a service that is new is asked about, and refused until then", async () => {
  const tab = await visit();
  await tab.press("accept", ".clv-notice");
  const { services: declared } = JSON.parse(tab.document.getElementById("clv-data").textContent);
  const services = [declared.find(([id]) => id === "tube"), ["new", "marketing", "NEW", "Newcomer"]];
  const next = await visit(lesson, { cookies: tab.cookies, declare: { services } });
  assert.ok(next.asks());
  assert.deepEqual(next.shown(), []);
  assert.equal(next.text("[data-clv-changed]"), "Newcomer");
});

for (const text of ["nonsense", "v1.0a.1.AA.ODl.r", "v1.a276c8cf.99999999.AA.ODl.r", "v2.x.y.z.a.b", "v1.0a.20000.%%.ODl.r"]) {
  test("what is no record, or an old one, is none: " + text, async () => {
    const tab = await visit(lesson, { before: (window) => (window.document.cookie = "clv_consent=" + text) });
    assert.ok(tab.asks());
  });
}

test("without cookies the choice is kept in the storage, without both for the page", async () => {
  const withoutCookies = (window) => Object.defineProperty(window.document, "cookie", { get: () => "", set() {} });
  const tab = await visit(lesson, { before: withoutCookies });
  await tab.press("accept", ".clv-notice");
  assert.match(tab.stored().clv_consent, record);
  const blocked = await visit(lesson, {
    before(window) {
      withoutCookies(window);
      window.Storage.prototype.setItem = () => { throw new Error("blocked"); };
    },
  });
  await blocked.press("accept", ".clv-notice");
  assert.equal(blocked.shown().length, 5);
  assert.ok(!blocked.asks());
});

test("a browser's signal keeps off what shares data, also when all is accepted", async () => {
  const signal = (window) => (window.navigator.globalPrivacyControl = true);
  const tab = await visit(lesson, { before: signal });
  assert.ok(tab.document.documentElement.hasAttribute("data-clv-gpc"));
  await tab.press("accept", ".clv-notice");
  assert.deepEqual(tab.shown().sort(), ["pics", "pics", "stats", "tube"]);
  tab.consent.set({ ads: true });
  await settle();
  assert.ok(tab.shown().includes("ads"), "its own switch is stronger");
});

test("who asks not to be tracked is not asked", async () => {
  const tab = await visit(lesson, { declare: { dnt: 1 }, before: (window) => Object.defineProperty(window.navigator, "doNotTrack", { value: "1" }) });
  assert.ok(!tab.asks());
  assert.deepEqual(tab.shown(), []);
});

test("another tab's choice is taken over", async () => {
  const one = await visit();
  const two = await visit(lesson, { cookies: one.cookies });
  await one.press("accept", ".clv-notice");
  const hear = (type, more) => two.window.dispatchEvent(Object.assign(new two.window.Event(type), more));
  hear("storage", { key: "other" });
  assert.ok(two.asks());
  hear("storage", { key: "clv_consent" });
  assert.ok(!two.asks());
  assert.equal(two.shown().length, 5);
  hear("pageshow", { persisted: true });
  hear("visibilitychange");
  assert.deepEqual(two.events, ["ready", "sync"], "what is the same is not told again");
});

test("Google's signals say what is allowed before its script runs", async () => {
  const tab = await visit(lesson, { declare: { google: 1 } });
  const told = () => [...tab.window.dataLayer].map((each) => `${each[1]}: ${each[2].analytics_storage}, ${each[2].ad_storage}`);
  assert.deepEqual(told(), ["default: denied, denied"]);
  tab.consent.set({ analytics: true });
  assert.equal(told().at(-1), "update: granted, denied");
});

test("the age is asked first where it must be, and who is too young allows nothing", async () => {
  const ask = (window) => window.document.body.insertAdjacentHTML("beforeend", '<dialog id="clv-age"><form><input></form></dialog>');
  const options = { declare: { age: { min: 16, consent: 1, checkout: 1 } }, before: ask };
  const answer = async (tab, age) => {
    await until(() => tab.all("#clv-age[open]").length, "the question");
    tab.one("#clv-age input").value = new Date().getFullYear() - age;
    tab.one("#clv-age form").onsubmit();
    await settle();
  };
  const young = await visit(lesson, options);
  await young.press("accept", ".clv-notice");
  await answer(young, 16);
  assert.ok(young.one("#clv-age").hasAttribute("data-refused"));
  assert.deepEqual(young.shown(), []);
  const old = await visit(lesson, options);
  await old.press("accept", ".clv-notice");
  await answer(old, 17);
  assert.equal(old.shown().length, 5);
  const again = await visit(lesson, { ...options, cookies: old.cookies });
  again.consent.set({ ads: false });
  assert.equal(again.all("#clv-age[open]").length, 0, "once is enough");
  const buyer = await visit("courses/paid/index.html", options);
  await buyer.click("[data-action=get]");
  assert.equal(buyer.left.length, 0);
  await answer(buyer, 30);
  assert.equal(buyer.left.length, 1, "on to the shop");
});

test("a receipt can be saved, and is sent where the operator collects them", async () => {
  const sent = [];
  const tab = await visit("your-data.html", {
    declare: { endpoint: "https://school.example/log" },
    before(window) {
      window.navigator.sendBeacon = (...all) => sent.push(all);
      window.crypto.getRandomValues ??= (array) => array.fill(7);
    },
  });
  const heard = [];
  const stop = tab.consent.onChange(({ type }) => heard.push(type));
  await tab.press("accept", ".clv-notice");
  stop();
  tab.consent.reject();
  assert.deepEqual(heard, ["accept"]);
  const [[address, body]] = sent;
  assert.equal(address, "https://school.example/log");
  assert.equal(JSON.parse(body).services.stats, true);
  assert.match(JSON.parse(body).record, record);
  const button = tab.document.createElement("button");
  button.dataset.clvAction = "receipt";
  tab.document.body.append(button);
  await tab.click(button);
  assert.equal(tab.window.saved.length, 1);
});

test("pages without a declaration have nothing of it", async () => {
  const tab = await open(lesson, { before: (window) => window.document.getElementById("clv-data").remove() });
  assert.equal(tab.window.clevio.consent, undefined);
  assert.equal(tab.document.documentElement.hasAttribute("data-clv-consent"), false);
});
