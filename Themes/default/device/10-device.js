// What the portal keeps on this device: shown, saved as a file, read from one, erased.
(() => {
  "use strict";
  const FORMAT = "clevio-device-data";
  const find = (selector, place = document) => [...place.querySelectorAll(selector)];
  const attempt = (act, otherwise) => {
    try {
      return act() ?? otherwise;
    } catch {
      return otherwise; // a store that is blocked keeps nothing
    }
  };
  const isOurs = (key) => key.startsWith("clevio:");
  const isConsent = (key) => /^clv_consent\b/.test(key);

  const stores = { local: () => localStorage, session: () => sessionStorage };
  /// Courses saved for reading without a network, as they were when last looked for.
  let saved = [];
  const titles = async (name) => {
    const cache = await caches.open(name);
    const lists = (await cache.keys()).filter(({ url }) => /\/clevio-offline\/(courses|pending)\/[^/]+$/.test(url));
    return Promise.all(lists.map(async (key) => (await (await cache.match(key)).json()).title));
  };
  const lookForSaved = async () => {
    const names = (await attempt(() => caches.keys().catch(() => []), [])).filter((name) => /^clevio\b/.test(name));
    saved = await Promise.all(names.map(async (name) => ["cache", name, JSON.stringify(await titles(name))]));
  };
  /// The worker that serves saved courses goes with them.
  const removeSaved = async (name) => {
    await caches.delete(name);
    const scope = new URL(name.slice(name.indexOf(":") + 1), location.href).href;
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration && registration.scope === scope) await registration.unregister();
  };

  /// All that is ours in the stores, caches and cookies: [place, name, value].
  const entries = () => {
    const found = [...saved];
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
  const remove = ([place, key]) => {
    if (place === "cache") return removeSaved(key);
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
  const ofRow = (row) => entries().filter((entry) => rowOf(entry) === row);

  const draw = () => {
    for (const row of rows) {
      const own = ofRow(row);
      const shown = Object.fromEntries(own.map(([, key, value]) => [key, readable(value)]));
      row.querySelector("pre").textContent = JSON.stringify(shown, null, 2);
      row.toggleAttribute("data-empty", !own.length);
    }
  };
  const show = () => {
    draw();
    lookForSaved().then(draw);
  };
  const say = (place, what) => {
    const said = place.querySelector("[role=status]");
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = said.dataset[what]));
    show();
  };

  const eraseAll = async () => {
    await lookForSaved();
    await Promise.all(entries().map(remove));
    const { privacy } = window.clevio;
    if (privacy) privacy.clear(new Set());
    const names = await attempt(() => indexedDB.databases(), []);
    for (const { name } of names) if (/^clevio\b/.test(name)) indexedDB.deleteDatabase(name);
  };
  const save = () => {
    const items = {};
    for (const [place, key, value] of entries()) if (place === "local" && isOurs(key)) items[key] = value;
    const consent = window.clevio.consent ? clevio.consent.receipt() : null;
    const data = { format: FORMAT, version: 1, portal: document.baseURI, items, consent };
    const link = document.createElement("a");
    const blob = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
    link.href = URL.createObjectURL(blob);
    link.download = "my-data.json";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  /// A file brings back progress and the like, never a consent: that is given where it holds.
  const bring = async (file) => {
    const data = JSON.parse(await file.text());
    const items = Object.entries(data.format === FORMAT && data.items);
    if (!items.every(([key, value]) => isOurs(key) && typeof value === "string")) throw new Error();
    for (const [key, value] of items) localStorage.setItem(key, value);
  };

  for (const device of find("[data-device]")) {
    device.addEventListener("click", async ({ target }) => {
      const { deviceAction: action } = target.dataset;
      const sure = () => confirm(device.dataset.sure);
      if (action === "save") save();
      if (action === "erase") {
        const row = target.closest("[data-device-keys]");
        if (!sure()) return;
        await Promise.all(ofRow(row).map(remove));
        say(device, "erased");
      }
      if (action === "erase-all" && sure()) {
        await eraseAll();
        say(device, "erased");
      }
    });
    device.querySelector("input[type=file]").addEventListener("change", async ({ target }) => {
      try {
        await bring(target.files[0]);
        say(device, "brought");
      } catch {
        say(device, "failed");
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
