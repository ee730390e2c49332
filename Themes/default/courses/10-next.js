(() => {
  "use strict";
  // Where to go on in a course: where the learner was, or the first lesson that is not done.
  clevio.course.next = (map, state) => {
    const open = map.lessons.filter((lesson) => !state.done[lesson.id] && !lesson.optional && !lesson.closed);
    const last = map.lessons.find((lesson) => lesson.id === state.last);
    return (last && !state.done[last.id] ? last : null) || open[0] || last || null;
  };
})();
