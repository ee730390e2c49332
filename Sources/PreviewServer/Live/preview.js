// What an author sees on each page of a preview: it follows the sources, shows what is wrong with them and where,
// and marks what is not published.
(() => {
  "use strict";
  const { build } = document.currentScript.dataset;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  };

  // In a tree of its own, so that no theme restyles it.
  const host = element("clevio-preview", {});
  const root = host.attachShadow({ mode: "open" });
  const panel = element("div", { class: "panel" });
  root.append(element("link", { rel: "stylesheet", href: "/.clevio/preview.css" }), panel);
  document.body.append(host);

  const count = (number, what) => number + " " + what + (number === 1 ? "" : "s");

  const line = ({ severity, message, path, line, column, help, id }) => {
    const place = line ? path + ":" + line + ":" + column : path;
    const item = element("li", { class: severity }, element("code", {}, place), element("p", {}, message, " ", element("small", {}, id)));
    if (help) item.append(element("p", { class: "help" }, help));
    return item;
  };

  const showFindings = (findings) => {
    const errors = findings.filter(({ severity }) => severity === "error");
    const others = findings.length - errors.length;
    const parts = [errors.length && count(errors.length, "error"), others && count(others, "warning")].filter(Boolean);
    const list = element("details", {}, element("summary", {}, parts.join(", ")));
    if (errors.length) list.append(element("p", {}, "This is the last portal without errors."));
    list.append(element("ul", {}, ...findings.map(line)));
    list.open = errors.length > 0;
    list.className = errors.length ? "error" : "warning";
    return list;
  };

  // An address may hold a "%" that stands for nothing.
  const decoded = (pathname) => {
    try {
      return decodeURIComponent(pathname);
    } catch {
      return pathname;
    }
  };

  const markOf = (pathname, unpublished) => {
    const place = decoded(pathname);
    const found = Object.keys(unpublished).find((path) => place === path || place.startsWith(path + "/"));
    return found && unpublished[found];
  };

  const markLinks = (unpublished) => {
    for (const old of document.querySelectorAll("[data-clevio-unpublished]")) old.removeAttribute("data-clevio-unpublished");
    for (const link of document.querySelectorAll("main a[href], nav a[href]")) {
      const mark = link.origin === location.origin && markOf(link.pathname, unpublished);
      if (mark && markOf(location.pathname, unpublished) !== mark) link.dataset.clevioUnpublished = mark;
    }
  };

  // The catalogue lists nothing that is not public, so its author finds it here.
  const showUnpublished = (unpublished) => {
    const places = Object.keys(unpublished);
    const links = places.map((path) => {
      const href = path.endsWith(".html") ? path : path + "/";
      return element("li", {}, element("a", { href }, path.slice(1)), " ", element("small", {}, unpublished[path]));
    });
    return element("details", { class: "unpublished" }, element("summary", {}, places.length + " not public"), element("ul", {}, ...links));
  };

  const show = ({ findings, unpublished }) => {
    const mark = markOf(location.pathname, unpublished);
    const isCatalogue = document.body.dataset.page === "catalogue";
    panel.replaceChildren(
      ...(mark ? [element("p", { class: "mark" }, mark)] : []),
      ...(isCatalogue && Object.keys(unpublished).length ? [showUnpublished(unpublished)] : []),
      ...(findings.length ? [showFindings(findings)] : []),
    );
    markLinks(unpublished);
  };

  // A text is shown as soon as it is there; the page with all that its scripts do comes when the author pauses.
  let pause;
  const load = () => {
    clearTimeout(pause);
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      const [shown, text] = [document, request.response].map((page) => page?.querySelector("[data-content]"));
      if (!shown || !text || document.hidden) return location.reload();
      shown.replaceChildren(...text.childNodes);
      clearTimeout(pause);
      pause = setTimeout(() => location.reload(), 500);
    });
    request.send();
  };

  if (!document.querySelector("link[href='/.clevio/marks.css']")) {
    document.head.append(element("link", { rel: "stylesheet", href: "/.clevio/marks.css" }));
  }
  const news = new EventSource("/.clevio/events");
  news.addEventListener("portal", ({ data }) => {
    const portal = JSON.parse(data);
    // Browsers keep the place in a page that is loaded again.
    if (portal.build === build) show(portal);
    else load();
  });
  news.addEventListener("error", () => panel.replaceChildren(element("p", { class: "ended" }, "The preview has ended.")));
  // A page that leaves must not hold a connection, of which browsers have few.
  addEventListener("pagehide", () => news.close());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
})();
