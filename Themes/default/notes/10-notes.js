// Changes a lesson's bookmark and notes; notes are kept while they are written.
(() => {
  "use strict";
  const { progress } = clevio;
  const pause = 400; // milliseconds without a key

  // Reads afresh, so that tabs do not undo each other's changes; what says nothing is not kept.
  const change = (id, lesson, edit) => {
    const key = "clevio:notes:" + id;
    const lessons = clevio.notesOf(id);
    const own = { ...lessons[lesson] };
    edit(own);
    if (own.text || own.bookmark) lessons[lesson] = own;
    else delete lessons[lesson];
    progress.keep(key, Object.keys(lessons).length ? { ...progress.record(key), version: 1, lessons } : null);
  };

  // The lesson that is being written about; its text is kept at the latest when the page is left.
  let writing = null;
  const keep = () => {
    if (!writing) return;
    const { box, id, lesson, field, status, timer } = writing;
    clearTimeout(timer);
    writing = null;
    change(id, lesson, (own) => {
      own.text = field.value.trim() ? field.value : "";
      own.changed = Date.now();
    });
    status.textContent = progress.trouble ? "" : status.dataset.kept;
    clevio.sayTrouble(box);
  };
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  document.addEventListener("clevio:lesson-shown", keep, { capture: true });

  clevio.notes = {
    // The lesson in which it was pressed: a reader may show another by now.
    bookmark(box, lesson) {
      change(box.dataset.notes, lesson, (own) => (own.bookmark = own.bookmark ? 0 : Date.now()));
      clevio.sayTrouble(box);
    },

    open(box) {
      const { notes: id, lesson } = box.dataset;
      const field = box.querySelector("textarea");
      const status = box.querySelector("[role=status]");
      // The page lets nobody write before: it would be overwritten here.
      field.readOnly = false;
      field.value = (clevio.notesOf(id)[lesson] || {}).text || "";
      status.textContent = "";
      field.oninput = () => {
        if (writing) clearTimeout(writing.timer);
        writing = { box, id, lesson, field, status, timer: setTimeout(keep, pause) };
        status.textContent = "";
      };
      field.onchange = keep;
    },
  };
})();
