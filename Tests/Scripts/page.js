// Pages of a built portal in jsdom, with the scripts of the theme as they stand in its sources.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { webcrypto } = require("node:crypto");
const { after } = require("node:test");
const { JSDOM, VirtualConsole } = require("jsdom");

const theme = path.join(__dirname, "../../Themes/default");
const portal = process.env.CLEVIO_TEST_PORTAL;
const origin = "https://school.example/";

/** The folder of the theme that an asset is joined from, where its name is another. */
const folders = { clevio: "js", theme: "head", "your-data": "device", "clv-privacy": "privacy" };

const compiled = new Map();
function compile(filename) {
  if (!compiled.has(filename)) compiled.set(filename, new vm.Script(fs.readFileSync(filename, "utf8"), { filename }));
  return compiled.get(filename);
}

/** The sources of a script of the portal; none if there is no such script. */
function scriptsOf(name) {
  const stem = path.basename(name, ".js");
  const folder = path.join(theme, folders[stem] || stem);
  if (name.startsWith("assets/") && fs.existsSync(folder)) {
    return fs.readdirSync(folder).sort().map((file) => compile(path.join(folder, file)));
  }
  const built = path.join(portal, name);
  return fs.existsSync(built) ? [compile(built)] : null;
}

/** What browsers have and jsdom has not. */
function fill(window) {
  const dialog = window.HTMLDialogElement.prototype;
  dialog.showModal = function () {
    this.open = true;
    const first = this.querySelector("input, button");
    if (first) first.focus();
  };
  dialog.close = function () {
    this.open = false;
    this.dispatchEvent(new window.Event("close"));
  };
  window.Element.prototype.scrollIntoView = () => {};
  window.HTMLElement.prototype.checkVisibility = function () {
    return !this.closest("[hidden]");
  };
  window.URL.createObjectURL = (blob) => {
    window.saved.push(blob);
    return "blob:" + window.saved.length;
  };
  window.URL.revokeObjectURL = () => {};
  window.saved = [];
  Object.assign(window, { TextEncoder, TextDecoder, structuredClone, Blob, DecompressionStream, isSecureContext: true });
  Object.defineProperty(window, "crypto", { value: webcrypto, configurable: true });
  window.HTMLMediaElement.prototype.canPlayType = () => "maybe";
  window.HTMLMediaElement.prototype.play = async () => {};
  window.scrollTo = () => {};
  window.performance.getEntriesByType = () => [];
  window.matchMedia = (query) => Object.assign(new window.EventTarget(), { media: query, matches: true });
  window.IntersectionObserver = class {
    observe() {}
    disconnect() {}
  };
  window.ResizeObserver = class {
    constructor(tell) {
      this.observe = (target) => tell([{ target }]);
    }
  };
}

// Timers of pages would keep the process waiting.
const windows = [];
after(() => windows.forEach((window) => window.close()));

/**
 * Opens a page: its scripts run, and so do those that they put into it.
 *
 * @param place its path in the portal, with a "#" and what follows if it has one
 * @param before called with the window when nothing has run yet
 * @param missing what of the portal's scripts does not arrive
 * @param files scripts that lie in the portal beside what was built, by their paths
 * @param cookies a jar of an earlier page of the same browser; `stored` is its storage
 */
async function open(place, { before, missing = () => false, files = {}, cookies, stored = {}, at = origin } = {}) {
  const left = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    if (/navigation/.test(error.message)) left.push(error.message);
    else queueMicrotask(() => { throw error.detail || error; }); // a test whose page has an error fails
  });
  const file = path.join(portal, place.split(/[?#]/)[0]);
  const dom = new JSDOM(fs.readFileSync(file, "utf8"), {
    url: at + place, runScripts: "outside-only", pretendToBeVisual: true, cookieJar: cookies, virtualConsole,
  });
  const { window } = dom;
  windows.push(window);
  const { document } = window;
  fill(window);
  for (const key in stored) window.localStorage.setItem(key, stored[key]);
  const loaded = [];
  let current = null;
  Object.defineProperty(document, "currentScript", { get: () => current });

  const run = (script) => {
    const name = decodeURI(new URL(script.src, document.baseURI).href.replace(at, "").split("?")[0]);
    loaded.push(name);
    if (missing(name)) return script.dispatchEvent(new window.Event("error"));
    const scripts = Object.hasOwn(files, name) ? [new vm.Script(files[name])] : scriptsOf(name);
    if (!scripts) return script.dispatchEvent(new window.Event("error"));
    current = script;
    for (const each of scripts) each.runInContext(dom.getInternalVMContext());
    current = null;
    script.dispatchEvent(new window.Event("load"));
  };
  // Scripts that scripts append; jsdom runs none.
  new window.MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.localName === "script" && node.src.startsWith(at)) run(node);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  if (before) before(window, dom);
  await settle();
  const own = [...document.querySelectorAll("script[src]")];
  for (const script of [...own.filter((each) => !each.defer), ...own.filter((each) => each.defer)]) run(script);
  document.dispatchEvent(new window.Event("DOMContentLoaded", { bubbles: true }));
  window.dispatchEvent(new window.Event("load"));
  await settle();

  const one = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error("the page has no " + selector);
    return found;
  };
  return {
    window, document, dom, loaded, left, one,
    all: (selector) => [...document.querySelectorAll(selector)],
    text: (selector) => one(selector).textContent.replace(/\s+/g, " ").trim(),
    async click(target) {
      (typeof target === "string" ? one(target) : target).click();
      await settle();
    },
    async type(selector, text) {
      one(selector).value = text;
      one(selector).dispatchEvent(new window.Event("input", { bubbles: true }));
      one(selector).dispatchEvent(new window.Event("change", { bubbles: true }));
      await settle();
    },
    async press(key, target = document.activeElement, more = {}) {
      const event = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      target.dispatchEvent(event);
      await settle();
      return event.defaultPrevented;
    },
    stored: () => Object.fromEntries(Object.entries(window.localStorage)),
  };
}

/** Lets promises and observers that are due have their turn. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Waits for a condition, for timers and scripts take their time. */
async function until(condition, what = String(condition)) {
  for (const end = Date.now() + 5_000; Date.now() < end; ) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("waited in vain for " + what);
}

module.exports = { open, settle, until, portal, origin };
