(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  reader.nameLesson();
  addEventListener("hashchange", reader.nameLesson);
  reader.start();
})();
