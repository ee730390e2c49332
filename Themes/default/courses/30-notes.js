// On a course's own page: what the learner noted and marked, in the order of the lessons.
(() => {
  "use strict";
  const { element } = clevio;
  const place = document.querySelector("[data-notes-list]");
  if (!place) return;
  const words = place.dataset;

  const item = (link, own) => {
    const line = element("p", {}, element("a", { href: link.href }, link.textContent));
    if (own.bookmark) {
      line.append(element("span", { class: "icon icon-bookmark", role: "img", "aria-label": words.bookmark, title: words.bookmark }));
    }
    const made = element("li", {}, line);
    if (own.text) made.append(element("p", { class: "note-text", dir: "auto" }, own.text));
    return made;
  };

  const draw = () => {
    const notes = clevio.notesOf(words.notesList);
    const links = [...document.querySelectorAll(".rows .row > a")];
    const items = links.flatMap((link) => {
      const own = notes[clevio.lessonOf(link, words.notesList)];
      return own ? [item(link, own)] : [];
    });
    place.hidden = !items.length;
    place.querySelector("ul").replaceChildren(...items);
  };
  document.addEventListener("clevio:progress", draw);
  draw();
})();
