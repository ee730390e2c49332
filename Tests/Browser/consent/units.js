// The consent script without a browser: the record, its stores, and the order of Google's signals.
// node units.js FOLDER-OF-THE-SCRIPT'S-SOURCES
"use strict";
const { readFileSync, readdirSync } = require("node:fs");
const { createContext, runInContext } = require("node:vm");
const { join } = require("node:path");
const assert = require("node:assert");

const folder = process.argv[2];
const source = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), "utf8")).join("");

/// A page with just what the script touches. `device` keeps what is stored between pages.
function page(services, device = {}, options = {}) {
  device.cookies ??= new Map();
  device.local ??= new Map();
  const blocked = () => {
    throw new Error("blocked");
  };
  const element = () => ({ setAttribute() {}, toggleAttribute() {}, removeAttribute() {}, lang: "en" });
  const data = { revision: "0a1b2c3d", days: [180, 180], page: "cookies.html", services, ...options.data };
  const listeners = {};
  const document = {
    currentScript: { src: "http://school.test/assets/clv-privacy.js" },
    documentElement: element(),
    getElementById: (id) => id === "clv-data" && { textContent: JSON.stringify(data), dataset: {} },
    querySelectorAll: () => [],
    querySelector: () => null,
    addEventListener: (type, act) => (listeners[type] ??= []).push(act),
    removeEventListener: () => {},
    dispatchEvent: (event) => (listeners[event.type] ?? []).forEach((act) => act(event)),
    get cookie() {
      return [...device.cookies].map((pair) => pair.join("=")).join("; ");
    },
    set cookie(text) {
      if (options.withoutCookies) return;
      const [, name, value, rest] = text.match(/^([^=]*)=([^;]*)(.*)$/);
      if (/Max-Age=0/.test(rest)) device.cookies.delete(name);
      else device.cookies.set(name, value);
    },
  };
  const localStorage = options.withoutStorage
    ? { getItem: blocked, setItem: blocked, removeItem: blocked }
    : {
        getItem: (key) => device.local.get(key) ?? null,
        setItem: (key, value) => device.local.set(key, value),
        removeItem: (key) => device.local.delete(key),
      };
  const window = {
    document, localStorage, URL, atob, btoa,
    location: new URL("http://school.test/index.html"),
    navigator: { globalPrivacyControl: !!options.signal, doNotTrack: options.tracking },
    addEventListener() {}, MutationObserver: class { observe() {} disconnect() {} },
    CustomEvent: class { constructor(type, { detail }) { Object.assign(this, { type, detail }); } },
  };
  window.window = window;
  if (options.now) {
    window.Date = class extends Date {
      static now = () => options.now;
    };
  }
  runInContext(source, createContext(window));
  return { window, consent: window.clevio.consent, device };
}

const service = (id, category = "analytics", mark = id.padEnd(3, "_").slice(-3), ...more) =>
  [id, category, mark, id.toUpperCase(), ...more];
const many = (count) => Array.from({ length: count }, (_, n) => service(`s${n}`, "analytics", `A${String(n).padStart(2, "0")}`));
let tests = 0;
const test = (name, act) => {
  try {
    act();
    tests += 1;
  } catch (error) {
    console.log(`FAIL ${name}: ${error.message}`);
    process.exitCode = 1;
  }
};

