// What a file says joined with what is kept here: nothing that was reached is lost, and of two things of which only
// one can hold, the later does.
(() => {
  "use strict";
  const isTable = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  // A copy that inherits nothing, for a lesson may be called "constructor".
  const table = (value) => ({ __proto__: null, ...(isTable(value) && value) });
  const list = (value) => (Array.isArray(value) ? value : []);
  const number = (value) => (Number.isFinite(value) && value > 0 ? value : 0);
  const greater = (one, other) => Math.max(number(one), number(other));
  // 0 says that something has not happened.
  const earlier = (one, other) => Math.min(number(one) || greater(one, other), number(other) || greater(one, other));
  const all = (one, other) => [...new Set([...list(one), ...list(other)])];

  const entries = (ours, theirs, join) => {
    const joined = { ...table(theirs), ...table(ours) };
    for (const name in joined) joined[name] = join(table(ours)[name], table(theirs)[name]);
    return joined;
  };

  const quiz = (one, other) => {
    const [ours, theirs] = [table(one), table(other)];
    const last = number(theirs.attempts) > number(ours.attempts) ? theirs : ours;
    return {
      ...theirs,
      ...ours,
      attempts: greater(ours.attempts, theirs.attempts),
      score: number(last.score),
      best: greater(ours.best, theirs.best),
      passed: earlier(ours.passed, theirs.passed),
    };
  };

  const progress = (ours, theirs) => ({
    ...theirs,
    ...ours,
    started: earlier(ours.started, theirs.started),
    seen: greater(ours.seen, theirs.seen),
    completed: earlier(ours.completed, theirs.completed),
    last: (number(theirs.seen) > number(ours.seen) ? theirs : ours).last,
    known: ours.known || theirs.known,
    done: entries(ours.done, theirs.done, greater),
    quizzes: entries(ours.quizzes, theirs.quizzes, quiz),
    told: all(ours.told, theirs.told),
    ...((ours.licences || theirs.licences) && { licences: all(ours.licences, theirs.licences) }),
  });

  const note = (one, other) => {
    const [ours, theirs] = [table(one), table(other)];
    const isNewer = number(theirs.changed) > number(ours.changed);
    const joined = isNewer ? { ...ours, ...theirs } : { ...theirs, ...ours };
    return { ...joined, bookmark: greater(ours.bookmark, theirs.bookmark) };
  };

  const joins = {
    progress,
    notes: (ours, theirs) => ({ ...theirs, ...ours, lessons: entries(ours.lessons, theirs.lessons, note) }),
    certificate: (ours) => ours,
  };

  // The text to keep under a name of ours, where `ours` is kept now, or nothing: null.
  clevio.joined = (key, ours, theirs) => {
    const [, kind] = key.split(":");
    if (!Object.hasOwn(joins, kind)) return theirs;
    const brought = JSON.parse(theirs);
    if (!isTable(brought)) throw new Error(key);
    let kept = null;
    try {
      kept = JSON.parse(ours);
    } catch {
      // damaged: what the file says is better
    }
    return isTable(kept) ? JSON.stringify(joins[kind](table(kept), table(brought))) : theirs;
  };
})();
