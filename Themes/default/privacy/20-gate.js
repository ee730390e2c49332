// Lets in what was accepted, and clears away what a refused service has left.
(() => {
  "use strict";
  const { privacy } = window.clevio || {};
  if (!privacy) return;
  const ran = new Set();
  // What was shown by a press on one placeholder only, and is nobody's lasting choice.
  const onceOnly = new Set();
  const EMBED = "[data-clv-tag][data-clv-svc]";

  const make = (name, attributes) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };

  const content = (box) => {
    const { clvTag: tag, clvSrc: src, clvTitle: title, clvWidth: width, clvHeight: height } =
      box.dataset;
    if (tag === "img") return make("img", { src, alt: title, loading: "lazy", tabindex: -1 });
    if (tag !== "iframe") return make(tag, { src, controls: "", "aria-label": title });
    const frame = make("iframe", {
      title,
      loading: "lazy",
      allow: "fullscreen; encrypted-media; picture-in-picture; clipboard-write",
      referrerpolicy: "strict-origin-when-cross-origin",
      sandbox:
        "allow-scripts allow-same-origin allow-forms allow-popups allow-presentation" +
        " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    });
    if (width && height) frame.style.aspectRatio = `${width} / ${height}`;
    frame.src = src;
    return frame;
  };

  /// Shows what a placeholder stands for.
  const show = (box) => {
    ran.add(box.dataset.clvSvc);
    const hadFocus = box.contains(document.activeElement);
    const shown = content(box);
    box.replaceChildren(shown);
    box.removeAttribute("data-clv-tag");
    if (hadFocus) shown.focus();
  };

  const run = (element) => {
    ran.add(element.dataset.clvSvc);
    if (element.localName === "link") {
      element.href = element.dataset.clvHref;
      element.removeAttribute("data-clv-href");
      return;
    }
    const script = document.createElement("script");
    for (const { name, value } of element.attributes) {
      if (name !== "type" && !name.startsWith("data-clv-")) script.setAttribute(name, value);
    }
    // Scripts that are made, not parsed, would run in any order.
    script.async = element.hasAttribute("async");
    if (element.nonce) script.nonce = element.nonce;
    if (element.dataset.clvType) script.type = element.dataset.clvType;
    if (element.dataset.clvSrc) script.src = element.dataset.clvSrc;
    script.text = element.text;
    element.replaceWith(script);
  };

  /// Lets in what is accepted below `root`, in the order of the page; nothing runs twice.
  privacy.release = (granted, root = document) => {
    if (!granted.size) return;
    const gated = `script[type="text/plain"][data-clv-svc], link[data-clv-href]`;
    for (const element of root.querySelectorAll(`${EMBED}, ${gated}`)) {
      if (!granted.has(element.dataset.clvSvc)) continue;
      if (element.matches(EMBED)) show(element);
      else run(element);
    }
  };
  Object.assign(privacy, { show, ran, onceOnly });

  const fits = (pattern, name) => {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(name);
  };
  const expire = (name) => {
    const labels = location.hostname.split(".");
    const folders = location.pathname.split("/");
    const domains = [""].concat(labels.map((_, index) => labels.slice(index).join(".")));
    const paths = folders.map((_, index) => folders.slice(0, index).join("/") + "/");
    for (const domain of domains) {
      for (const path of paths.concat(paths.slice(1).map((each) => each.slice(0, -1)))) {
        const scope = domain ? `; Domain=${domain}` : "";
        document.cookie = `${name}=; Max-Age=0; Path=${path}${scope}`;
      }
    }
  };
  const clearKeys = (store, pattern) => {
    for (const key of Object.keys(store)) {
      if (key !== privacy.key && fits(pattern, key)) store.removeItem(key);
    }
  };
  const clearing = {
    c: (pattern) => {
      for (const part of document.cookie.split("; ")) {
        const name = part.split("=")[0];
        if (name && name !== "clv_consent" && fits(pattern, name)) expire(name);
      }
    },
    l: (pattern) => clearKeys(localStorage, pattern),
    s: (pattern) => clearKeys(sessionStorage, pattern),
    i: async (pattern) => {
      for (const { name } of await indexedDB.databases()) {
        if (fits(pattern, name)) indexedDB.deleteDatabase(name);
      }
    },
    k: async (pattern) => {
      for (const name of await caches.keys()) if (fits(pattern, name)) caches.delete(name);
    },
  };
  /// Removes what the services that are not accepted have declared to store on this site.
  privacy.clear = (granted) => {
    for (const service of privacy.services) {
      if (granted.has(service.id)) continue;
      for (const item of service.clear) {
        try {
          Promise.resolve(clearing[item[0]](item.slice(2))).catch(() => {});
        } catch {} // a store that is blocked holds nothing
      }
    }
  };
})();