for (const count of [1, 7, 8, 9, 40, 41]) {
  test(`a record of ${count} services reads the same again`, () => {
    const services = many(count);
    const wanted = Object.fromEntries(services.map(([id], n) => [id, n % 3 === 0]));
    const { consent, device } = page(services);
    consent.set(wanted);
    assert.deepEqual({ ...page(services, device).consent.get().services }, wanted);
    assert.ok([...device.cookies.values()][0].length <= 300);
  });
}
test("nothing is stored before a choice, and nothing is allowed", () => {
  const { consent, device } = page(many(3));
  assert.equal(consent.get().decided, false);
  assert.equal(consent.has("s0"), false);
  assert.equal(device.cookies.size + device.local.size, 0);
});
test("services in another order keep their answers", () => {
  const services = many(12);
  const { consent, device } = page(services);
  consent.set({ s1: true, s11: true });
  const again = page([...services].reverse(), device).consent;
  assert.deepEqual(services.map(([id]) => id).filter(again.has), ["s1", "s11"]);
});
test("without cookies local storage keeps the choice, without both the page does", () => {
  const first = page(many(2), {}, { withoutCookies: true });
  first.consent.accept();
  assert.equal(first.device.local.size, 1);
  assert.equal(page(many(2), first.device, { withoutCookies: true }).consent.has("s1"), true);
  const second = page(many(2), {}, { withoutCookies: true, withoutStorage: true });
  second.consent.accept();
  assert.equal(second.consent.has("s1"), true);
});
test("a yes and a no end after 180 days, not before", () => {
  for (const choose of ["accept", "reject"]) {
    const device = {};
    const start = Date.UTC(2026, 0, 1);
    page(many(2), device, { now: start }).consent[choose]();
    const after = (days) => page(many(2), device, { now: start + days * 864e5 }).consent.get().decided;
    assert.deepEqual([0, 179, 180, 400, -1, -30].map(after), [true, true, false, false, true, false]);
  }
});
test("what is no record is no consent", () => {
  const good = page(many(9));
  good.consent.accept();
  const text = [...good.device.cookies.values()][0];
  for (let seed = 1; seed < 400; seed++) {
    const at = (seed * 7919) % text.length;
    const spoilt = text.slice(0, at) + "~%.A"[seed % 4] + text.slice(at + 1 + (seed % 3));
    const device = { cookies: new Map([["clv_consent", spoilt]]) };
    const { consent } = page(many(9), device);
    assert.equal(typeof consent.get().decided, "boolean");
  }
});
test("Google's signals are denied first, then updated once a choice", () => {
  const services = [service("ga", "analytics"), service("ads", "marketing")];
  const { window, consent } = page(services, {}, { data: { google: 1 } });
  const said = () => window.dataLayer.map((each) => [each[0], each[1], { ...each[2] }]);
  assert.equal(said().length, 1);
  assert.deepEqual(said()[0].slice(0, 2), ["consent", "default"]);
  assert.deepEqual(Object.entries(said()[0][2]).filter(([, word]) => word !== "denied"), [["security_storage", "granted"]]);
  assert.equal(Object.keys(said()[0][2]).length, 7);
  consent.set({ analytics: true });
  assert.deepEqual(said()[1].slice(0, 2), ["consent", "update"]);
  assert.equal(said()[1][2].analytics_storage, "granted");
  assert.equal(said()[1][2].ad_storage, "denied");
  assert.equal(said().length, 2);
});
test("the signal against sharing outlives an earlier yes, not a later one", () => {
  const services = [service("ads", "marketing", "ads", [], 1), service("ga")];
  const device = {};
  page(services, device, { data: { gpc: 1 } }).consent.accept();
  const later = page(services, device, { data: { gpc: 1 }, signal: true });
  assert.deepEqual([later.consent.has("ads"), later.consent.has("ga")], [false, true]);
  later.consent.set({ ads: true });
  assert.equal(page(services, device, { data: { gpc: 1 }, signal: true }).consent.has("ads"), true);
});
test("listeners hear of each choice until they stop", () => {
  const { consent } = page(many(2));
  const heard = [];
  const stop = consent.onChange(({ type, services }) => heard.push([type, services.s0]));
  consent.accept();
  consent.withdraw();
  assert.deepEqual(heard, [["accept", true], ["withdraw", false]]);
  stop();
});
test("the record names nobody unless a proof is sent", () => {
  const { consent, device } = page(many(2));
  consent.accept();
  assert.match([...device.cookies.values()][0], /^v1\.0a1b2c3d\.\d{5}\.wA\.A00A01\.a$/);
});
console.log(`${tests} units held`);
