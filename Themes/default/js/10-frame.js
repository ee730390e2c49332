(() => {
  "use strict";
  const root = document.documentElement;

  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // Storage is blocked: the choice holds for this page.
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

  const languages = [...document.querySelectorAll("a[data-language]")];
  for (const link of languages) {
    link.addEventListener("click", () => write("clevio:language", link.dataset.language));
  }
  // Only the portal's front door follows a choice made earlier; every other address means what it says.
  if (languages.length && root.dataset.root === "" && document.body.matches(".kind-catalogue")) {
    const chosen = read("clevio:language");
    const link = languages.find((each) => each.dataset.language === chosen);
    if (link && chosen !== root.lang) location.replace(link.href);
  }

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("focusin", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.activeElement.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A sale that ended after the build: the price it interrupted is the price again.
  for (const sale of document.querySelectorAll(".sale[data-until]")) {
    if (Date.parse(sale.dataset.until) < Date.now()) {
      const price = sale.closest(".price");
      const now = document.createElement("b");
      now.textContent = price.querySelector("s").textContent;
      price.replaceChildren(now);
    }
  }
})();
