// Words as the index has them; WordReader.swift cuts the same.
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");

  // Runs of Han, kana and Hangul, whose words no spaces part.
  const signs = /[\u1100-\u11FF\u3005-\u3007\u3040-\u318F\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu;

  const pairs = (run) => {
    const all = [...run];
    return all.length === 1 ? all : all.slice(1).map((sign, index) => all[index] + sign);
  };

  // Of a long word the index keeps the whole letters that fit into so many bytes of UTF-8.
  const mostBytes = 40;
  const bytesOf = (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  const cut = (word) => {
    let bytes = 0;
    let end = 0;
    for (const letter of word) {
      bytes += bytesOf(letter.codePointAt(0));
      if (bytes > mostBytes) break;
      end += letter.length;
    }
    return word.slice(0, end);
  };

  const words = (text) => {
    const found = new Set();
    const add = (word) => found.add(cut(word));
    for (const run of fold(text).match(/[\p{L}\p{N}]+/gu) || []) {
      let end = 0;
      for (const match of run.matchAll(signs)) {
        if (match.index > end) add(run.slice(end, match.index));
        for (const pair of pairs(match[0])) found.add(pair);
        end = match.index + match[0].length;
      }
      if (end < run.length) add(run.slice(end));
    }
    return [...found];
  };

  window.clevioSearch = { fold, words };
})();
