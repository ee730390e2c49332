// What a learner does in a course: it is kept, and told as events.
(() => {
  "use strict";
  const { progress, course } = clevio;

  const announce = (name, detail) =>
    document.dispatchEvent(new CustomEvent("clevio:" + name, { detail: { ...detail, time: Date.now() } }));

  // Tells of what happens once in a course; of two tabs, the one that asks first.
  const once = (id, name, detail) => {
    let isNew = false;
    progress.change(id, (state) => {
      isNew = !state.told.includes(name);
      if (isNew) state.told.push(name);
      if (isNew && name === "completed") state.completed = Date.now();
    });
    if (isNew) announce("course-" + name, { course: id, ...detail });
  };

  // What was pressed may be gone with what it opened; who reads by keys goes on at the lesson's title.
  document.addEventListener("clevio:progress", () => {
    if (!document.activeElement?.closest("[data-order-gate][hidden], [data-order-gate] [hidden]")) return;
    const title = document.querySelector("main h1");
    title.tabIndex = -1;
    title.focus();
  });

  Object.assign(course, {
    // The learner begins: from here on progress is kept.
    async begin(id) {
      if (!progress.read(id).started) progress.change(id, (state) => (state.started = Date.now()));
      once(id, "started", {});
    },

    // Where it is marked already, `isNew` says whether nobody has told of it yet.
    async finish(id, lesson, isNew) {
      course.begin(id);
      progress.change(id, (state) => {
        isNew ??= !(lesson in state.done);
        // Whoever went on while this script was loaded left off further on.
        Object.assign(state, { last: state.last || lesson, seen: Date.now() });
        state.done[lesson] = Date.now();
      });
      if (isNew) announce("lesson-completed", { course: id, lesson });
      const map = await course.map(id);
      const count = course.count(map, progress.read(id));
      if (count.done * 2 >= count.total) once(id, "midpoint", count);
      if (count.done === count.total) once(id, "completed", count);
    },

    // One more attempt at a quiz; `result` is {score, passed, right, total, questions}.
    async answer(id, lesson, quiz, result) {
      course.begin(id);
      const key = lesson + "#" + quiz;
      let attempt = 0;
      progress.change(id, (state) => {
        const before = state.quizzes[key] || {};
        attempt = (before.attempts || 0) + 1;
        state.quizzes[key] = {
          attempts: attempt,
          score: result.score,
          best: Math.max(result.score, before.best || 0),
          passed: before.passed || (result.passed ? Date.now() : 0),
        };
      });
      announce("quiz-answered", { course: id, lesson, quiz, attempt, ...result });
    },
  });
})();
