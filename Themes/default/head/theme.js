(function (root) {
  "use strict";
  var scheme;
  try {
    scheme = localStorage.getItem("clevio:scheme");
    // Room is kept for what a learner has begun: on a course's page for that course, in lists for any, and
    // for a way back if one is not complete. No record is so damaged that its text cannot be looked at.
    var own = root.dataset.root === "../../" && /courses\/([^/]+)\/[^/]*$/.exec(decodeURI(location.pathname));
    for (var key in localStorage) {
      var id = key.split("clevio:progress:")[1];
      if (!id || (own && own[1] !== id) || !/"started":[1-9]/.test(localStorage[key])) continue;
      root.setAttribute("data-begun", "");
      if (!/"completed":[1-9]/.test(localStorage[key])) root.setAttribute("data-unfinished", "");
    }
  } catch {
    // storage blocked: the device's scheme, and nothing begun
  }
  if (scheme === "light" || scheme === "dark") root.setAttribute("data-theme", scheme);
  root.setAttribute("data-script", "");
  // Courses can be saved where a worker may answer for the portal: not on a disk, nor over plain http.
  if ("serviceWorker" in navigator && location.protocol !== "file:") root.setAttribute("data-saves", "");
  addEventListener("load", function () {
    // The main script did not arrive: show what it would have taken care of.
    if (!window.clevio || !clevio.enhance) root.removeAttribute("data-script");
  });
})(document.documentElement);
