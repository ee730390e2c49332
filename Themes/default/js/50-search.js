(() => {
  "use strict";
  const opener = document.querySelector(".search-open");
  if (!opener) return;
  const words = opener.dataset;
  const { find, fold } = window.clevioSearch;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const marked = (text, terms) => {
    const part = document.createDocumentFragment();
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const word = fold(match[0]);
      if (!terms.some((term) => word.startsWith(term) || (term > "\u1100" && word.includes(term)))) continue;
      part.append(text.slice(end, match.index), element("mark", "", match[0]));
      end = match.index + match[0].length;
    }
    part.append(text.slice(end));
    return part;
  };

  // The stretch of the text around the first match.
  const excerpt = (text, terms) => {
    let start = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!terms.some((term) => fold(match[0]).startsWith(term))) continue;
      if (match.index > 100) start = text.lastIndexOf(" ", match.index - 60) + 1;
      break;
    }
    const rest = text.slice(start, start + 180);
    const cut = start + 180 < text.length ? rest.replace(/\s\S*$/u, "") + " …" : rest;
    return (start ? "… " : "") + cut;
  };

  const entry = ([title, url, course, text], terms) => {
    const item = element("li");
    const link = element("a");
    link.href = document.documentElement.dataset.root + url;
    const name = element("b");
    name.append(marked(title, terms));
    link.append(name);
    if (course) link.append(element("small", "", course));
    if (text) {
      const snippet = element("span");
      snippet.append(marked(excerpt(text, terms), terms));
      link.append(snippet);
    }
    item.append(link);
    return item;
  };

  // Results of `input` appear in `region`; arrow keys walk through them, Enter opens the first.
  const connect = (input, region, box) => {
    const status = element("p", "search-status");
    status.setAttribute("role", "status");
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
    field.value = new URLSearchParams(location.search).get("q") || "";
    if (field.value) run();
  }

  let dialog = null;
  const open = () => {
    if (field) {
      field.focus();
      field.select();
      return;
    }
    if (!dialog) {
      dialog = element("dialog", "search-dialog");
      const line = element("div", "search-line");
      const input = element("input");
      input.type = "search";
      input.autocomplete = "off";
      input.spellcheck = false;
      input.placeholder = words.placeholder;
      input.setAttribute("aria-label", words.placeholder);
      const close = element("button", "dialog-close", document.body.dataset.close);
      close.type = "button";
      close.addEventListener("click", () => dialog.close());
      const results = element("div", "search-results");
      dialog.setAttribute("aria-label", words.placeholder);
      line.append(input, close);
      dialog.append(line, results);
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest("a")) dialog.close();
      });
      document.body.append(dialog);
      connect(input, results, dialog);
    }
    dialog.showModal();
    dialog.querySelector("input").select();
  };
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable], dialog");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const commandK = event.key === "k" && (event.ctrlKey || event.metaKey);
    if ((slash && !typing) || (commandK && !document.querySelector("dialog[open]"))) {
      event.preventDefault();
      open();
    }
  });
})();
