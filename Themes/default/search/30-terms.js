// Which entries of the index a word leads to: its own, those that it begins, those one typo away.
(() => {
  "use strict";
  const { load } = clevioSearch;
  const mostTypoShards = 8;
  const mostTypos = 4;

  // The last file whose first key is not after `key`.
  const shardOf = (firsts, key) => {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };

  const shards = async (from, to) => {
    const { firsts, files } = await load("terms");
    return Promise.all(files.slice(shardOf(firsts, from), shardOf(firsts, to) + 1).map(load));
  };

  const entry = async (key) => {
    for (const shard of await shards(key, key)) {
      if (Object.hasOwn(shard, key)) return [[key, shard[key]]];
    }
    return [];
  };

  // A beginning of very many terms has an entry of its own.
  const begunBy = async (word) => {
    const joined = await entry(word + "*");
    if (joined.length) return joined;
    const found = await shards(word, word + "\uFFFF");
    return found.flatMap(Object.entries).filter(([term]) => term.startsWith(word) && term !== word);
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

  // Everything one typo away that these letters can make.
  const variants = (word, letters) => {
    const all = [];
    for (let at = 0; at <= word.length; at += 1) {
      const head = word.slice(0, at);
      const tail = word.slice(at);
      all.push(head + tail.slice(1), head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
      for (const letter of letters) all.push(head + letter + tail, head + letter + tail.slice(1));
    }
    return all;
  };

  // Of all files that might have what was meant, those that have most of the ways to write it.
  const typoShards = async (word) => {
    const { firsts, files } = await load("terms");
    if (!firsts.length) return [];
    const counts = new Map();
    for (const variant of variants(word, new Set(firsts.join("") + word))) {
      const shard = shardOf(firsts, variant);
      counts.set(shard, (counts.get(shard) || 0) + 1);
    }
    const best = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTypoShards);
    return Promise.all(best.map(([shard]) => load(files[shard])));
  };

  const size = (list) => (typeof list === "string" ? list.length : list[0]);
  const meantBy = async (word) => {
    const near = (await typoShards(word)).flatMap(Object.entries).filter(([term]) => oneApart(term, word));
    return near.sort((a, b) => size(b[1]) - size(a[1])).slice(0, mostTypos);
  };

  Object.assign(clevioSearch, { entry, begunBy, meantBy });
})();
