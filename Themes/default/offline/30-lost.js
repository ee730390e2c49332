// On the page that stands for what was not saved: the courses that are, and a way to try again.
(() => {
  "use strict";
  const place = document.querySelector("[data-offline-courses]");
  if (!place) return;
  const { element, offline } = clevio;

  // The address that was asked for; only one of this portal.
  const asked = () => {
    try {
      const address = new URL(decodeURIComponent(location.hash.slice(1)), offline.root);
      return location.hash.length > 1 && address.href.startsWith(offline.root.href) ? address.href : null;
    } catch {
      return null;
    }
  };
  const none = document.querySelector("[data-offline-none]");
  const again = document.querySelector("[data-offline-again]");
  const address = asked();
  if (again && address) {
    again.href = address;
    again.hidden = false;
  }
  // Back in the network, the page that was wanted comes by itself.
  addEventListener("online", () => address && location.replace(address));

  const draw = async () => {
    const saved = await offline.courses().catch(() => []); // a page opened from a folder has no caches
    const rows = saved.map(({ title, page }) => element("li", {}, element("a", { href: offline.root.href + page }, title)));
    place.replaceChildren(...rows);
    none.textContent = rows.length ? "" : none.dataset.offlineNone;
  };
  offline.listen((news) => "done" in news || draw());
  draw();
})();
