// The dialog and the page for searching, over the index of a small portal.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, until, settle } = require("./page.js");

const lesson = "courses/birds/start/songs.html";
const field = "dialog input[type=search]";

/** A page with the dialog open, and what it says for a query. */
async function dialog(options, place = lesson) {
  const tab = await open(place, options);
  await tab.press("k", tab.document.body, { ctrlKey: true });
  await until(() => tab.all("dialog[open]").length, "the dialog");
  const ask = async (query) => {
    tab.one(".search-status").textContent = "…";
    await tab.type(field, query);
    await until(() => tab.text(".search-status") !== "…", "an answer to " + query);
    return tab.all(".search-results li b").map((title) => title.textContent);
  };
  return { ...tab, ask };
}

/** An index of many pages that have one word, in place of the portal's. */
const many = (count) => (window) => {
  const list = "B" + "A".repeat(count);
  const rows = Array.from({ length: count }, (_, n) => [`Page ${n}`, `page-${n}.html`, "Many", "many", 0]);
  window.answers = {
    terms: (search) => search.terms("en", count, [["rope"]]),
    courses: (search) => search.courses("en", { birds: [1, 2] }),
    "t0-0": (search) => search.shard("en", "0-0", { rope: list.length > 240 ? [count, "0-0"] : list }),
    "p0-0": (search) => search.lists("en", "0-0", { rope: list }),
    d0: (search) => search.docs("en", 0, rows.slice(0, 32)),
    "text/many": (search) => search.texts("en", "many", ["A rope is\n\n a long thing. ".repeat(20)]),
  };
};

/** Lets the page's own index scripts be answered by `window.answers`. */
const answering = (prepare) => (window) => {
  prepare(window);
  const { head } = window.document;
  const append = head.append.bind(head);
  head.append = (script) => {
    const name = /search\/en\/(.*)\.js$/.exec(script.src);
    if (!name) return append(script);
    queueMicrotask(() => {
      const answer = window.answers[name[1]];
      if (answer) answer(window.clevioSearch);
      if (answer === undefined) script.onerror();
      else script.onload();
    });
  };
};

test("Ctrl and K open the dialog, whose field has the focus", async () => {
  const tab = await dialog();
  assert.equal(tab.document.activeElement, tab.one(field));
  await tab.click(".dialog-close");
  assert.equal(tab.all("dialog[open]").length, 0);
  await tab.click(".search-open");
  assert.equal(tab.all("dialog").length, 1, "the same dialog again");
});

test("a page with the headings Q and Results is no page for searching", async () => {
  const headings = '<h2 id="q">Q</h2><h2 id="results">Results</h2>';
  const tab = await dialog({ before: (window) => window.document.querySelector("main").insertAdjacentHTML("beforeend", headings) });
  assert.deepEqual(await tab.ask("nightingales"), ["Songs"]);
  assert.equal(tab.text("#results"), "Results");
});

test("a click beside the dialog closes it, one on its edge does not", async () => {
  const tab = await dialog();
  const box = tab.one("dialog");
  box.getBoundingClientRect = () => ({ left: 100, right: 200, top: 100, bottom: 200 });
  for (const [clientX, clientY, left] of [[101, 150, 1], [150, 199, 1], [99, 150, 0]]) {
    box.dispatchEvent(new tab.window.MouseEvent("click", { bubbles: true, clientX, clientY }));
    assert.equal(tab.all("dialog[open]").length, left, `${clientX}, ${clientY}`);
  }
});

test("no letter alone opens the search, and other keys with Ctrl stay the browser's", async () => {
  const tab = await open("index.html");
  const { body } = tab.document;
  for (const [key, more] of [["k"], ["/"], ["s", { ctrlKey: true }], ["K", { ctrlKey: true, shiftKey: true }], ["e", { ctrlKey: true, code: "KeyK" }]]) {
    assert.equal(await tab.press(key, body, more), false, key);
  }
  for (const more of [{ metaKey: true }, { ctrlKey: true, code: "KeyK" }]) {
    assert.equal(await tab.press(more.code ? "л" : "K", body, more), true);
  }
});

test("finds words, their beginnings, words with a typo and without accents, and marks them", async () => {
  const tab = await dialog();
  assert.deepEqual(await tab.ask("nightingales"), ["Songs"]);
  assert.equal(tab.text(".search-status"), "Results: 1");
  assert.deepEqual(tab.all(".search-results mark").map((mark) => mark.textContent), ["Nightingales"]);
  assert.equal(tab.text(".search-results small"), "Birds");
  assert.equal(tab.one(".search-results a").href, "https://school.example/" + lesson);
  assert.deepEqual(await tab.ask("nightin"), ["Songs", "What you know of birds"]);
  assert.deepEqual(await tab.ask("nigthingales"), ["Songs"]);
  assert.deepEqual(await tab.ask("NÍGHTINGÁLES sing"), ["Songs"]);
  assert.ok(tab.all(".search-results mark").length >= 2);
});

test("a page with the word in a heading comes before one with it in the text", async () => {
  const tab = await dialog();
  assert.deepEqual(await tab.ask("nest"), ["Songs", "Birds"]);
});

test("says when there is nothing, and finds no word of a closed lesson", async () => {
  const tab = await dialog();
  for (const query of ["zauberflote", "zauberflöte", "xylophone"]) {
    assert.deepEqual(await tab.ask(query), []);
    assert.match(tab.text(".search-status"), /^Nothing found/);
  }
  assert.deepEqual(await tab.ask("ears"), ["Ears"], "its title is in the contents anyway");
  assert.deepEqual(await tab.ask(" … "), []);
});

