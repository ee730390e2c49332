(() => {
  "use strict";
  const { element } = clevio;
  const { find, fold } = clevioSearch;

  const matches = (text, terms) =>
    [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter((match) => {
      const word = fold(match[0]);
      return terms.some((term) => word.startsWith(term) || (term > "\u1100" && word.includes(term)));
    });

  const marked = (text, terms) => {
    const parts = [];
    let end = 0;
    for (const match of matches(text, terms)) {
      parts.push(text.slice(end, match.index), element("mark", {}, match[0]));
      end = match.index + match[0].length;
    }
    return [...parts, text.slice(end)];
  };

  // The stretch of the text around the first match.
  const excerpt = (text, terms) => {
    const [first] = matches(text, terms);
    const start = first && first.index > 100 ? text.lastIndexOf(" ", first.index - 60) + 1 : 0;
    const rest = text.slice(start, start + 180);
    const cut = start + 180 < text.length ? rest.replace(/\s\S*$/u, "") + " …" : rest;
    return (start ? "… " : "") + cut;
  };

  Object.assign(clevioSearch, { marked, excerpt });

  const opener = document.querySelector(".search-open");
  if (!opener) return;
  const words = opener.dataset;

  const entry = ([title, url, course, text], terms) => {
    const link = element(
      "a",
      { href: document.documentElement.dataset.root + url },
      element("b", {}, ...marked(title, terms)),
      element("small", {}, course || ""),
      element("span", {}, ...marked(excerpt(text || "", terms), terms)),
    );
    return element("li", {}, link);
  };

  // Results of `input` appear in `region`; arrow keys inside `box` walk through them.
  const connect = (input, region, box) => {
    const status = element("p", { class: "search-status", role: "status" });
    const list = element("ol");
    region.append(status, list);
    let turn = 0;
    let timer = 0;
    const run = async () => {
      const mine = ++turn;
      const query = input.value.trim();
      try {
        const { count, terms, entries } = await find(query, 10);
        if (mine !== turn) return;
        list.replaceChildren(...entries.filter(Boolean).map((found) => entry(found, terms)));
        status.textContent = count ? words.count.replace("{n}", count) : query && words.none;
      } catch {
        if (mine !== turn) return;
        list.replaceChildren();
        status.textContent = words.failed;
      }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, 80);
    });
    box.addEventListener("keydown", (event) => {
      const stops = [input, ...list.querySelectorAll("a")];
      const now = stops.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && now >= 0) {
        event.preventDefault();
        stops[Math.min(Math.max(now + step, 0), stops.length - 1)].focus();
      } else if (event.key === "Enter" && now === 0 && !input.form) {
        event.preventDefault();
        if (stops[1]) stops[1].click();
      }
    });
    return run;
  };

  const region = document.getElementById("results");
  const field = region && document.getElementById("q");
  if (field) {
    const run = connect(field, region, document.getElementById("main"));
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
    field.value = new URLSearchParams(location.hash.slice(1)).get("q") || "";
    if (field.value) run();
  } else {
    // Words stand behind a "#", so that they do not leave the browser.
    const form = document.querySelector(".search-form");
    if (form) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const query = new URLSearchParams({ q: form.querySelector("input").value });
        location.href = `${form.action}#${query}`;
      });
    }
  }

  let dialog = null;
  const open = () => {
    if (field) {
      field.focus();
      field.select();
      return;
    }
    if (!dialog) {
      const label = words.placeholder;
      const input = element("input", { type: "search", autocomplete: "off", placeholder: label, "aria-label": label });
      const close = element("button", { class: "dialog-close", type: "button" }, document.body.dataset.close);
      const line = element("div", { class: "search-line" }, input, close);
      const results = element("div", { class: "search-results" });
      dialog = element("dialog", { class: "search-dialog", "aria-label": label }, line, results);
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest("a, button")) dialog.close();
      });
      document.body.append(dialog);
      connect(input, results, dialog);
    }
    dialog.showModal();
    dialog.querySelector("input").select();
  };
  clevioSearch.open = open;
})();
