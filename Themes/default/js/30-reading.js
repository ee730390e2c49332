(() => {
  "use strict";
  // The stylesheet shows folds on wide screens; `open` tells assistive technology and older browsers.
  for (const fold of document.querySelectorAll("details.fold")) {
    const wide = matchMedia(fold.matches(".fold-60") ? "(min-width: 60rem)" : "(min-width: 75rem)");
    const follow = () => (fold.open = wide.matches);
    wide.addEventListener("change", follow);
    follow();
  }

  const outline = document.querySelector(".outline");
  const here = outline && outline.querySelector("[aria-current]");
  if (here) outline.scrollTop = here.offsetTop - outline.clientHeight / 2;

  const links = [...document.querySelectorAll(".toc a[href^='#']")];
  const places = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  if (!places.length) return;
  const toc = document.querySelector(".toc");
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
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later, { passive: true });
  later();
})();