test("searches the course alone, where one is inside it", async () => {
  const tab = await dialog();
  await until(() => tab.all(".search-here").length, "the switch");
  assert.deepEqual((await tab.ask("at night")).sort(), ["Eyes", "Songs", "What you know of birds"].sort());
  tab.one(".search-status").textContent = "…";
  await tab.click(".search-here input");
  await until(() => tab.text(".search-status") !== "…");
  assert.deepEqual(tab.all(".search-results li b").map((title) => title.textContent).sort(), ["Songs", "What you know of birds"]);
  const outside = await dialog({}, "index.html");
  await settle();
  assert.equal(outside.all(".search-here").length, 0);
});

test("arrows walk through what was found, Enter opens the first", async () => {
  const tab = await dialog({ before: answering(many(3)) });
  await tab.ask("rope");
  const links = tab.all(".search-results a");
  for (const [key, target] of [["ArrowDown", links[0]], ["ArrowDown", links[1]], ["ArrowUp", links[0]], ["ArrowUp", tab.one(field)], ["ArrowUp", tab.one(field)]]) {
    assert.equal(await tab.press(key), true);
    assert.equal(tab.document.activeElement, target);
  }
  let opened = null;
  links[0].addEventListener("click", (event) => ((opened = links[0].href), event.preventDefault()));
  await tab.press("Enter", tab.one(field));
  assert.equal(opened, "https://school.example/page-0.html");
  assert.equal(tab.all("dialog[open]").length, 0, "a result closes the dialog");
  assert.equal(await tab.press("a", tab.one(field)), false);
});

test("shows ten at a time, and the rest on demand", async () => {
  const tab = await dialog({ before: answering(many(25)) });
  assert.equal((await tab.ask("rope")).length, 10);
  assert.equal(tab.text(".search-status"), "Results: 25");
  for (const shown of [20, 25]) {
    await tab.click(".search-more");
    await until(() => tab.all(".search-results li").length === shown, shown + " results");
    assert.equal(tab.document.activeElement.closest("li"), tab.all(".search-results li")[shown === 20 ? 10 : 20]);
  }
  assert.equal(tab.all(".search-more").length, 0);
});

for (const [what, answers] of [["does not come", {}], ["is another script", { terms: null }]]) {
  test("says when the index " + what + ", and tries again", async () => {
    const tab = await dialog({ before: answering((window) => (window.answers = answers)) });
    assert.deepEqual(await tab.ask("rope"), []);
    assert.match(tab.text(".search-status"), /could not be loaded/);
    many(12)(tab.window);
    assert.equal((await tab.ask("rope ")).length, 10);
  });
}

test("a result whose text does not come is shown without it", async () => {
  const tab = await dialog({ before: answering((window) => (many(1)(window), delete window.answers["text/many"])) });
  assert.deepEqual(await tab.ask("rope"), ["Page 0"]);
  assert.equal(tab.text(".search-results a > span"), "");
});

test("reads a list of very many pages from its own file", async () => {
  const tab = await dialog({ before: answering(many(300)) });
  assert.equal((await tab.ask("rope")).length, 10);
  assert.equal(tab.text(".search-status"), "Results: 300");
});

test("the page for searching takes the words of its address", async () => {
  const tab = await open("search.html#q=nightingales");
  await until(() => tab.all("#results li").length, "results");
  assert.equal(tab.one("#q").value, "nightingales");
  await tab.type("#q", "penguins");
  tab.one(".search-form").dispatchEvent(new tab.window.Event("submit", { cancelable: true }));
  await until(() => tab.text("#results").includes("What you know"), "another result");
  assert.equal(tab.window.location.hash, "#q=penguins", "the address has them for who comes back");
  await tab.type("#q", "");
  assert.equal(tab.window.location.href, "https://school.example/search.html");
  await tab.press("k", tab.document.body, { ctrlKey: true });
  await settle();
  assert.equal(tab.document.activeElement, tab.one("#q"));
});

test("the page for searching follows its address", async () => {
  const tab = await open("search.html#q=nightingales");
  await until(() => tab.all("#results li").length, "results");
  tab.window.location.hash = "#q=penguins";
  await until(() => tab.text("#results").includes("What you know"), "another result");
  assert.equal(tab.one("#q").value, "penguins");
});

test("a form on another page leads to the page for searching, its words behind a #", async () => {
  const tab = await open("404.html", { at: "https://school.example/" });
  await until(() => tab.window.clevioSearch, "the script, unasked");
  tab.one(".search-form input").value = "owls & more";
  tab.one(".search-form").dispatchEvent(new tab.window.Event("submit", { cancelable: true }));
  assert.equal(tab.left.length, 1);
});

test("cuts words as the index does", async () => {
  const tab = await dialog();
  const words = (text) => [...tab.window.clevioSearch.words(text)];
  assert.deepEqual(words("Straße, Ärger – naïve ﬁn"), ["strasse", "arger", "naive", "fin"]);
  assert.deepEqual(words("STRASSE Straẞe strasse"), ["strasse"]);
  const [marked] = tab.window.clevioSearch.marked("Die Straße", ["strasse"]).filter((part) => part.localName === "mark");
  assert.equal(marked.textContent, "Straße");
  assert.deepEqual(words("x".repeat(41) + " é" + "ж".repeat(30)), ["x".repeat(40), "e" + "ж".repeat(19)]);
  assert.deepEqual(words("Swift言語の本 本"), ["swift", "言語", "語の", "の本", "本"]);
});

test("the passage is the one with the most of the words", async () => {
  const { window } = await dialog();
  const text = "A rope. " + "Nothing here. ".repeat(30) + "This rope has a knot in it. " + "Nothing more. ".repeat(30);
  assert.match(window.clevioSearch.excerpt(text, ["rope", "knot"]), /^… .*rope has a knot in it.* …$/);
  assert.match(window.clevioSearch.excerpt(text, ["nowhere"]), /^A rope\./);
});
