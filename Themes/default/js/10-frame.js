(() => {
  "use strict";
  const root = document.documentElement;

  // What a page does with its content, and again with what is put into it later.
  const enhancements = [];
  const loads = new Map();

  window.clevio = Object.assign(window.clevio || {}, {
    enhancing(enhancement) {
      enhancements.push(enhancement);
      enhancement(document);
    },
    enhance(content) {
      for (const enhancement of enhancements) enhancement(content);
    },
    // A script of assets/ that only some pages need; a name asked for again loads once.
    load(name) {
      if (!loads.has(name)) {
        loads.set(name, clevio.script(root.dataset.root + "assets/" + name + ".js"));
        // To be tried again.
        loads.get(name).catch(() => loads.delete(name));
      }
      return loads.get(name);
    },
    script(src) {
      return new Promise((resolve, reject) => {
        const script = clevio.element("script", { src });
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
    },
    element(name, attributes, ...children) {
      const made = document.createElement(name);
      for (const key in attributes) made.setAttribute(key, attributes[key]);
      made.append(...children);
      return made;
    },
  });

  // What a visitor has allowed is allowed in content that comes later, too.
  if (clevio.consent) clevio.enhancing((content) => clevio.consent.scan(content));

  const write = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // storage blocked: the choice holds for this page
    }
  };

  const scheme = document.querySelector(".scheme-select");
  if (scheme) {
    scheme.value = root.dataset.theme || "";
    scheme.addEventListener("change", () => {
      if (scheme.value) root.dataset.theme = scheme.value;
      else delete root.dataset.theme;
      write("clevio:scheme", scheme.value);
    });
  }

  for (const link of document.querySelectorAll("a[data-language]")) {
    link.addEventListener("click", () => write("clevio:language", link.dataset.language));
  }

  for (const menu of document.querySelectorAll("details.menu")) {
    const leave = (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener("click", leave);
    document.addEventListener("focusin", leave);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  const opener = document.querySelector(".search-open");
  const search = (event) => {
    event.preventDefault();
    (window.clevioSearch ? Promise.resolve() : clevio.load("search")).then(
      () => clevioSearch.open(),
      () => location.assign(opener.href),
    );
  };
  if (opener) {
    // Without the script the form stays.
    if (document.querySelector(".search-form")) clevio.load("search").catch(() => {});
    opener.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button) search(event);
    });
    document.addEventListener("keydown", (event) => {
      // Keyboards of other scripts have no such letter, but its key.
      const isK = /^k$/i.test(event.key) || (event.code === "KeyK" && event.key > "z");
      if (isK && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) search(event);
    });
  }

  // A sale that ended after the build: the price it interrupted is the price again, and nothing tells of its end.
  for (const part of document.querySelectorAll("[data-until]")) {
    if (new Date(part.dataset.until) > new Date()) continue;
    const before = part.closest(".price")?.querySelector("s");
    if (before) before.parentNode.replaceChildren(clevio.element("b", {}, before.textContent));
    part.remove();
  }
})();
