(() => {
  "use strict";
  const { element } = clevio;
  const words = document.body.dataset;

  // What happens on a click comes when it is wanted.
  const figures = (act, part) => clevio.load("figures").then(() => clevio.figures[act](part)).catch(() => {});

  const addCopyButton = (figure) => {
    const button = element("button", { class: "copy", type: "button", "aria-live": "polite" }, words.copy);
    button.addEventListener("click", () => figures("copy", button));
    figure.append(button);
  };

  const makeLarge = (image) => {
    if (image.closest("a, button, summary, label") || image.width < 160) return;
    const label = words.enlarge + (image.alt && ": " + image.alt);
    const button = element("button", { class: "zoom", type: "button", "aria-label": label });
    button.addEventListener("click", () => figures("enlarge", image));
    // An image out of its picture would lose what it chooses from.
    const shown = image.closest("picture") || image;
    shown.before(button);
    button.append(shown);
  };

  // A stop for the keyboard where there is something to scroll, and only there.
  const stops = new ResizeObserver((boxes) => {
    for (const { target } of boxes) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  });

  let tabCount = 0;
  const makeTabs = (group) => {
    const panels = [...group.querySelectorAll(":scope > .tab")];
    const list = element("div", { class: "tab-list", role: "tablist" });
    const select = (chosen) => {
      panels.forEach((panel, index) => {
        panel.hidden = index === chosen ? false : "until-found";
        list.children[index].ariaSelected = index === chosen;
        panel.tabIndex = list.children[index].tabIndex = index === chosen ? 0 : -1;
      });
    };
    panels.forEach((panel, index) => {
      // No heading's id has a colon.
      const id = "tab:" + ++tabCount;
      const tab = element("button", { id, type: "button", role: "tab" }, panel.dataset.title);
      tab.addEventListener("click", () => select(index));
      // Found or linked to.
      panel.addEventListener("beforematch", () => select(index));
      list.append(tab);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
    });
    list.addEventListener("keydown", (event) => {
      const ahead = document.documentElement.dir === "rtl" ? -1 : 1;
      const now = [...list.children].indexOf(document.activeElement);
      const next = { ArrowRight: now + ahead, ArrowLeft: now - ahead, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const chosen = (next + panels.length) % panels.length;
      select(chosen);
      list.children[chosen].focus();
    });
    group.prepend(list);
    select(0);
    group.dataset.ready = "";
  };

  clevio.enhancing((root) => {
    for (const figure of root.querySelectorAll("figure.code")) addCopyButton(figure);
    for (const image of root.querySelectorAll(".prose img")) makeLarge(image);
    if (root.querySelector("picture")) figures("choose", root);
    for (const group of root.querySelectorAll(".tabs")) makeTabs(group);
    for (const box of root.querySelectorAll(".table, pre, math")) stops.observe(box);
    // From a disk browsers load no captions, and what a reader puts into its page has no files of them.
    const sources = root.querySelectorAll("template.captions");
    if (!sources.length || (location.protocol !== "file:" && root === document)) return;
    clevio.load("captions").then(() => sources.forEach(clevio.addCaptions)).catch(() => {});
  });
})();
