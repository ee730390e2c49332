// A device without a browser: caches, a network that answers or does not, the worker, and tabs that save courses.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const vm = require("node:vm");
const { createHash, webcrypto } = require("node:crypto");

const theme = path.join(__dirname, "../../Themes/default");
const root = "https://school.example/portal/";

const run = (name, global) => {
  const file = path.join(theme, name);
  vm.runInContext(fs.readFileSync(file, "utf8"), vm.createContext(global), { filename: pathToFileURL(file).href });
};

/** Caches as browsers have them; `room` is how many contents fit. */
function cacheStorage() {
  const all = new Map();
  const storage = {
    room: Infinity,
    has: async (name) => all.has(name),
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    match: async (key, { cacheName }) => (all.has(cacheName) ? (await storage.open(cacheName)).match(key) : undefined),
    async open(name) {
      if (!all.has(name)) all.set(name, new Map());
      const entries = all.get(name);
      const urlOf = (key) => key.url || String(key);
      return {
        keys: async () => [...entries.keys()].map((url) => ({ url })),
        match: async (key) => (entries.has(urlOf(key)) ? entries.get(urlOf(key)).clone() : undefined),
        delete: async (key) => entries.delete(urlOf(key)),
        async put(key, response) {
          const bytes = await response.arrayBuffer();
          if (entries.size >= storage.room) throw new DOMException("", "QuotaExceededError");
          entries.set(urlOf(key), new Response(bytes, { headers: response.headers }));
        },
      };
    },
  };
  return storage;
}

const digestOf = (text) => createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

/** A host with files by their paths, and the list of a course that is made of all of them. */
function host(files) {
  const served = { ...files };
  return {
    served,
    asked: [],
    status: {},
    isDown: false,
    async fetch(request) {
      const url = new URL(request.url || request);
      const name = decodeURIComponent(url.pathname.slice("/portal/".length));
      if (this.isDown) throw new TypeError("no network");
      this.asked.push(name);
      if (this.status[name]) return new Response("trouble", { status: this.status[name] });
      if (!(name in served)) return new Response("none", { status: 404 });
      return new Response(served[name], { headers: { "Content-Type": name.endsWith(".css") ? "text/css" : "text/html" } });
    },
    list({ media = [], ...more } = {}) {
      const entry = ([name, text]) => [name, Buffer.byteLength(text), digestOf(text), ...(media.includes(name) ? [1] : [])];
      return {
        version: digestOf(Object.values(served).join()), title: "Knots", page: "courses/knots/index.html",
        fallback: "offline.html", files: Object.entries(served).map(entry), words: {}, ...more,
      };
    },
  };
}

/** A device on which the worker runs once a tab asks for it. */
function device(site) {
  const caches = cacheStorage();
  const registrations = new Map();
  const channels = [];
  let lock = Promise.resolve();

  const start = () => {
    const heard = {};
    const global = {
      registration: { scope: root }, caches, crypto: webcrypto, URL, Response, TransformStream, DOMException, Error,
      Uint8Array, btoa, Blob, Map, Object, Promise, decodeURIComponent, encodeURIComponent,
      fetch: (request) => site.fetch(request), skipWaiting() {}, clients: { claim: async () => {} },
      addEventListener: (name, act) => (heard[name] = act),
    };
    run("worker/10-worker.js", global);
    heard.install();
    const events = [];
    heard.activate({ waitUntil: (work) => events.push(work) });
    return heard;
  };

  /** What the worker answers; null where it leaves a request to the browser. */
  const ask = async (address, { method = "GET", mode = "navigate", range } = {}) => {
    const worker = registrations.get(root);
    let answer = null;
    const url = new URL(address, root).href;
    const request = { url, method, mode, headers: new Headers(range ? { Range: range } : {}) };
    worker.heard.fetch({ request, respondWith: (response) => (answer = response) });
    return answer;
  };

  /** What a browser gives each of its tabs to save with. */
  const browser = () => {
    const channel = { postMessage: (data) => channels.forEach((other) => other !== channel && other.onmessage({ data })) };
    channels.push(channel);
    return {
      caches, Response,
      BroadcastChannel: function () {
        return channel;
      },
      MessageChannel: function () {
        const port1 = {};
        return { port1, port2: { postMessage: (data) => setImmediate(() => port1.onmessage({ data })) } };
      },
      navigator: {
        locks: { request: (_, act) => (lock = lock.then(act, act)) },
        serviceWorker: {
          async register(address, { scope }) {
            if (!registrations.has(scope)) {
              const heard = start();
              const registration = {
                scope, heard,
                active: { postMessage: (data, ports = []) => heard.message({ data, ports, waitUntil() {} }) },
                unregister: async () => registrations.delete(scope),
              };
              registrations.set(scope, registration);
            }
            return registrations.get(scope);
          },
          get ready() {
            return Promise.resolve(registrations.get(root));
          },
          getRegistration: async (scope) => registrations.get(scope),
        },
      },
    };
  };

  const tab = () => {
    const announced = [];
    const lists = {};
    const global = {
      ...browser(),
      document: { documentElement: { dataset: { root } } },
      location: { href: root }, URL, Error, Map, Set, Object, Promise, JSON, Date, Array, encodeURIComponent,
      clevio: {
        async script(src) {
          const course = new URL(src).pathname.split("/").at(-2);
          if (site.isDown || !lists[course]) throw new Error(src);
          global.clevioOffline(course, lists[course]);
        },
      },
    };
    global.window = global;
    run("offline/10-store.js", global);
    const { offline } = global.clevio;
    offline.listen((news) => announced.push(news));
    const never = new AbortController().signal;
    const save = (course, list, more = {}) => offline.save(course, list, { media: false, signal: never, ...more });
    return { ...offline, save, lists, announced };
  };

  const contents = async () => {
    const found = [];
    for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
    return found.map((url) => url.slice((root + "clevio-offline/").length)).sort();
  };
  return { caches, registrations, browser, tab, ask, contents };
}

module.exports = { root, host, device, digestOf };
