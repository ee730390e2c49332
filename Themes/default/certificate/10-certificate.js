// A course's certificate: what it still takes, and the sheet with the learner's name, made on the device alone.
//
//   clevio:certificate:<course> = {"version":1, "name":text, "number":text}
(() => {
  "use strict";
  const { element, progress, course, fill } = clevio;
  const page = document.querySelector("[data-certificate]");
  if (!page) return;
  const id = page.dataset.certificate;
  const key = "clevio:certificate:" + id;
  const parts = {};
  for (const part of page.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  const text = (value) => (typeof value === "string" ? value : "");

  const say = (words) => {
    if (parts.status.textContent !== words) parts.status.textContent = words;
  };
  const show = (name) => {
    for (const part of ["missing", "form", "made"]) parts[part].hidden = part !== name;
  };

  // When the course was completed; 0 where it was not.
  const completion = (map, state) => {
    const { done, total } = course.count(map, state);
    if (state.completed || !total || done < total) return state.completed;
    return Math.max(...map.lessons.map((lesson) => state.done[lesson.id] || 0));
  };

  // The best results of the course's quizzes on average, in percent and never up; null where none was answered.
  const score = (map, state) => {
    const lessons = new Set(map.lessons.map((lesson) => lesson.id));
    const all = Object.entries(state.quizzes).filter(([quiz]) => lessons.has(quiz.split("#")[0]));
    const results = all.map(([, result]) => Number(result.best)).filter(Number.isFinite);
    return results.length ? Math.floor(results.reduce((sum, each) => sum + each, 0) / results.length) : null;
  };

  // The course, the day and six signs by chance, none of which is taken for another.
  const numberOf = (time) => {
    const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const chance = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => signs[byte % signs.length]).join("");
    return [id, new Date(time).toISOString().slice(0, 10).replaceAll("-", ""), chance].join("-");
  };

  const drawMissing = (map, state) => {
    parts.progress.textContent = fill(parts.progress.dataset.text, course.count(map, state));
    const open = map.lessons.filter((lesson) => !lesson.optional && !state.done[lesson.id]);
    const items = open.map((lesson) => element("li", {}, element("a", { href: course.url(id, lesson.id) }, lesson.title)));
    parts.lessons.replaceChildren(...items);
    show("missing");
  };

  const drawSheet = (map, state, { name, number }) => {
    const lang = parts.date.lang || document.documentElement.lang;
    const date = new Date(completion(map, state)).toLocaleDateString(lang, { dateStyle: "long" });
    const percent = score(map, state);
    parts.name.textContent = name;
    parts.number.textContent = number;
    parts.date.textContent = fill(parts.date.dataset.text, { date });
    parts.score.hidden = percent === null;
    parts.score.textContent = fill(parts.score.dataset.text, { percent });
    show("made");
  };

  let isChanging = false;
  const draw = async () => {
    const state = progress.read(id);
    const trouble = progress.trouble ? clevio.troubleText() : "";
    const map = await course.map(id).catch(() => null);
    if (!map) return say(parts.status.dataset.failed);
    say(trouble);
    if (!completion(map, state)) return drawMissing(map, state);
    const own = progress.record(key);
    if (!isChanging && text(own.name) && text(own.number)) return drawSheet(map, state, own);
    if (parts.form.hidden) parts.field.value = text(own.name);
    show("form");
  };

  parts.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const name = parts.field.value.trim();
    if (!name) return;
    const map = await course.map(id);
    const number = text(progress.record(key).number) || numberOf(completion(map, progress.read(id)));
    progress.keep(key, { version: 1, name, number });
    isChanging = false;
    await draw();
    parts.sheet.focus();
  });
  parts.change.addEventListener("click", async () => {
    isChanging = true;
    await draw();
    parts.field.focus();
  });
  parts.print.addEventListener("click", () => print());
  document.addEventListener("clevio:progress", draw);
  draw();
})();
