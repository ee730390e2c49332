// Quizzes are a script of their own, for the pages that have some.
(() => {
  "use strict";
  let isLoaded = false;
  clevio.enhancing((root) => {
    if (isLoaded || !root.querySelector("form.quiz")) return;
    isLoaded = true;
    clevio.load("quiz").catch(() => {
      isLoaded = false;
      // What the script would have marked stays readable, with its answers.
      for (const form of root.querySelectorAll("form.quiz")) form.dataset.ready = "";
    });
  });
})();
