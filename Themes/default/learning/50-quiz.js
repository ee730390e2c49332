// Quizzes are a script of their own, for the pages that have some.
(() => {
  "use strict";
  // Without the script of all pages, quizzes stay as they are written.
  if (!clevio.enhancing) return;
  clevio.enhancing((root) => {
    const forms = root.querySelectorAll("form.quiz");
    // What the script would have marked stays readable, with its answers.
    if (forms.length) clevio.load("quiz").catch(() => forms.forEach((form) => (form.dataset.ready = "")));
  });
})();
