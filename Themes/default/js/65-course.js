// What the lessons of a course are, which of them are done and open, and the events on the way.
(() => {
  "use strict";
  const { progress } = clevio;
  const maps = new Map();
  const arrived = new Map();
  const day = 86_400_000;

  window.clevioCourse = (id, map) => arrived.set(id, map);

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

  const course = {
    folder: (id) => document.documentElement.dataset.root + "courses/" + id + "/",
    url: (id, lesson) => course.folder(id) + lesson + ".html",

    // The course's lessons in order: {title, lessons: [{id, title, optional, after, days}], prerequisites}.
    map(id) {
      if (!maps.has(id)) {
        const arrival = clevio.script(course.folder(id) + "clevio-course.js").then(() => arrived.get(id));
        arrival.catch(() => maps.delete(id)); // to be tried again
        maps.set(id, arrival);
      }
      return maps.get(id);
    },

    // How much of what counts is done; what is optional, or not there any more, does not count.
    count(map, state) {
      const counted = map.lessons.filter((lesson) => !lesson.optional);
      return { done: counted.filter((lesson) => state.done[lesson.id]).length, total: counted.length };
    },

    // Where to go on: where the learner was, or the first lesson that is not done.
    next(map, state) {
      const open = map.lessons.filter((lesson) => !state.done[lesson.id] && !lesson.optional && !lesson.closed);
      const last = map.lessons.find((lesson) => lesson.id === state.last);
      return (last && !state.done[last.id] ? last : null) || open[0] || last || null;
    },

    isKnown: (id) => progress.read(id).completed > 0,

    // When a lesson opens that opens some days after the start; null where the course was not started.
    opening: (state, days) => (state.started ? state.started + days * day : null),

    // What keeps a lesson closed: null, the title of what comes first, or "" for a later day.
    lock(map, state, lesson) {
      if (progress.trouble || state.done[lesson.id]) return null;
      const first = state.known ? null : (map.prerequisites || []).find((other) => !course.isKnown(other.id));
      if (first) return first.title;
      const missing = (lesson.after || []).find((id) => !state.done[id]);
      if (missing) return (map.lessons.find((other) => other.id === missing) || {}).title || "";
      const opening = lesson.days ? course.opening(state, lesson.days) : 0;
      return opening === null || opening > Date.now() ? "" : null;
    },

    // The learner begins: from here on progress is kept.
    begin(id) {
      if (!progress.read(id).started) progress.change(id, (state) => (state.started = Date.now()));
      once(id, "started", {});
    },

    visit(id, lesson) {
      const state = progress.read(id);
      if (!state.started || (state.last === lesson && Date.now() - state.seen < 60_000)) return;
      progress.change(id, (fresh) => Object.assign(fresh, { last: lesson, seen: Date.now() }));
    },

    async finish(id, lesson) {
      course.begin(id);
      let isNew = false;
      progress.change(id, (state) => {
        isNew = !(lesson in state.done);
        Object.assign(state, { last: lesson, seen: Date.now() });
        state.done[lesson] = Date.now();
      });
      if (isNew) announce("lesson-completed", { course: id, lesson });
      const map = await course.map(id);
      const count = course.count(map, progress.read(id));
      if (count.done * 2 >= count.total) once(id, "midpoint", count);
      if (count.done === count.total) once(id, "completed", count);
    },

    takeBack: (id, lesson) => progress.change(id, (state) => (state.done[lesson] = 0)),

    // One more attempt at a quiz; `result` is {score, passed, right, total, questions}.
    answer(id, lesson, quiz, result) {
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
  };

  clevio.course = course;
})();
