// What the learner has done. Nothing is kept before the learner marks a lesson or has the licence
// remembered; from then on the device also knows where the learner left off.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, parts, word, store } = reader.page;
  const key = "clevio:progress:" + data.course;
  // All lessons are this one file, so it matters not that each file's storage is kept apart.
  if (clevio.progress && clevio.progress.trouble === "file") clevio.progress.trouble = null;
  const isTable = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  // Members that others keep in the record stay as they are, and so do licences that it does not hold yet.
  // Memory knows what found no room, but only until the store holds something else, or nothing any more.
  let memory = {};
  let held = null;
  const read = () => {
    const text = store.get(key);
    if (text === held) return memory;
    held = text;
    if (text === null) memory = {};
    try {
      const found = JSON.parse(text);
      if (isTable(found)) memory = { licences: memory.licences, ...found };
    } catch {
      // not ours
    }
    return memory;
  };
  const change = (edit) => {
    const state = read();
    edit(state);
    const text = JSON.stringify({ version: 1, ...state });
    if (store.set(key, text)) held = text;
  };
  const isKept = () => store.get(key) !== null;
  const marks = () => {
    const { done } = read();
    return { __proto__: null, ...(isTable(done) && done) };
  };
  const isDone = (id) => Number(marks()[id]) > 0;
  const licences = () => (Array.isArray(memory.licences) ? memory.licences : []);
  let current = null;

  const remember = (state) => {
    state.last = current;
    state.seen = Date.now();
    state.licences = licences();
  };

  const draw = () => {
    const counted = data.lessons.filter(({ optional }) => !optional);
    const count = counted.filter(({ id }) => isDone(id)).length;
    parts.progress.textContent =
      count === counted.length ? word("completed") : word("progress", { n: count, total: counted.length });
    for (const link of parts.tree.querySelectorAll("a[data-lesson]")) {
      const tick = link.querySelector(".icon-tick");
      const marked = isDone(link.dataset.lesson);
      if (tick && !marked) tick.remove();
      if (!tick && marked) {
        const label = word("done");
        link.append(clevio.element("span", { class: "icon icon-tick", role: "img", "aria-label": label, "data-mark": "done" }));
      }
    }
    const marked = current !== null && isDone(current);
    parts.done.setAttribute("aria-pressed", marked);
    parts.done.querySelector("span:last-child").textContent = word(marked ? "done" : "mark-done");
  };

  // The course's own script tells of it, and when the course is half done, and done. It may come after the mark.
  const tellDone = (lesson, isNew) =>
    clevio.load("deeds").then(() => isDone(lesson) && clevio.course.finish(data.course, lesson, isNew));

  parts.done.addEventListener("click", () => {
    const before = marks();
    const now = isDone(current) ? 0 : Date.now(); // 0 takes a mark back
    change((state) => {
      state.done = { ...before, [current]: now };
      remember(state);
    });
    if (now && clevio.course) tellDone(current, !(current in before)).catch(() => {});
    draw();
  });
  document.addEventListener("clevio:progress", draw);

  reader.lastLesson = () => read().last;

  // Whether no licence of this course was opened here before; that is kept if anything is kept at all.
  reader.isFirstLicence = (id) => {
    read();
    const isFirst = !licences().length;
    if (!licences().includes(id)) memory.licences = [...licences(), id];
    if (isKept()) change((state) => (state.licences = licences()));
    return isFirst;
  };

  reader.keepProgress = () => change(remember);

  reader.showProgress = (id) => {
    current = id;
    if (isKept()) change(remember);
    draw();
  };
})();
