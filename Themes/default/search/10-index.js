// The index is classic scripts, which load from a disk too; a query loads only what it needs.
(() => {
  "use strict";
  const files = new Map();
  const arrived = new Map();
  const base = () => {
    const { lang, dataset } = document.documentElement;
    return dataset.root + "search/" + lang + "/";
  };

  const load = (name) => {
    if (!files.has(name)) {
      const arrival = new Promise((resolve, reject) => {
        const script = clevio.element("script", { src: base() + name + ".js" });
        script.onload = () => resolve(arrived.get(name));
        script.onerror = () => {
          files.delete(name); // to be tried again
          reject(new Error(name));
        };
        document.head.append(script);
      });
      files.set(name, arrival);
    }
    return files.get(name);
  };

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const pair = /[\u1100-\u11FF\u3005-\u3007\u3040-\u318F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu;
  const words = (text) => {
    const found = [];
    for (const run of fold(text).match(/[\p{L}\p{N}]+/gu) || []) {
      let end = 0;
      for (const match of run.matchAll(pair)) {
        if (match.index > end) found.push(run.slice(end, match.index));
        const signs = [...match[0]];
        if (signs.length === 1) found.push(signs[0]);
        for (let i = 1; i < signs.length; i += 1) found.push(signs[i - 1] + signs[i]);
        end = match.index + match[0].length;
      }
      if (end < run.length) found.push(run.slice(end));
    }
    return [...new Set(found)].slice(0, 12);
  };

  // Last shard whose first term is not after `term`.
  const shardOf = (firsts, term) => {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };
  const shards = async (from, to) => {
    const firsts = await load("terms");
    if (!firsts || !firsts.length) return [];
    const low = shardOf(firsts, from);
    const high = Math.min(shardOf(firsts, to), low + 3); // not the whole index for a short prefix
    const wanted = [];
    for (let n = low; n <= high; n += 1) wanted.push(load("t" + n));
    return Promise.all(wanted);
  };

  const oneApart = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    const rest = (text, skip) => text.slice(start + skip);
    return (
      rest(a, 1) === rest(b, 1) ||
      rest(a, 1) === rest(b, 0) ||
      rest(a, 0) === rest(b, 1) ||
      (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
    );
  };

  // Documents of one word and their weights: as written, as a beginning, or with one typo.
  const hits = async (word, mode) => {
    const stem = mode === "typo" ? word.slice(0, 2) : word;
    const found = new Map();
    const add = (list, share) => {
      for (let i = 0; i < list.length; i += 2) {
        found.set(list[i], Math.max(found.get(list[i]) || 0, list[i + 1] * share));
      }
    };
    for (const shard of await shards(stem, mode === "exact" ? stem : stem + "\uFFFF")) {
      if (mode === "exact") {
        if (Object.hasOwn(shard, word)) add(shard[word], 1);
        continue;
      }
      for (const term of Object.keys(shard)) {
        if (term === word) add(shard[term], 1);
        else if (mode === "prefix" ? term.startsWith(word) : oneApart(term, word)) add(shard[term], 0.6);
      }
    }
    return found;
  };

  const matching = async (terms, typo) => {
    const each = await Promise.all(
      terms.map((word, index) => {
        if (typo && word.length > 3) return hits(word, "typo");
        return hits(word, index === terms.length - 1 ? "prefix" : "exact");
      }),
    );
    each.sort((a, b) => a.size - b.size);
    const found = [];
    for (const [doc, weight] of each[0]) {
      if (each.every((map) => map.has(doc))) {
        found.push([doc, each.slice(1).reduce((sum, map) => sum + map.get(doc), weight)]);
      }
    }
    return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };

  const find = async (query, limit) => {
    const terms = words(query);
    if (!terms.length) return { count: 0, terms, entries: [] };
    let found = await matching(terms, false);
    if (!found.length) found = await matching(terms, true);
    const entries = await Promise.all(
      found.slice(0, limit).map(async ([doc]) => (await load("d" + Math.floor(doc / 50)))[doc % 50]),
    );
    return { count: found.length, terms, entries };
  };

  window.clevioSearch = {
    terms: (_, list) => arrived.set("terms", list),
    shard: (_, n, content) => arrived.set("t" + n, content),
    docs: (_, n, list) => arrived.set("d" + n, list),
    find,
    fold,
    words,
  };
})();
