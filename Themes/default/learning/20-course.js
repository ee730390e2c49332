// What the lessons of a course are, and which of them are done and open.
(() => {
  "use strict";
  const { progress } = clevio;
  const maps = new Map();
  const arrived = new Map();
  const day = 86_400_000;

  window.clevioCourse = (id, map) => arrived.set(id, map);

  const course = {
    folder: (id) => document.documentElement.dataset.root + "courses/" + id + "/",
    url: (id, lesson) => course.folder(id) + lesson + ".html",

    // The course's lessons in order: {title, lessons: [{id, title, optional, after, days}], prerequisites}.
    map(id) {
      if (!maps.has(id)) {
        const arrival = clevio.script(course.folder(id) + "clevio-course.js").then(() => arrived.get(id));
        // To be tried again.
        arrival.catch(() => maps.delete(id));
        maps.set(id, arrival);
      }
      return maps.get(id);
    },

    // How much of what counts is done; what is optional, or not there any more, does not count.
    count(map, state) {
      const counted = map.lessons.filter((lesson) => !lesson.optional);
      return { done: counted.filter((lesson) => state.done[lesson.id]).length, total: counted.length };
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

    visit(id, lesson) {
      const state = progress.read(id);
      if (!state.started || (state.last === lesson && Date.now() - state.seen < 60_000)) return;
      progress.change(id, (fresh) => Object.assign(fresh, { last: lesson, seen: Date.now() }));
    },

    takeBack: (id, lesson) => progress.change(id, (state) => (state.done[lesson] = 0)),
  };

  // What a learner does comes when something is done; it takes the place of these.
  for (const deed of ["begin", "finish", "answer"]) {
    course[deed] = (...what) => clevio.load("deeds").then(() => course[deed](...what));
  }

  clevio.fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  clevio.course = course;
})();
