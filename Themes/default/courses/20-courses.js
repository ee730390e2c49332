// How far the learner is, on a course's own page and in lists of courses, and the way back.
(() => {
  "use strict";
  const { element, progress, course, fill } = clevio;

  const meter = (count, text) =>
    element(
      "span",
      { class: "progress" },
      element("progress", { max: count.total, value: count.done, "aria-label": text }),
      element("span", {}, text),
    );

  const begun = () => progress.courses().filter((id) => progress.read(id).started);

  // On cards: a meter for each course that was begun.
  const drawCards = () => {
    for (const place of document.querySelectorAll(".card-progress[data-progress]")) {
      const id = place.dataset.progress;
      const says = place.closest("[data-short]").dataset;
      if (!progress.read(id).started) {
        place.replaceChildren();
        continue;
      }
      course.map(id).then(
        (map) => {
          const count = course.count(map, progress.read(id));
          const text = count.done === count.total ? says.completed : fill(says.short, count);
          place.replaceChildren(meter(count, text));
        },
        () => place.replaceChildren(says.begun),
      );
    }
  };

  // The way back to the course that was seen last and is not complete.
  const drawContinue = async (place) => {
    const recent = begun().sort((a, b) => progress.read(b).seen - progress.read(a).seen);
    for (const id of recent) {
      const map = await course.map(id).catch(() => null);
      if (!map) continue; // another portal's, or a course that is gone
      const state = progress.read(id);
      const count = course.count(map, state);
      const lesson = course.next(map, state);
      if (!lesson || count.done === count.total) continue;
      const link = element("a", { href: course.url(id, lesson.id) }, fill(place.dataset.continue, { lesson: lesson.title }));
      return void place.replaceChildren(element("p", {}, link, element("small", {}, map.title)));
    }
    place.replaceChildren();
  };

  // The course's own page.
  const drawCourse = async (place) => {
    const id = place.dataset.progress;
    for (const item of document.querySelectorAll("[data-needs]")) {
      item.classList.toggle("is-done", course.isKnown(item.dataset.needs));
    }
    const state = progress.read(id);
    const start = document.querySelector(".course-intro [data-action='start']");
    if (!state.started) return void place.replaceChildren();
    const map = await course.map(id).catch(() => null);
    if (!map) return;
    const count = course.count(map, state);
    const says = place.dataset;
    const isWhole = count.done === count.total;
    const text = isWhole ? says.completed : fill(says.count, count);
    const over = element("button", { class: "link-button", type: "button" }, says.over);
    over.addEventListener("click", () => {
      const erase = element("button", { class: "button", type: "button" }, says.erase);
      const keep = element("button", { class: "button", type: "button" }, says.keep);
      erase.addEventListener("click", () => {
        progress.erase(id);
        if (start) start.focus();
      });
      keep.addEventListener("click", () => drawCourse(place).then(() => place.querySelector("button").focus()));
      place.replaceChildren(element("p", { role: "status" }, says.ask), element("p", { class: "offer" }, erase, keep));
      keep.focus();
    });
    place.replaceChildren(meter(count, text), over);
    clevio.sayTrouble(place);
    if (!start) return;
    const lesson = course.next(map, state);
    if (isWhole) {
      start.href = says.certificateUrl || first.href;
      start.textContent = says.certificate || says.again;
    } else if (lesson && !lesson.closed) {
      start.href = course.url(id, lesson.id);
      start.textContent = fill(says.continue, { lesson: lesson.title });
    }
  };

  const start = document.querySelector(".course-intro [data-action='start']");
  const place = document.querySelector(".course-progress[data-progress]");
  const way = document.querySelector(".continue[data-continue]");
  const first = start ? { href: start.href, text: start.textContent } : null;
  if (start && place) start.addEventListener("click", () => course.begin(place.dataset.progress));

  const draw = () => {
    drawCards();
    if (way) drawContinue(way);
    if (!place) return;
    if (start && !progress.read(place.dataset.progress).started) {
      start.href = first.href;
      start.textContent = first.text;
    }
    drawCourse(place);
  };
  document.addEventListener("clevio:progress", draw);
  draw();
})();
