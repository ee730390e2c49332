// The pages that have all words of a query, the best first.
(() => {
  "use strict";
  const { load, words, entry, begunBy, meantBy } = clevioSearch;
  const mostWords = 12;
  const rowsPerFile = 32;
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const valueOf = new Uint8Array(128);
  [...digits].forEach((digit, value) => (valueOf[digit.charCodeAt(0)] = value));

  // A list of PostingList.swift, as pairs of a page and how much the term says of it.
  const read = (list) => {
    const pages = [];
    const weights = [];
    for (const part of list.split(".")) {
      const isBits = part[1] === "*";
      let at = isBits ? 2 : 1;
      const next = () => valueOf[part.charCodeAt(at++)];
      const number = () => {
        let sum = 0;
        for (let unit = 1; ; unit *= 32) {
          const digit = next();
          sum += (digit % 32) * unit;
          if (digit < 32) return sum;
        }
      };
      const start = pages.length;
      if (isBits) {
        for (let page = number(); at < part.length; page += 6) {
          for (let bits = next(), bit = 0; bits; bits >>= 1, bit += 1) if (bits & 1) pages.push(page + bit);
        }
      } else {
        for (let page = -1; at < part.length; ) pages.push((page += number() + 1));
      }
      const weight = valueOf[part.charCodeAt(0)];
      for (let n = start; n < pages.length; n += 1) weights.push(weight);
    }
    return { pages, weights };
  };

  // What a word says of each page: more if it is rare, and less if the page has it only in another form.
  const scoresOf = async (word, isLast, count) => {
    const scores = new Float32Array(count);
    const add = async ([term, entry], share) => {
      const list = typeof entry === "string" ? entry : (await load("p" + entry[1]))[term];
      const { pages, weights } = read(list);
      const value = share * Math.log(1 + count / pages.length);
      pages.forEach((page, n) => (scores[page] = Math.max(scores[page], weights[n] * value)));
    };
    const [exact, begun] = await Promise.all([entry(word), isLast ? begunBy(word) : []]);
    await Promise.all([...exact.map((each) => add(each, 1)), ...begun.map((each) => add(each, 0.6))]);
    if (exact.length || begun.length || word.length < 4) return { scores, spelled: [word] };
    const meant = await meantBy(word);
    await Promise.all(meant.map((each) => add(each, 0.5)));
    return { scores, spelled: meant.map(([term]) => term) };
  };

  const row = async (page) => {
    const rows = await load("d" + Math.floor(page / rowsPerFile));
    const [title, url, course, file, place] = rows[page % rowsPerFile];
    const texts = await load("text/" + file).catch(() => []); // a result without its text is still one
    return { title, url, course, text: texts[place] || "" };
  };

  // How many pages there are, the words to be marked in them, and `rows(from, to)` for some of them.
  clevioSearch.find = async (query, course) => {
    const asked = words(query).slice(0, mostWords);
    const { count } = await load("terms");
    const [first, length] = course ? await clevioSearch.rangeOf(course) : [0, asked.length ? count : 0];
    const each = await Promise.all(asked.map((word, n) => scoresOf(word, n === asked.length - 1, count)));
    const totals = new Float32Array(count);
    const found = [];
    for (let page = first; page < first + length; page += 1) {
      if (!each.every(({ scores }) => scores[page])) continue;
      totals[page] = each.reduce((sum, { scores }) => sum + scores[page], 0);
      found.push(page);
    }
    found.sort((a, b) => totals[b] - totals[a] || a - b);
    const terms = each.flatMap(({ spelled }) => spelled);
    return { count: found.length, terms, rows: (from, to) => Promise.all(found.slice(from, to).map(row)) };
  };

  // The first page of a course and their number; none of a course that is not listed.
  clevioSearch.rangeOf = async (course) => {
    const ranges = await load("courses");
    return Object.hasOwn(ranges, course) ? ranges[course] : [0, 0];
  };
})();
