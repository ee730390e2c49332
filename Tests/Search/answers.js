// Answers questions from the index of a built portal, as JSON from and to the standard streams.
// node answers.js PORTAL < [{language, query, all}]   all: every page that is found, and not only the first ten
"use strict";
const zlib = require("node:zlib");
const { open } = require("./portal_search.js");

const portal = process.argv[2];

async function answer({ language, query, all }, shared) {
  const { search, loaded } = all ? shared : open(portal, language);
  const start = performance.now();
  const found = await search.find(query, "");
  const rows = await found.rows(0, all ? found.count : 10);
  const milliseconds = performance.now() - start;
  const texts = all ? [] : [...loaded.values()];
  return {
    query,
    language,
    count: found.count,
    pages: rows.map(({ url }) => url),
    files: texts.length,
    milliseconds,
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    compressed: texts.reduce((sum, text) => sum + zlib.gzipSync(text).length, 0),
  };
}

(async () => {
  const questions = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  const shared = new Map();
  const answers = [];
  for (const question of questions) {
    const { language, all } = question;
    if (all && !shared.has(language)) shared.set(language, open(portal, language));
    answers.push(await answer(question, shared.get(language)));
  }
  process.stdout.write(JSON.stringify(answers));
})();
