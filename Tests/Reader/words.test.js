"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const root = path.join(__dirname, "../..");
const read = (file) => fs.readFileSync(path.join(root, file), "utf8");
const theme = "Themes/default";

test("tells a buyer in every language what each refusal means", () => {
  const [, tokenCodes] = /\/\/ A token\.\n([^]*?)\n\n/.exec(read("Sources/Entitlements/Tokens/Refusal.swift"));
  const codes = [...tokenCodes.matchAll(/case (\w+)(?: = "([a-z-]+)")?/g)].map(([, name, code]) => code || name);
  assert.ok(codes.length >= 17);
  const [, table] = /const sentences = \{([^]*?)\};/.exec(read(`${theme}/reader/35-page.js`));
  const sentences = new Map([...table.matchAll(/"?([a-z-]+)"?: "([a-z]+)"/g)].map(([, code, name]) => [code, name]));
  // What a page's own keys may be refused for is told as a fault of the page.
  const ofThePage = ["weak-key"];
  for (const code of codes) assert.ok(sentences.has(code) || ofThePage.includes(code), code);
  const template = read(`${theme}/templates/reader.mustache`);
  for (const name of [...sentences.values(), "old", "preview"]) {
    const [, key] = new RegExp(`data-word="no-${name}">\\{\\{strings\\.(\\w+)\\}\\}`).exec(template) || [];
    assert.ok(key, `no words for ${name}`);
    for (const language of ["ar", "de", "en", "es", "fr", "ru"]) {
      const [, words] = new RegExp(`^${key}: "(.+)"$`, "m").exec(read(`${theme}/strings/${language}.yml`)) || [];
      assert.ok(words, `${language}: ${key}`);
      assert.match(words, /[.؟?]$/, "a sentence");
      assert.equal(words.includes("{date}"), ["expired", "early"].includes(name), `${language}: ${key}`);
    }
  }
});

test("keeps every part that the scripts ask for in the template", () => {
  const template = read(`${theme}/templates/reader.mustache`);
  const parts = new Set([...template.matchAll(/data-reader="(\w+)"/g)].map(([, name]) => name));
  const words = new Set([...template.matchAll(/data-word="([a-z-]+)"/g)].map(([, name]) => name));
  for (const file of fs.readdirSync(path.join(root, theme, "reader"))) {
    const script = read(`${theme}/reader/${file}`);
    if (!script.includes("reader.page")) continue; // knows nothing of pages
    for (const [, name] of script.matchAll(/\bparts\.([a-z]\w*)/g)) assert.ok(parts.has(name), `${file}: ${name}`);
    for (const [, name] of script.matchAll(/\bword\("([a-z-]+)"/g)) assert.ok(words.has(name) || name === "no-", `${file}: ${name}`);
  }
});
