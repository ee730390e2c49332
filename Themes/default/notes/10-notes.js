// Changes a lesson's bookmark and notes; notes are kept while they are written.
(() => {
  "use strict";
  const { progress } = clevio;
  const pause = 400; // milliseconds without a key

  const textOf = ({ id, lesson }) => clevio.notesOf(id)[lesson]?.text || "";

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

  // What another tab wrote meanwhile is not lost: what of it is new goes below.
  const join = (field, theirs, known) => {
    const { value } = field;
    if (theirs === known || theirs === value) return;
    const added = (theirs.startsWith(known) ? theirs.slice(known.length) : theirs).trim();
    if (added) field.setRangeText((value.trim() && "\n\n") + added, value.length, value.length, "preserve");
  };

  // The notes that are open, with their text as this tab and the store last had it in common.
  let shown = null;
  // The notes that are being written; their text is kept at the latest when the page is left.
  let writing = null;
  const keep = () => {
    if (!writing) return;
    const notes = writing;
    const { box, id, lesson, field, status } = notes;
    clearTimeout(notes.timer);
    writing = null;
    change(id, lesson, (own) => {
      join(field, own.text || "", notes.text);
      own.text = notes.text = field.value.trim() ? field.value : "";
      own.changed = Date.now();
    });
    status.textContent = progress.trouble ? "" : status.dataset.kept;
    clevio.sayTrouble(box);
  };
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  document.addEventListener("clevio:lesson-shown", keep, { capture: true });
  // What another tab writes is shown here, unless somebody is writing here, too.
  document.addEventListener("clevio:progress", () => {
    if (writing || !shown || shown.box.dataset.lesson !== shown.lesson) return;
    const text = textOf(shown);
    if (text !== shown.text) shown.field.value = shown.text = text;
  });

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
      const notes = { box, id, lesson, field, status };
      // The page lets nobody write before: it would be overwritten here.
      field.readOnly = false;
      field.value = notes.text = textOf(notes);
      shown = notes;
      status.textContent = "";
      field.oninput = () => {
        clearTimeout(notes.timer);
        notes.timer = setTimeout(keep, pause);
        writing = notes;
        status.textContent = "";
      };
      field.onchange = keep;
    },
  };
})();
