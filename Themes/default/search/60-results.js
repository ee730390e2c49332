// A field, what is found for its words, and the keys that lead from one to the other.
(() => {
  "use strict";
  const { element } = clevio;
  const { find, marked, excerpt } = clevioSearch;
  const step = 10;

  const item = ({ title, url, course, text }, terms) => {
    const link = element(
      "a",
      { href: document.documentElement.dataset.root + url },
      element("b", {}, ...marked(title, terms)),
      element("small", {}, course),
      element("span", {}, ...marked(excerpt(text, terms), terms)),
    );
    return element("li", {}, link);
  };

  // Arrow keys inside `box` walk from the field through what was found.
  const walk = (box, input) => {
    box.addEventListener("keydown", (event) => {
      const stops = [input, ...box.querySelectorAll(".search-results a, .search-more")];
      const now = stops.indexOf(document.activeElement);
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by && now >= 0) {
        event.preventDefault();
        stops[Math.min(Math.max(now + by, 0), stops.length - 1)].focus();
      } else if (event.key === "Enter" && now === 0 && !input.form) {
        event.preventDefault();
        if (stops[1]) stops[1].click();
      }
    });
  };

  // Shows in `region` what is found for `input`, in the course that `scope` tells; returns the search.
  clevioSearch.connect = (input, region, box, words, scope) => {
    const status = element("p", { class: "search-status", role: "status" });
    const list = element("ol", {});
    const more = element("button", { class: "button search-more", type: "button" }, words.more);
    region.append(status, list);
    let turn = 0;
    let timer = 0;
    let found = null;

    const show = async (mine) => {
      const shown = list.children.length;
      const rows = await found.rows(shown, shown + step);
      if (mine !== turn) return;
      list.append(...rows.map((row) => item(row, found.terms)));
      if (list.children.length < found.count) region.append(more);
      else more.remove();
      if (shown && rows.length) list.children[shown].firstChild.focus();
    };
    const attempt = async (act) => {
      const mine = ++turn;
      try {
        await act(mine);
      } catch {
        if (mine !== turn) return;
        list.replaceChildren();
        more.remove();
        status.textContent = words.failed;
      }
    };
    const run = () =>
      attempt(async (mine) => {
        const query = input.value.trim();
        const answer = await find(query, scope());
        if (mine !== turn) return;
        found = answer;
        list.replaceChildren();
        await show(mine);
        if (mine === turn) status.textContent = found.count ? words.count.replace("{n}", found.count) : query && words.none;
      });

    more.addEventListener("click", () => attempt(show));
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, 80);
    });
    walk(box, input);
    return run;
  };
})();
