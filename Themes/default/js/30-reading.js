(() => {
  "use strict";
  // Browsers without ::details-content cannot be told by CSS to show a closed fold on wide screens.
  if (!CSS.supports("selector(::details-content)")) {
    for (const fold of document.querySelectorAll("details.fold")) {
      const wide = matchMedia(fold.closest(".toc") ? "(min-width: 75rem)" : "(min-width: 60rem)");
      const follow = () => (fold.open = wide.matches);
      wide.addEventListener("change", follow);
      follow();
    }
  }

  const outline = document.querySelector(".outline");
  const here = outline && outline.querySelector("[aria-current]");
  if (here) {
    const gap = here.getBoundingClientRect().top - outline.getBoundingClientRect().top;
    if (gap > outline.clientHeight * 0.7) outline.scrollTop = gap - outline.clientHeight / 3;
  }

  const links = [...document.querySelectorAll(".toc a[href^='#']")];
  const places = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  if (!places.length) return;
  const toc = document.querySelector(".toc");
  for (const { link } of places) {
    link.addEventListener("click", () => {
      const fold = toc.querySelector(".fold[open]");
      if (fold && !matchMedia("(min-width: 75rem)").matches) fold.open = false;
    });
  }

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
      const box = toc.getBoundingClientRect();
      const spot = now.getBoundingClientRect();
      if (spot.bottom > box.bottom || spot.top < box.top) toc.scrollTop += spot.top - box.top - box.height / 2;
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
