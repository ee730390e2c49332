// What the portal keeps on this device: shown, saved as a file, read from one, erased.
(() => {
  "use strict";
  // Each part of a page that needs this script asks for it.
  if (clevio.hasDevice) return;
  clevio.hasDevice = true;
  const FORMAT = "clevio-device-data";
  const portal = new URL(document.documentElement.dataset.root || "./", document.baseURI).href;
  const find = (selector, place = document) => [...place.querySelectorAll(selector)];
  const attempt = (act, otherwise) => {
    try {
      return act() ?? otherwise;
    } catch {
      return otherwise; // a store that is blocked keeps nothing
    }
  };
  const attemptLater = async (act, otherwise) => {
    try {
      return await act();
    } catch {
      return otherwise;
    }
  };
  const isOurs = (key) => key.startsWith("clevio:");
  const isConsent = (key) => /^clv_consent\b/.test(key);

  const stores = { local: () => localStorage, session: () => sessionStorage };
  /// A cache goes with the worker that serves it.
  const removeCache = async (name) => {
    await caches.delete(name);
    const scope = new URL(name.slice(name.indexOf(":") + 1), location.href).href;
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration && registration.scope === scope) await registration.unregister();
  };
  /// What a cache holds: the titles of saved courses, or else addresses.
  const heldIn = async (name) => {
    const cache = await caches.open(name);
    const keys = await cache.keys();
    const courses = keys.filter(({ url }) => /\/clevio-offline\/(courses|pending)\/[^/]+$/.test(url));
    if (!courses.length) return keys.map(({ url }) => url);
    return Promise.all(courses.map(async (key) => (await (await cache.match(key)).json()).title));
  };

  /// All that is ours in the two stores and in the cookies: [place, name, value].
  const entries = () => {
    const found = [];
    for (const place in stores) {
      const keys = attempt(() => Object.keys(stores[place]()), []);
      for (const key of keys.filter((each) => isOurs(each) || isConsent(each)).sort()) {
        found.push([place, key, stores[place]().getItem(key)]);
      }
    }
    for (const part of attempt(() => document.cookie.split("; "), [])) {
      if (isConsent(part)) found.push(["cookie", part.split("=")[0], part.slice(part.indexOf("=") + 1)]);
    }
    return found;
  };
  const isOurName = (name) => /^clevio\b/.test(name);
  /// What else is ours: databases, and caches with what they hold.
  const others = async () => {
    const databases = await attemptLater(() => indexedDB.databases(), []);
    const found = databases.filter(({ name }) => isOurName(name)).map(({ name }) => ["database", name, '""']);
    for (const name of (await attemptLater(() => caches.keys(), [])).filter(isOurName)) {
      found.push(["cache", name, JSON.stringify(await attemptLater(() => heldIn(name), []))]);
    }
    return found;
  };
  const remove = ([place, key]) => {
    if (place === "database") return attempt(() => indexedDB.deleteDatabase(key));
    if (place === "cache") return attemptLater(() => removeCache(key));
    if (place !== "cookie") return attempt(() => stores[place]().removeItem(key));
    const folders = location.pathname.split("/");
    for (let end = folders.length; end > 0; end--) {
      document.cookie = `${key}=; Max-Age=0; Path=${folders.slice(0, end).join("/") || "/"}`;
      document.cookie = `${key}=; Max-Age=0; Path=${folders.slice(0, end).join("/")}/`;
    }
  };
  const readable = (value) => attempt(() => JSON.parse(value), value);

  const rows = find("[data-device-keys]");
  const fits = (row, [, key]) =>
    row.dataset.deviceKeys.split(" ").some((start) => key.startsWith(start));
  const rowOf = (entry) => rows.find((row) => fits(row, entry)) || rows.at(-1);
  const draw = (held) => {
    for (const row of rows) {
      const own = held.filter((entry) => rowOf(entry) === row);
      const shown = Object.fromEntries(own.map(([, key, value]) => [key, readable(value)]));
      row.querySelector("pre").textContent = JSON.stringify(shown, null, 2);
      row.toggleAttribute("data-empty", !own.length);
    }
  };
  const show = async () => {
    draw(entries());
    const more = await others();
    if (more.length) draw([...entries(), ...more]);
  };
  const say = (place, what) => {
    const said = place.querySelector("[role=status]");
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = said.dataset[what]));
    show();
  };

  const erase = async (isMeant) => {
    entries().filter(isMeant).forEach(remove);
    await Promise.all((await others()).filter(isMeant).map(remove));
    const { privacy } = window.clevio;
    if (privacy && isMeant(["cookie", privacy.key])) privacy.forget();
  };
  const eraseAll = async () => {
    await erase(() => true);
    const { privacy } = window.clevio;
    if (privacy) privacy.clear(new Set());
  };
  /// Whoever had a file with licences could open what they are for.
  const isCarried = (key) => isOurs(key) && !key.startsWith("clevio:licence:");
  /// What a file may bring back.
  const isTaken = (key) => /^clevio:(?:(?:progress|notes|certificate):|(?:language|scheme|xapi)$)/.test(key);
  const save = () => {
    const items = {};
    for (const [place, key, value] of entries()) if (place === "local" && isCarried(key)) items[key] = value;
    const consent = window.clevio.consent ? clevio.consent.receipt() : null;
    const data = { format: FORMAT, version: 1, portal, items, consent };
    const link = document.createElement("a");
    const blob = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    link.href = URL.createObjectURL(blob);
    link.download = "my-data.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers read it later
  };
  /// A file brings back progress and the like, never a consent: that is given where it holds. Returns whether it did.
  const bring = async (file, question) => {
    const data = JSON.parse(await file.text());
    const items = Object.entries(data.items);
    const isKnown = data.format === FORMAT && items.every(([key, value]) => isOurs(key) && typeof value === "string");
    if (!isKnown) throw new Error();
    // A portal may have moved; files of before name the page that saved them.
    const isOwn = String(data.portal ?? portal).startsWith(portal);
    if (!isOwn && !confirm(question.replace("{portal}", data.portal))) return false;
    const before = [];
    try {
      for (const [key, value] of items) {
        if (!isTaken(key)) continue;
        const own = localStorage.getItem(key);
        const text = clevio.joined(key, own, value);
        before.push([key, own]);
        localStorage.setItem(key, text);
      }
    } catch (error) {
      // All of it or nothing; what is removed first makes room for what was there.
      for (const [key] of before) localStorage.removeItem(key);
      for (const [key, own] of before) if (own !== null) localStorage.setItem(key, own);
      throw error;
    }
    return true;
  };

  for (const device of find("[data-device]")) {
    device.addEventListener("click", async ({ target }) => {
      const { deviceAction: action } = target.dataset;
      const sure = () => confirm(device.dataset.sure);
      if (action === "save") save();
      if (action === "erase") {
        const row = target.closest("[data-device-keys]");
        if (!sure()) return;
        await erase((entry) => rowOf(entry) === row);
        // Its button goes with what it erased.
        row.tabIndex = -1;
        row.focus();
        say(device, "erased");
      }
      if (action === "erase-all" && sure()) {
        await eraseAll();
        say(device, "erased");
      }
    });
    device.querySelector("input[type=file]").addEventListener("change", async ({ target }) => {
      try {
        if (await bring(target.files[0], device.dataset.foreign)) say(device, "brought");
      } catch (error) {
        say(device, error instanceof DOMException ? "unkept" : "failed");
      }
      target.value = "";
    });
  }
  show();

  // The present choice, service by service.
  const state = () => {
    const { consent } = window.clevio;
    if (!consent) return;
    for (const place of find("[data-clv-state]")) {
      place.toggleAttribute("data-on", consent.has(place.dataset.clvState));
    }
  };
  state();
  document.addEventListener("clevio:consent", () => {
    state();
    show();
  });
})();
