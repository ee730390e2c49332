(function (root) {
  "use strict";
  var scheme;
  try {
    scheme = localStorage.getItem("clevio:scheme");
  } catch {} // storage blocked: the device's scheme
  if (scheme === "light" || scheme === "dark") root.setAttribute("data-theme", scheme);
  root.setAttribute("data-script", "");
  addEventListener("load", function () {
    // The main script did not arrive: show what it would have taken care of.
    if (!window.clevio || !clevio.enhance) root.removeAttribute("data-script");
  });
})(document.documentElement);
