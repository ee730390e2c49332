(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  reader.nameLesson();
  addEventListener("hashchange", reader.nameLesson);
  reader.start();
  reader.isStarted = true; // or the script that runs first tells that this one failed
})();
