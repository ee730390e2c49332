(function (root) {
  "use strict";
  var scheme;
  try {
    scheme = localStorage.getItem("clevio:scheme");
    // Room is kept for what a learner has begun.
    var begun = Object.keys(localStorage).some((key) => key.startsWith("clevio:progress:"));
    if (begun) root.setAttribute("data-begun", "");
  } catch {} // storage blocked: the device's scheme, and nothing begun
  if (scheme === "light" || scheme === "dark") root.setAttribute("data-theme", scheme);
  root.setAttribute("data-script", "");
  // Courses can be saved where a worker may answer for the portal: not on a disk, nor over plain http.
  if ("serviceWorker" in navigator && location.protocol !== "file:") root.setAttribute("data-saves", "");
  addEventListener("load", function () {
    // The main script did not arrive: show what it would have taken care of.
    if (!window.clevio || !clevio.enhance) root.removeAttribute("data-script");
  });
})(document.documentElement);
