// Searching the open course: its words are sealed, too, and are opened at the first question.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, parts, lessons, word, sentence, refusal } = reader.page;
  const { fold, words: termsOf, marked, excerpt } = clevioSearch;
  const most = 20;

  let documents = null;
  let session = null;
  let turn = 0;

  const open = async () => {
    const found = JSON.parse(reader.text(await session.file(data.search, "search")));
    return found
      .filter(({ id }) => lessons.has(id))
      .map(({ id, title, text }) => ({ id, title, text, name: fold(title), body: fold(text) }));
  };

  // How often a word begins with the term; scripts that are cut into pairs of signs have no beginnings.
  const occurrences = (text, term) => {
    let count = 0;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      if (term > "\u1100" || at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) count += 1;
    }
    return count;
  };

  const find = (terms) => {
    const weight = ({ name, body }, term) => 10 * occurrences(name, term) + Math.min(occurrences(body, term), 9);
    const weighed = documents.map((found) => ({ found, weights: terms.map((term) => weight(found, term)) }));
    const sum = ({ weights }) => weights.reduce((all, each) => all + each, 0);
    const all = weighed.filter(({ weights }) => weights.every((each) => each > 0));
    return all.sort((a, b) => sum(b) - sum(a)).map(({ found }) => found);
  };

  const entry = ({ id, title, text }, terms) => {
    const href = "#/" + id.split("/").map(encodeURIComponent).join("/");
    const link = clevio.element(
      "a",
      { href, "data-lesson": id },
      clevio.element("b", {}, ...marked(title, terms)),
      clevio.element("span", {}, ...marked(excerpt(text, terms), terms)),
    );
    return clevio.element("li", {}, link);
  };

  const run = async () => {
    const mine = ++turn;
    const terms = termsOf(parts.query.value);
    parts.results.hidden = !terms.length;
    parts.tree.hidden = terms.length > 0;
    if (!terms.length) return;
    try {
      documents = documents || (await open());
      if (mine !== turn) return;
      const found = find(terms);
      parts.found.replaceChildren(...found.slice(0, most).map((each) => entry(each, terms)));
      parts.count.textContent = found.length ? word("count", { n: found.length }) : word("none");
    } catch (error) {
      if (mine !== turn) return;
      parts.found.replaceChildren();
      parts.count.textContent = sentence(refusal(error));
    }
  };

  let timer = 0;
  parts.query.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 80);
  });
  parts.query.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !parts.query.value) return;
    event.preventDefault();
    parts.query.value = "";
    run();
  });

  reader.beginSearch = (begun) => {
    session = begun;
    documents = null;
  };
})();
