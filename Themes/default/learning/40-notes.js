// A lesson's bookmark and notes: whether there are some is shown; what is done with them comes when it is wanted.
//
//   clevio:notes:<course> = {"version":1, "lessons":{lesson: {"text":words, "changed":ms, "bookmark":ms}}}
(() => {
  "use strict";
  const { progress } = clevio;

  clevio.notesOf = (id) => progress.table(progress.record("clevio:notes:" + id).lessons);

  const box = document.querySelector("[data-notes]");
  if (!box) return;
  const [bookmark, fold] = box.children;
  const draw = () => {
    const own = clevio.notesOf(box.dataset.notes)[box.dataset.lesson] || {};
    bookmark.ariaPressed = Boolean(own.bookmark);
    fold.toggleAttribute("data-filled", Boolean(own.text));
  };
  const notes = (act, lesson) => clevio.load("notes").then(() => clevio.notes[act](box, lesson)).catch(() => {});
  bookmark.addEventListener("click", () => notes("bookmark", box.dataset.lesson));
  fold.addEventListener("toggle", () => fold.open && notes("open"));
  document.addEventListener("clevio:progress", draw);
  // A reader shows one lesson after the other.
  document.addEventListener("clevio:lesson-shown", ({ detail }) => {
    fold.open = false;
    box.dataset.lesson = detail.lesson;
    draw();
  });
  draw();
})();
