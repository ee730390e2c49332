// Saving courses is a script of its own, loaded when somebody wants it, or has saved one before.
(() => {
  "use strict";
  const place = document.querySelector(".course-offline[data-course]");
  if (!place || !document.documentElement.matches("[data-saves]")) return;
  const button = place.querySelector("button");
  const open = (isAsked) =>
    clevio.load("offline").then(() => clevio.offline.open(isAsked)).catch(() => {
      if (isAsked) button.textContent = place.dataset.failed;
    });
  button.addEventListener("click", () => open(true));
  caches.keys().then((names) => names.some((name) => name.startsWith("clevio-offline:")) && open(false), () => {});
})();
