// Quizzes are a script of their own, for the pages that have some.
(() => {
  "use strict";
  let isLoaded = false;
  clevio.enhancing((root) => {
    if (isLoaded || !root.querySelector("form.quiz")) return;
    isLoaded = true;
    clevio.load("quiz").catch(() => (isLoaded = false)); // the questions stay readable
  });
})();
