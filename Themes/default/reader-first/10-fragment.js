// Before any other script runs, the licence in the address is taken out of it, and out of the history.
(() => {
  "use strict";
  // Programs that hand links on change letters' case, escape the sign, and put words of their own behind the licence.
  const mark = /^#unlock(?:=|%3d)([\w.-]*[\w-])?/i;
  let held = null;
  let receive = null;

  // The browser's records of how the page was reached can be read by scripts, too.
  const forgetArrival = () => {
    const address = location.href;
    for (const entry of performance.getEntriesByType("navigation")) {
      const { toJSON } = entry;
      Object.defineProperty(entry, "name", { value: address });
      Object.defineProperty(entry, "toJSON", { value: () => ({ ...toJSON.call(entry), name: address }) });
    }
    const { activation } = window.navigation || {};
    if (activation) Object.defineProperty(activation.entry, "url", { value: address });
  };

  const forgetFragment = () => {
    try {
      // A full address would be refused on a disk, where each file is an origin of its own; two slashes that begin a
      // path would name another host.
      history.replaceState(null, "", location.pathname.replace(/^\/\//, "/.//") + location.search);
    } catch {
      location.replace("#");
    }
  };

  const strip = (event) => {
    const found = mark.exec(location.hash);
    if (!found) return;
    held = found[1] || "";
    forgetFragment();
    if (!event) return forgetArrival();
    event.stopImmediatePropagation();
    if (receive) receive();
  };

  strip();
  addEventListener("hashchange", strip);

  // The reader alone takes what was found, once: `arrived` is called for links that are opened later.
  Object.defineProperty(window, "clevioFragment", {
    configurable: true,
    value: (arrived) => {
      delete window.clevioFragment;
      receive = () => {
        const text = held;
        held = null;
        if (text !== null) arrived(text);
      };
      receive();
    },
  });
})();
