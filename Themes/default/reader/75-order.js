// The order of lessons: what comes first stands in the place of a lesson until it is done. This guides a learner;
// what protects a lesson is its seal.
(() => {
  "use strict";
  const { reader, course, progress, element } = clevio;
  if (!reader.page) return;
  const { data, parts, lessons, word, date } = reader.page;
  let map = null; // where the list of lessons does not come, nothing waits

  reader.loadOrder = () =>
    course.map(data.course).then(
      (found) => (map = found),
      () => {},
    );

  const entry = (id) => map && map.lessons.find((lesson) => lesson.id === id);
  const lockOf = (id) => (entry(id) ? course.lock(map, progress.read(data.course), entry(id)) : null);

  const button = (name, act) => {
    const made = element("button", { class: "button", type: "button" }, word(name));
    made.addEventListener("click", act);
    return made;
  };

  const requirement = (id) => {
    const lesson = lessons.get(id);
    return element("li", {}, lesson ? element("a", { href: reader.address(id) }, lesson.title) : entry(id).title);
  };

  const requiredCourse = ({ id, title }) =>
    element("li", {}, data.packed ? title : element("a", { href: course.folder(id) + "index.html" }, title));

  // When a lesson opens that opens some days after the start, and how to start.
  const opening = (id, days, state) => {
    const time = course.opening(state, days);
    if (time === null) {
      return [element("p", {}, lessons.get(id).opens), button("order-start", () => course.begin(data.course).catch(() => {}))];
    }
    if (time <= Date.now()) return [];
    return [element("p", {}, word("order-on", { date: date(time) }))];
  };

  // What a lesson waits for; null where it is open.
  reader.gate = (id) => {
    if (lockOf(id) === null) return null;
    const state = progress.read(data.course);
    const { after = [], days = 0 } = entry(id);
    const courses = state.known ? [] : (map.prerequisites || []).filter((other) => !course.isKnown(other.id));
    const first = [...courses.map(requiredCourse), ...after.filter((other) => !state.done[other]).map(requirement)];
    const icon = element("span", { class: "icon icon-clock", "aria-hidden": "true" });
    const gate = element("section", { class: "gate", "data-order-gate": "" }, element("h2", {}, icon, word("order-title")));
    if (first.length) gate.append(element("p", {}, word("order-after")), element("ul", { class: "requirements" }, ...first));
    if (days) gate.append(...opening(id, days, state));
    if (courses.length) {
      const known = button("order-known", () => progress.change(data.course, (fresh) => (fresh.known = true)));
      gate.append(element("p", { class: "offer" }, known, " ", element("span", { class: "muted" }, word("order-known-note"))));
    }
    return gate;
  };

  const drawLocks = () => {
    if (!reader.isOpen()) return;
    for (const link of parts.tree.querySelectorAll("a[data-lesson]")) {
      const lock = lockOf(link.dataset.lesson);
      const old = link.querySelector("[data-mark=locked]");
      const label = lock ? word("order-locked", { lesson: lock }) : word("order-later");
      if (old && old.ariaLabel === label && lock !== null) continue;
      if (old) old.remove();
      if (lock === null) continue;
      link.append(element("span", { class: "icon icon-clock", role: "img", "aria-label": label, title: label, "data-mark": "locked" }));
    }
  };

  document.addEventListener("clevio:progress", () => {
    drawLocks();
    if (parts.lesson.querySelector("[data-order-gate]")) reader.show();
  });

  // What is done by reading is done at its end, once the course has begun.
  const end = new IntersectionObserver((entries) => {
    const { lesson, completion } = parts.lesson.dataset;
    if (completion !== "view" || !entries.some((each) => each.isIntersecting) || parts.done.hidden) return;
    const state = progress.read(data.course);
    if (state.started && !(lesson in state.done)) course.finish(data.course, lesson).catch(() => {});
  });
  document.addEventListener("clevio:lesson-shown", () => {
    drawLocks();
    end.disconnect();
    end.observe(parts.done);
  });
})();
