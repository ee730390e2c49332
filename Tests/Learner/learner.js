// The learner's scripts without a browser: a store, events and a list of scripts that somebody else answers.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { Element } = require("./elements.js");

const theme = path.join(__dirname, "../../Themes/default");
const deeds = ["learning/10-progress.js", "learning/20-course.js", "courses/10-next.js", "deeds/10-deeds.js"];
const marking = ["marking/10-digest.js", "marking/20-answers.js"];

/** A store as browsers have it; `fault` is thrown instead of writing, or of all use if it is a SecurityError. */
function store() {
  const kept = new Map();
  const blocked = () => {
    if (state.fault && state.fault.name === "SecurityError") throw state.fault;
  };
  const state = {
    fault: null,
    kept,
    proxy: new Proxy(
      {
        getItem: (key) => (blocked(), kept.get(key) ?? null),
        setItem(key, value) {
          if (state.fault) throw state.fault;
          kept.set(key, value);
        },
        removeItem: (key) => (blocked(), kept.delete(key)),
      },
      { ownKeys: () => (blocked(), [...kept.keys()]), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    ),
  };
  return state;
}

/** A page that ran the scripts; pages that share a store are tabs of one browser. */
function page(own = store(), { place = "https://school.example", maps = {}, main = null, words = {} } = {}) {
  const events = [];
  const listeners = {};
  const listen = (name, heard) => (listeners[name] ||= []).push(heard);
  const document = new Element("document", {}, ...(main ? [main] : []));
  document.documentElement = { dataset: { root: "" }, lang: "en" };
  document.body = { dataset: words };
  const send = document.dispatchEvent.bind(document);
  document.dispatchEvent = (event) => {
    events.push([event.type, event.detail]);
    return send(event);
  };
  const isDisk = place.startsWith("file:");
  const global = {
    document,
    localStorage: own.proxy,
    location: { protocol: place.split("//")[0], origin: place === "file:firefox" ? "null" : place },
    addEventListener: listen,
    clevio: {
      script(src) {
        const id = src.split("/")[1];
        if (!maps[id]) return Promise.reject(new Error(src));
        global.clevioCourse(id, maps[id]);
        return Promise.resolve();
      },
      load(name) {
        fs.readdirSync(path.join(theme, name)).sort().forEach((file) => run(`${name}/${file}`));
        return Promise.resolve();
      },
      element(name, attributes, ...children) {
        const made = new Element(name, {}, ...children);
        for (const key in attributes) made.setAttribute(key, attributes[key]);
        return made;
      },
    },
    CustomEvent, TextEncoder, Date, console, JSON, Math, URL, crypto: globalThis.crypto ?? require("node:crypto").webcrypto,
    setTimeout, clearTimeout,
  };
  if (isDisk) global.location.protocol = "file:";
  global.window = global;
  vm.createContext(global);
  const run = (name) => vm.runInContext(fs.readFileSync(path.join(theme, name), "utf8"), global, { filename: path.join(theme, name) });
  for (const name of [...deeds, ...marking]) run(name);
  const tell = (name, event) => (listeners[name] || []).forEach((heard) => heard(event));
  return { ...global.clevio, clevio: global.clevio, events, tell, run, store: own, global, document };
}

/** The names of a page's events beside the changes of progress. */
const told = ({ events }) => events.map(([type]) => type).filter((type) => type !== "clevio:progress");

module.exports = { store, page, told };
