// Where in a text the words of a query are.
(() => {
  "use strict";
  const { fold } = clevioSearch;
  const before = 60;
  const length = 180;

  // Words that begin with a term; scripts that are cut into pairs of signs have no beginnings.
  const matches = (text, terms) =>
    [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: text, index }) => {
      const word = fold(text);
      const term = terms.find((each) => word.startsWith(each) || (each > "\u1100" && word.includes(each)));
      return term ? [{ text, index, term }] : [];
    });

  const marked = (text, terms) => {
    const parts = [];
    let end = 0;
    for (const match of matches(text, terms)) {
      parts.push(text.slice(end, match.index), clevio.element("mark", {}, match.text));
      end = match.index + match.text.length;
    }
    return [...parts, text.slice(end)];
  };

  // The first stretch of the text that has the most of the terms.
  const excerpt = (whole, terms) => {
    const text = whole.replace(/\s+/gu, " ").trim();
    const found = matches(text, terms);
    let best = { index: 0, terms: 0 };
    found.forEach(({ index }, n) => {
      const near = found.slice(n, n + 20).filter((other) => other.index < index + length - before);
      const count = new Set(near.map(({ term }) => term)).size;
      if (count > best.terms) best = { index, terms: count };
    });
    const start = best.index > before ? text.lastIndexOf(" ", best.index - before / 2) + 1 : 0;
    const rest = text.slice(start, start + length);
    const cut = start + length < text.length ? rest.replace(/\s\S*$/u, "") + " …" : rest;
    return (start ? "… " : "") + cut;
  };

  Object.assign(clevioSearch, { marked, excerpt });
})();
