(() => {
  "use strict";
  // Only the portal's front door follows an earlier choice; other addresses mean what they say.
  const root = document.documentElement;
  if (root.dataset.root !== "" || !document.body.matches(".kind-catalogue")) return;
  try {
    const chosen = localStorage.getItem("clevio:language");
    const link = [...document.querySelectorAll("a[data-language]")].find((each) => each.dataset.language === chosen);
    if (link && chosen !== root.lang) location.replace(link.href);
  } catch {
    // storage blocked: nothing was chosen
  }
})();
