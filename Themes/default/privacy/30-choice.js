// The public part: what a visitor chose, changing it, and telling others of it.
(() => {
  "use strict";
  const { privacy } = window.clevio || {};
  if (!privacy) return;
  const { declared, services } = privacy;
  const root = document.documentElement;
  const SOURCES = { a: "accept", r: "reject", s: "save", e: "embed", w: "withdraw", p: "api" };
  let last = privacy.state();
  // Whether a visitor is old enough is all that is kept of an age: "o" or "y".
  privacy.age = ((last.choice || {}).flags || "").match(/[oy]/)?.[0];
  let channel = null;
  let isLeaving = false;

  const named = (granted) => {
    const result = { categories: {}, services: {} };
    for (const { id, category } of services) {
      result.services[id] = granted.has(id);
      result.categories[category] = result.categories[category] !== false && granted.has(id);
    }
    return result;
  };
  const view = ({ choice, isDecided, granted }) => ({
    decided: isDecided,
    ...named(granted),
    source: isDecided ? SOURCES[choice.flags[0]] : null,
    revision: declared.revision,
    date: isDecided ? new Date(choice.day * 864e5).toISOString().slice(0, 10) : null,
    gpc: privacy.signal,
  });
  const tell = (type) => {
    const detail = { type, ...view(last) };
    document.dispatchEvent(new CustomEvent("clevio:consent", { detail }));
  };

  const tellGoogle = () => {
    if (!declared.google || !last.isDecided) return;
    const word = (category) => (named(last.granted).categories[category] ? "granted" : "denied");
    window.gtag("consent", "update", {
      ad_storage: word("marketing"),
      ad_user_data: word("marketing"),
      ad_personalization: word("marketing"),
      analytics_storage: word("analytics"),
      functionality_storage: word("preferences"),
      personalization_storage: word("preferences"),
    });
  };

  const mark = () => {
    const asks = !last.isDecided && services.length && !privacy.refusesTracking;
    root.setAttribute("data-clv-consent", asks ? "ask" : "set");
    root.toggleAttribute("data-clv-gpc", privacy.signal);
    root.toggleAttribute("data-clv-again", asks && last.unknown.length > 0);
  };

  /// Takes over the choice that is in force now, whoever made it.
  const follow = (type) => {
    if (isLeaving) return;
    const before = last;
    last = privacy.state();
    mark();
    for (const id of last.granted) privacy.onceOnly.delete(id);
    const isLost = (id) =>
      !last.granted.has(id) && (type === "withdraw" || !privacy.onceOnly.has(id));
    const lost = [...privacy.ran].some(isLost);
    const text = (state) => (state.isDecided ? state.choice.text : "");
    if (type === "sync" && text(before) === text(last) && !lost) return;
    tellGoogle();
    tell(type);
    privacy.clear(last.granted);
    // What runs cannot be stopped but by leaving the page.
    if (lost) {
      isLeaving = true;
      location.reload();
    } else privacy.release(last.granted);
  };

  const decide = (granted, source) => {
    const id = declared.endpoint && ((last.choice && last.choice.id) || crypto.getRandomValues(new Uint32Array(3)).join("-"));
    const flags = source + (privacy.age || "") + (privacy.signal ? "g" : "");
    privacy.write(privacy.encode(granted, flags, id));
    follow(SOURCES[source]);
    if (channel) channel.postMessage("");
    if (declared.endpoint) {
      navigator.sendBeacon(declared.endpoint, JSON.stringify(clevio.consent.receipt()));
    }
  };

  /// Who has erased the record is asked again, and what it allowed ends, in other tabs too.
  const { forget } = privacy;
  privacy.forget = () => {
    if (!last.choice) return;
    forget();
    privacy.age = undefined;
    follow("withdraw");
    if (channel) channel.postMessage("");
  };

  /// Accepting all is no word about what the browser's signal has refused: that takes its own switch.
  const acceptable = (service) => !(privacy.signal && service.shares);

  clevio.consent = {
    get: () => view(last),
    has: (name) => last.granted.has(name) || named(last.granted).categories[name] === true,
    accept: () => privacy.ask(() => decide(acceptable, "a")),
    reject: () => decide(() => false, "r"),
    withdraw: () => decide(() => false, "w"),
    /// Sets services and categories by name; what is not named stays as it is.
    set(choices, source = "p") {
      // What objects inherit is no choice about a service of that name.
      const chosen = { __proto__: null, ...choices };
      const wants = ({ id, category }) => !!(chosen[id] ?? chosen[category] ?? last.granted.has(id));
      const act = () => decide(wants, source);
      if (services.some(wants)) privacy.ask(act);
      else act();
    },
    open: () => privacy.open(),
    onChange(listener) {
      const heard = (event) => listener(event.detail);
      document.addEventListener("clevio:consent", heard);
      return () => document.removeEventListener("clevio:consent", heard);
    },
    scan: (element) => privacy.release(last.granted, element),
    receipt: () => ({
      ...view(last),
      record: last.isDecided ? last.choice.text : null,
      locale: root.lang,
      artefact: declared.artefact ? new URL(declared.artefact, privacy.home).href : null,
    }),
  };
  privacy.last = () => last;

  mark();
  privacy.clear(last.granted);
  tellGoogle();
  // Embeds are shown while the page is read, so that nothing moves; scripts run when it is there.
  const watcher = new MutationObserver(() => {
    for (const id of last.granted) {
      for (const box of document.querySelectorAll(`[data-clv-tag][data-clv-svc="${id}"]`))
        privacy.show(box);
    }
  });
  if (last.granted.size) watcher.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    watcher.disconnect();
    privacy.release(last.granted);
    tell("ready");
  });

  try {
    channel = new BroadcastChannel(`clv_consent:${privacy.home.pathname}`);
    channel.onmessage = () => follow("sync");
  } catch {} // none here: the events below do
  addEventListener("storage", (event) => event.key === privacy.key && follow("sync"));
  addEventListener("pageshow", (event) => event.persisted && follow("sync"));
  addEventListener("visibilitychange", () => document.hidden || follow("sync"));
})();
