// The reader's scripts without a browser: the page is a list of scripts that somebody else answers.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const theme = path.join(__dirname, "../../Themes/default/reader");
const fixtures = path.join(__dirname, "../Fixtures");

/** Scripts that the reader put into the page: name, and what the test lets each of them do. */
const scripts = [];

globalThis.crypto ??= require("node:crypto").webcrypto;
globalThis.window = globalThis;
globalThis.document = {
  currentScript: null,
  head: { append: (script) => queueMicrotask(() => run(script)) },
};
globalThis.clevio = {
  element: (_, attributes) => ({ ...attributes, remove() {} }),
};

/** What scripts at an address do when they run; an address without one is missing. */
const site = new Map();

function run(script) {
  scripts.push(script.src);
  const body = site.get(script.src);
  if (!body) return script.onerror();
  document.currentScript = script;
  body();
  document.currentScript = null;
  return script.onload();
}

for (const name of fs.readdirSync(theme).sort()) {
  if (/^(10|20|25|30)-/.test(name)) require(path.join(theme, name));
}

/** The reason that a promise or a function is refused with, or "accepted". */
async function verdict(body) {
  try {
    await body();
    return "accepted";
  } catch (error) {
    if (error instanceof clevio.reader.Refusal) return error.reason;
    throw error;
  }
}

/** A vector file of Tests/Fixtures/SignatureVectors: fields, an empty line, the token. */
function vector(bytes) {
  const end = bytes.indexOf("\n\n");
  const fields = Object.fromEntries(
    bytes.subarray(0, end).toString().split("\n").map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
  );
  return { ...fields, token: new Uint8Array(bytes.subarray(end + 2, -1)) };
}

/** What the reader says of a vector. */
async function judge({ key, author, portal, course, revoked, now, list, token }) {
  const { reader } = clevio;
  return verdict(async () => {
    let trusted = await reader.trust(reader.base64url(reader.utf8(key)), author);
    if (list) trusted = await reader.addKeyList(trusted, reader.utf8(list), Number(now));
    await reader.check(token, { trusted, portal, course, revoked: [revoked], now: Number(now) });
  });
}

module.exports = { reader: clevio.reader, site, scripts, verdict, vector, judge, fixtures };
