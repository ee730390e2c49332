// The page for searching, and the dialog on all others.
(() => {
  "use strict";
  const { element } = clevio;
  const { connect, rangeOf } = clevioSearch;
  const opener = document.querySelector(".search-open");
  if (!opener) return;
  const words = opener.dataset;

  // Headings of other pages may have the same ids.
  const form = document.querySelector(".search-form");
  const region = form && document.getElementById("results");
  const field = region && form.querySelector("input");
  if (field) {
    const run = connect(field, region, document.getElementById("main"), words, () => "");
    // The address has the words, so that who comes back or loads the page again finds what was found.
    const keep = () => {
      const q = field.value.trim();
      history.replaceState(null, "", q ? "#" + new URLSearchParams({ q }) : location.pathname);
    };
    field.addEventListener("input", keep);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
      run();
    });
    const read = () => (field.value = new URLSearchParams(location.hash.slice(1)).get("q") || "");
    addEventListener("hashchange", () => {
      // A link within the page, such as the one to the content, is no search.
      if (location.hash && !location.hash.startsWith("#q=")) return;
      read();
      run();
    });
    if (read()) run();
  } else if (form) {
    // Words stand behind a "#", so that they do not leave the browser.
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = new URLSearchParams({ q: form.querySelector("input").value });
      location.href = `${form.action}#${query}`;
    });
  }

  // Inside a course whose pages can be found: a switch between it and the whole portal.
  const addSwitch = async (line, course, run) => {
    const [, pages] = await rangeOf(course);
    if (!pages) return;
    const here = element("input", { type: "checkbox" });
    here.addEventListener("change", run);
    line.after(element("label", { class: "search-here" }, here, " " + words.here));
  };

  let dialog = null;
  const make = () => {
    const label = words.placeholder;
    const input = element("input", { type: "search", autocomplete: "off", placeholder: label, "aria-label": label });
    const close = element("button", { class: "dialog-close", type: "button" }, document.body.dataset.close);
    const line = element("div", { class: "search-line" }, input, close);
    const results = element("div", { class: "search-results" });
    const made = element("dialog", { class: "search-dialog", "aria-label": label }, line, results);
    made.addEventListener("click", (event) => {
      const box = made.getBoundingClientRect();
      const isBeside =
        event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
      if ((event.target === made && isBeside) || event.target.closest("a, .dialog-close")) made.close();
    });
    document.body.append(made);
    const { course } = document.getElementById("main").dataset;
    const scope = () => (made.querySelector(".search-here :checked") ? course : "");
    const run = connect(input, results, made, words, scope);
    if (course) addSwitch(line, course, run).catch(() => {}); // the whole portal remains
    return made;
  };

  clevioSearch.open = () => {
    if (field) {
      field.focus();
      field.select();
      return;
    }
    dialog = dialog || make();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").select();
  };
})();
