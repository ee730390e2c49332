(() => {
  "use strict";
  // The stylesheet shows folds on wide screens; `open` tells assistive technology and older browsers.
  const followWidth = (fold, signal) => {
    const wide = matchMedia(fold.matches(".fold-60") ? "(min-width: 60rem)" : "(min-width: 75rem)");
    const follow = () => (fold.open = wide.matches);
    wide.addEventListener("change", follow, { signal });
    follow();
  };

  const showHere = (outline) => {
    const here = outline.querySelector("[aria-current]");
    if (here) outline.scrollTop = here.offsetTop - outline.clientHeight / 2;
  };

  // Marks the entry of a table of contents whose place is being read.
  const followReading = (toc, signal) => {
    const places = [...toc.querySelectorAll("a[href^='#']")].flatMap((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return target ? [{ link, target }] : [];
    });
    if (!places.length) return;
    let marked = null;
    const mark = () => {
      const page = document.documentElement;
      const atEnd = scrollY > 0 && scrollY + innerHeight >= page.scrollHeight - 2;
      let now = null;
      for (const place of places) {
        if (place.target.getBoundingClientRect().top > innerHeight * 0.25) break;
        now = place.link;
      }
      if (atEnd) now = places.at(-1).link;
      if (now === marked) return;
      if (marked) marked.removeAttribute("aria-current");
      if (now) {
        now.setAttribute("aria-current", "true");
        toc.scrollTop = now.offsetTop - toc.clientHeight / 2;
      }
      marked = now;
    };
    let waiting = false;
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    };
    addEventListener("scroll", later, { passive: true, signal });
    addEventListener("resize", later, { passive: true, signal });
    later();
  };

  let former = null;
  clevio.enhancing((root) => {
    // What was put into the page before is gone, and needs nobody to follow it.
    former?.abort();
    former = root === document ? null : new AbortController();
    const signal = former?.signal;
    for (const fold of root.querySelectorAll("details.fold")) followWidth(fold, signal);
    for (const outline of root.querySelectorAll(".outline")) showHere(outline);
    for (const toc of root.querySelectorAll(".toc")) followReading(toc, signal);
  });
})();
