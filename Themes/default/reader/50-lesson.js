// The open course: one lesson at a time, named in the address as #/<lesson> or #/<lesson>#<place>.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, parts, lessons, shown, word, announce, sentence, refusal, tell } = reader.page;

  const title = document.title;
  const links = new Map([...parts.outline.querySelectorAll("a[data-lesson]")].map((link) => [link.dataset.lesson, link]));
  const pages = new Map(data.lessons.map(({ id, page }) => [new URL(page, location.href).pathname, id]));
  let session = null;
  let current = null; // the lesson that stands in the page
  let turn = 0;

  const address = (id, place) => "#/" + id.split("/").map(encodeURIComponent).join("/") + (place ? "#" + place : "");
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  reader.address = address;
  const route = () => {
    const [, id, place] = /^#\/([^#]*)(?:#(.*))?$/.exec(location.hash) || [];
    return { lesson: lessons.get(decoded(id || "")), place: decoded(place || "") };
  };

  // The lesson that is asked for, else where the learner left off, else the first.
  const wanted = () => (route().lesson || lessons.get(reader.lastLesson()) || [...lessons.values()][0]).id;
  reader.wanted = wanted;
  reader.isOpen = () => session !== null;

  // A packed course has none of the portal's other pages: links lead to them on the web, or nowhere.
  const leadHome = (link, target) => {
    const root = new URL(document.documentElement.dataset.root, location.href).href;
    if (!target.href.startsWith(root) || !target.pathname.endsWith(".html")) return;
    if (data.home) link.setAttribute("href", data.home + target.href.slice(root.length));
    else link.removeAttribute("href");
  };

  // Links between lessons and to places within one stay in the reader.
  const turnLinks = (id) => {
    for (const link of parts.lesson.querySelectorAll("a[href]:not([data-sealed])")) {
      const written = link.getAttribute("href");
      if (written.startsWith("#")) {
        link.setAttribute("href", address(id, written.slice(1)));
        continue;
      }
      const target = new URL(written, location.href);
      const other = target.protocol === location.protocol && target.host === location.host && pages.get(target.pathname);
      if (other) link.setAttribute("href", address(other, target.hash.slice(1)));
      else if (data.packed) leadHome(link, target);
    }
  };

  const scrollTo = (place) => {
    const target = place && document.getElementById(place);
    if (!target || !parts.lesson.contains(target)) return false;
    for (let box = target; box !== parts.lesson; box = box.parentElement) {
      if (box.hidden) box.dispatchEvent(new Event("beforematch"));
      if (box.matches("details")) box.open = true;
    }
    target.scrollIntoView();
    return true;
  };

  const mark = (lesson) => {
    for (const [id, link] of links) {
      if (id === lesson.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const all = data.lessons;
    for (const [part, other] of [["previous", all[lesson.index - 1]], ["next", all[lesson.index + 1]]]) {
      parts[part].hidden = !other;
      if (!other) continue;
      parts[part].setAttribute("href", address(other.id));
      parts[part].lastElementChild.textContent = other.title;
    }
    document.title = lesson.title + " · " + title;
  };

  const focus = (heading) => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };

  // The lesson's title, and something in the place of its text.
  const stand = (lesson, ...instead) => {
    const heading = clevio.element("h1", {}, lesson.title);
    parts.lesson.replaceChildren(clevio.element("header", { class: "page-header" }, heading), ...instead);
    return heading;
  };

  const fill = (lesson, html) => {
    const content = document.createElement("template");
    content.innerHTML = html; // ours: its AES-GCM tag was right; scripts do not run from a template
    reader.reserve(content.content);
    const heading = content.content.querySelector("h1");
    if (!heading) return stand(lesson, content.content);
    parts.lesson.replaceChildren(content.content);
    return heading;
  };

  // Quizzes and other scripts of the theme find here what they are part of.
  const tellWhere = (lesson) => {
    const source = parts.lesson.querySelector("[data-completion]");
    parts.lesson.dataset.course = data.course;
    parts.lesson.dataset.lesson = lesson.id;
    if (source) parts.lesson.dataset.completion = source.dataset.completion;
    else delete parts.lesson.dataset.completion;
  };

  const failed = (lesson, error) => {
    const button = clevio.element("button", { class: "button", type: "button" }, word("again"));
    button.addEventListener("click", () => show(true));
    const found = refusal(error);
    const text = clevio.element("p", {}, sentence(found));
    const box = clevio.element("div", { class: "alert alert-warning", role: "alert", "data-reason": found.reason }, text, button);
    return stand(lesson, box);
  };

  // What is done with a lesson that stands in the page.
  const dress = (lesson) => {
    tellWhere(lesson);
    clevio.enhance(parts.lesson);
    turnLinks(lesson.id);
    reader.showMedia(parts.lesson, session);
    reader.showProgress(lesson.id);
    parts.done.hidden = parts.lesson.dataset.completion === "quiz"; // its quizzes say when it is done
  };

  // Shows the lesson of the address; focus follows only who asked for it by hand.
  const show = async (isAsked) => {
    const mine = ++turn;
    const { place } = route();
    const lesson = lessons.get(wanted());
    if (current === lesson.id && !parts.lesson.querySelector("[data-reason], [data-order-gate]")) return void scrollTo(place);
    announce(word("loading"));
    reader.leaveMedia();
    let heading = null;
    parts.done.hidden = true;
    parts.lesson.setAttribute("aria-busy", "true");
    try {
      await reader.loadOrder();
      const gate = reader.gate(lesson.id);
      const html = gate ? null : await session.lesson(lesson.id);
      if (mine !== turn) return;
      heading = gate ? stand(lesson, gate) : fill(lesson, html);
      if (!gate) dress(lesson);
    } catch (error) {
      if (mine !== turn) return;
      heading = failed(lesson, error);
    }
    parts.lesson.removeAttribute("aria-busy");
    current = lesson.id;
    if (!route().lesson) history.replaceState(null, "", address(lesson.id));
    mark(lesson);
    announce(word("place", { n: lesson.index + 1, total: lessons.size }));
    if (!scrollTo(place) && isAsked) window.scrollTo(0, 0);
    if (isAsked) focus(heading);
    tell("lesson-shown", { lesson: lesson.id, title: lesson.title });
  };

  reader.show = show;

  const open = () => {
    parts.gate.remove();
    parts.main.dataset.state = "open";
    for (const part of ["lesson", "after", "tools", data.sealed && "licence"]) if (part) parts[part].hidden = false;
    for (const [id, link] of links) {
      link.setAttribute("href", address(id));
      link.closest("li").removeAttribute("id"); // the address must not scroll to it any more
      for (const lock of link.querySelectorAll(".icon-key")) lock.remove();
    }
    const narrow = matchMedia("(max-width: 59.99rem)");
    parts.outline.addEventListener("click", (event) => {
      if (narrow.matches && event.target.closest("a[data-lesson]")) parts.outline.querySelector("details").open = false;
    });
    addEventListener("hashchange", () => show(true));
  };

  // Takes a session over, and shows the course in place of the gate.
  reader.begin = (begun) => {
    const isFirst = session === null;
    const byHand = begun.source !== "memory" && begun.source !== "beside";
    session = begun;
    current = null;
    if (data.sealed) {
      const [before, after] = word("licensed").split("{label}");
      parts.label.replaceChildren(before, clevio.element("bdi", {}, shown(begun.label)), after || "");
    }
    if (isFirst) open();
    reader.beginSearch(session);
    show(byHand);
  };

  // Before the course is open, the gate names the lesson that somebody came for.
  reader.nameLesson = () => {
    const { lesson } = route();
    if (session || !parts.gate.isConnected) return;
    parts.title.textContent = lesson ? lesson.title : parts.course.textContent;
    parts.course.hidden = !lesson;
  };
})();
