// What a learner has done, kept on the device alone: a small JSON for each course.
//
//   clevio:progress:<course> = {"version":1, "started":ms, "last":lesson, "seen":ms, "completed":ms,
//     "done":{lesson: ms, or 0 where it was taken back}, "known":true,
//     "quizzes":{"<lesson>#<quiz>":{"attempts":n, "score":percent, "best":percent, "passed":ms}}, "told":[event]}
(() => {
  "use strict";
  const prefix = "clevio:progress:";
  // What could not be kept holds until the page is left.
  const memory = new Map();
  const isPerFile = location.protocol === "file:" && location.origin === "null";

  // A copy that inherits nothing, for a lesson may be called "constructor".
  const table = (value) => ({ __proto__: null, ...(typeof value === "object" && !Array.isArray(value) && value) });
  const time = (value) => (Number.isFinite(value) && value > 0 ? value : 0);

  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      progress.trouble = "blocked";
      return null;
    }
  };

  const parsed = (text) => {
    try {
      return table(JSON.parse(text));
    } catch {
      // Not ours.
      return {};
    }
  };

  const courseOf = (key) => key?.split(prefix)[1] || null;
  const tell = (key) =>
    document.dispatchEvent(new CustomEvent("clevio:progress", { detail: { course: courseOf(key) } }));

  const progress = {
    table,
    // Why progress is not kept or does not add up: null, "blocked", "full" or "file".
    trouble: isPerFile ? "file" : null,

    // What is kept under a name of ours; an empty record where there is nothing.
    record: (key) => parsed(memory.get(key) ?? kept(key)),

    // Keeps a record under a name of ours, or forgets it: null.
    keep(key, value) {
      const text = JSON.stringify(value);
      memory.delete(key);
      try {
        if (value) localStorage.setItem(key, text);
        else localStorage.removeItem(key);
      } catch (error) {
        if (value) memory.set(key, text);
        progress.trouble = error.name === "SecurityError" ? "blocked" : "full";
      }
      tell(key);
    },

    // A copy of what is known; members that are not ours are kept.
    read(course) {
      const found = progress.record(prefix + course);
      return {
        ...found,
        version: 1,
        started: time(found.started),
        seen: time(found.seen),
        completed: time(found.completed),
        last: typeof found.last === "string" ? found.last : null,
        done: table(found.done),
        quizzes: table(found.quizzes),
        told: Array.isArray(found.told) ? found.told.filter((name) => typeof name === "string") : [],
      };
    },

    // Reads afresh, so that tabs do not undo each other's changes, and writes.
    change(course, edit) {
      const state = progress.read(course);
      edit(state);
      progress.keep(prefix + course, state);
      return state;
    },

    erase: (course) => progress.keep(prefix + course, null),

    // The courses of which something is known.
    courses() {
      let keys = [...memory.keys()];
      try {
        keys = keys.concat(Object.keys(localStorage));
      } catch {
        progress.trouble = "blocked";
      }
      return [...new Set(keys.map(courseOf))].filter(Boolean);
    },
  };

  addEventListener("storage", ({ key, newValue }) => {
    // Erased there, it does not hold here either; without a key, all is.
    if (!newValue) memory.delete(key);
    if (!key) memory.clear();
    if (!key || /^clevio:(progress|notes|certificate):/.test(key)) tell(key);
  });
  // A page that comes back as it was left may be behind.
  addEventListener("pageshow", (event) => {
    if (event.persisted) tell();
  });

  // Tells whether anything can be kept.
  kept(prefix);
  clevio.progress = progress;
})();
