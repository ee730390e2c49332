"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { reader, vector, judge, fixtures } = require("./reader.js");

const folder = path.join(fixtures, "SignatureVectors");
const files = fs.readdirSync(folder).filter((name) => name.endsWith(".txt"));

test("gives every attack the program's code", async () => {
  assert.ok(files.length > 90);
  for (const name of files) {
    const found = vector(fs.readFileSync(path.join(folder, name)));
    assert.equal(await judge(found), found.expect, name);
  }
});
