// What the learner has done. Nothing is kept before the learner marks a lesson or has the licence
// remembered; from then on the device also knows where the learner left off.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, parts, lessons, word, store } = reader.page;
  const key = "clevio:progress:" + data.course;

  const texts = (list) => (Array.isArray(list) ? list.filter((each) => typeof each === "string") : []);
  const read = () => {
    let found = null;
    try {
      found = JSON.parse(store.get(key));
    } catch {
      // not ours
    }
    const { done, last, licences } = found || {};
    return {
      isKept: found !== null,
      done: new Set(texts(done)),
      last: typeof last === "string" ? last : null,
      licences: texts(licences),
    };
  };
  const record = read();
  let current = null;

  const write = () => {
    if (!record.isKept) return;
    store.set(key, JSON.stringify({ done: [...record.done], last: record.last, licences: record.licences }));
  };

  const draw = () => {
    const count = [...record.done].filter((id) => lessons.has(id)).length;
    parts.progress.textContent =
      count === lessons.size ? word("completed") : word("progress", { n: count, total: lessons.size });
    for (const link of parts.outline.querySelectorAll("a[data-lesson]")) {
      const tick = link.querySelector(".icon-tick");
      const isDone = record.done.has(link.dataset.lesson);
      if (tick && !isDone) tick.remove();
      if (!tick && isDone) {
        link.append(clevio.element("span", { class: "icon icon-tick", role: "img", "aria-label": word("done") }));
      }
    }
    const isDone = record.done.has(current);
    parts.done.setAttribute("aria-pressed", isDone);
    parts.done.querySelector("span:last-child").textContent = word(isDone ? "done" : "mark-done");
  };

  parts.done.addEventListener("click", () => {
    if (!record.done.delete(current)) record.done.add(current);
    record.last = current;
    record.isKept = true;
    write();
    draw();
  });

  reader.lastLesson = () => record.last;

  // Whether a licence was not opened here before; it is then known, if anything is kept at all.
  reader.isNewLicence = (id) => {
    if (record.licences.includes(id)) return false;
    record.licences.push(id);
    write();
    return true;
  };

  reader.keepProgress = () => {
    record.isKept = true;
    record.last = current;
    write();
  };

  reader.showProgress = (id) => {
    current = id;
    if (record.isKept) record.last = id;
    write();
    draw();
  };
})();
