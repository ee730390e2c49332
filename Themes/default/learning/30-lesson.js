// A lesson's page: marking it as done, what has to come before it, and the marks in lists of lessons.
(() => {
  "use strict";
  const { element, progress, course, fill } = clevio;
  const words = document.body.dataset;

  clevio.troubleText = () => words["trouble" + progress.trouble[0].toUpperCase() + progress.trouble.slice(1)];

  // What goes wrong with keeping things, said once, where something was to be kept.
  clevio.sayTrouble = (box) => {
    if (progress.trouble && !document.querySelector(".progress-trouble")) {
      box.append(element("p", { class: "progress-trouble muted", role: "status" }, clevio.troubleText()));
    }
  };

  // Lists of lessons

  // The lesson that a link leads to; null for any other place.
  clevio.lessonOf = (link, id) => {
    const path = decodeURI(new URL(link.href).pathname);
    const folder = decodeURI(new URL(course.folder(id), location.href).pathname);
    return path.startsWith(folder) ? path.slice(folder.length).replace(/\.html$/, "") : null;
  };

  const mark = (link, kind, label) => {
    const place = link.parentElement.querySelector(":scope > .row-marks") || link;
    place.querySelector("[data-mark]")?.remove();
    if (!kind) return;
    const icon = kind === "done" ? "icon-tick" : "icon-clock";
    place.append(element("span", { class: "icon " + icon, role: "img", "aria-label": label, title: label, "data-mark": kind }));
  };

  const markAll = (id, map, state) => {
    const lessons = new Map(map.lessons.map((lesson) => [lesson.id, lesson]));
    for (const link of document.querySelectorAll(".outline-tree[data-course] a, .rows .row > a")) {
      const lesson = lessons.get(clevio.lessonOf(link, id));
      if (!lesson || lesson.closed) continue;
      const lock = course.lock(map, state, lesson);
      if (state.done[lesson.id]) mark(link, "done", words.done);
      else if (lock !== null) mark(link, "locked", lock ? fill(words.locked, { lesson: lock }) : words.later);
      else mark(link, null);
    }
  };

  // The lesson itself

  const doneBox = (main, box) => {
    const { course: id, lesson, completion } = main.dataset;
    const [button, count] = box.children;
    const label = button.lastElementChild;
    button.addEventListener("click", () => {
      const say = () => clevio.sayTrouble(box);
      if (!progress.read(id).done[lesson]) return course.finish(id, lesson).then(say, say);
      course.takeBack(id, lesson);
      say();
    });
    if (completion === "view") {
      new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting) || "order" in main.dataset) return;
        const state = progress.read(id);
        if (state.started && !(lesson in state.done)) course.finish(id, lesson).catch(() => {});
      }).observe(box);
    }
    return (map, state) => {
      const isDone = Boolean(state.done[lesson]);
      button.ariaPressed = isDone;
      label.textContent = isDone ? words.done : box.dataset.undone;
      count.textContent = "";
      count.classList.remove("is-completed");
      if (!map || !state.started) return;
      const found = course.count(map, state);
      const isWhole = found.done === found.total;
      count.textContent = isWhole ? box.dataset.completed : fill(box.dataset.count, found);
      count.classList.toggle("is-completed", isWhole);
    };
  };

  // Opens or closes the lesson by what its page says has to come first.
  const orderGate = (main, gate) => {
    const { course: id, lesson } = main.dataset;
    const days = gate.querySelector("[data-days]");
    const begin = gate.querySelector("[data-begin]");
    const known = gate.querySelector("[data-known]");
    if (begin) begin.addEventListener("click", () => course.begin(id).catch(() => {}));
    if (known) known.addEventListener("click", () => progress.change(id, (state) => (state.known = true)));
    return (state) => {
      let isClosed = false;
      const require = (item, isDone) => {
        item.classList.toggle("is-done", isDone);
        if (!isDone) isClosed = true;
      };
      for (const item of gate.querySelectorAll("[data-after]")) require(item, Boolean(state.done[item.dataset.after]));
      for (const item of gate.querySelectorAll("[data-after-course]")) {
        require(item, Boolean(state.known) || course.isKnown(item.dataset.afterCourse));
      }
      if (known) known.parentElement.hidden = Boolean(state.known);
      if (days) {
        const opening = course.opening(state, Number(days.dataset.days));
        begin.hidden = opening !== null;
        days.hidden = opening !== null && opening <= Date.now();
        if (!days.hidden) isClosed = true;
        if (opening !== null) {
          // Its language is that of the words that the builder writes dates in.
          const date = new Date(opening).toLocaleDateString(days.lang || [], { dateStyle: "long" });
          days.textContent = fill(days.dataset.on, { date });
        }
      }
      // Where nothing can be kept, nothing could ever be opened.
      isClosed = isClosed && !state.done[lesson] && !progress.trouble;
      gate.hidden = !isClosed;
      if (isClosed) main.dataset.order = "closed";
      else delete main.dataset.order;
    };
  };

  const main = document.querySelector("main[data-course]");
  if (!main) return;
  const { course: id, lesson } = main.dataset;
  const box = main.querySelector("[data-done]");
  const gate = main.querySelector("[data-order-gate]");
  const drawBox = box && lesson ? doneBox(main, box) : () => {};
  const drawGate = gate ? orderGate(main, gate) : () => {};
  const isOrdered = document.querySelector("[data-ordered]") !== null;

  const draw = async () => {
    const state = progress.read(id);
    drawGate(state);
    drawBox(null, state);
    if (!isOrdered && !state.started && !main.querySelector(".row-marks [data-mark], .outline-tree [data-mark]")) return;
    try {
      const map = await course.map(id);
      const fresh = progress.read(id);
      markAll(id, map, fresh);
      drawBox(map, fresh);
    } catch {
      // without the list of lessons, there are no marks
    }
  };
  document.addEventListener("clevio:progress", draw);
  // What keeps a deed is there before the deed, which might be the last before the page is left.
  const prepare = () => clevio.load("deeds").catch(() => {});
  for (const sign of ["pointermove", "scroll", "keydown"]) addEventListener(sign, prepare, { once: true });
  if (lesson && !(gate && (drawGate(progress.read(id)), !gate.hidden))) course.visit(id, lesson);
  draw();
})();
