"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { reader } = require("./reader.js");

const bytes = (text) => (typeof text === "string" ? reader.utf8(text) : Uint8Array.from(text));

test("reads base64 that has no second text", () => {
  const right = [["", ""], ["QQ==", "A"], ["QUI=", "AB"], ["QUJD", "ABC"], ["+/+/", "\u00fb\u00ff\u00bf"]];
  for (const [text, latin] of right) {
    assert.deepEqual(reader.base64(bytes(text)), Uint8Array.from(latin, (c) => c.charCodeAt(0)), text);
  }
  for (const wrong of ["QR==", "QUJ=", "QQ", "QQ=", "Q===", "====", "QQ==\n", " QUI=", "QUI=x", "QU=C", "-_-_", "QUJ\u0141"]) {
    assert.equal(reader.base64(bytes(wrong)), null, wrong);
  }
});

test("reads base64url that has no second text", () => {
  assert.deepEqual(reader.base64url(bytes("-_-_QQ")), Uint8Array.of(0xfb, 0xff, 0xbf, 0x41));
  for (const wrong of ["Q", "QR", "QUJ", "QQ==", "+/", "QQ\n", "QUJDQ"]) {
    assert.equal(reader.base64url(bytes(wrong)), null, wrong);
  }
  for (let size = 0; size < 40; size += 1) {
    const data = Uint8Array.from({ length: size }, (_, n) => (n * 37 + size) & 255);
    assert.deepEqual(reader.base64url(bytes(reader.toBase64url(data))), data);
  }
});

test("reads JSON that all parsers read alike", () => {
  const right = ["0", "-1", "9007199254740991", "-9007199254740991", "true", "false", "null", '""', " [ 1 , 2 ]\r\n", '{"a":{"b":[]}}',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é😀"', "[[[[[[[[]]]]]]]]", '{"":1}', '{ "a" : 1 , "b" : null }', '"\u2028\u202e\ufeff"'];
  for (const text of right) assert.deepEqual(structuredClone(reader.json(bytes(text))), JSON.parse(text), text);
});

test("refuses JSON that parsers disagree on", () => {
  const wrong = ["", " ", "\ufeff1", '{"a":1,"a":2}', '{"a":1,"\\u0061":2}', "1.0", "1e3", "1E3", "01", "-0", "-", "+1", ".5", "00",
    "9007199254740992", "99999999999999999999", "1 1", "[1,]", "[,1]", '{"a":1,}', "{a:1}", "{'a':1}", '{"a" 1}', '{"a":1', "[1", "]",
    '"\\ud800"', '"\\udc00"', '"\\ud800\\ud800"', '"\\ud800x"', '"\\x"', '"\\u12"', '"\\u00g0"', '"a\nb"', '"\u0000"', '"a', "tru", "nul", "NaN",
    "[[[[[[[[[]]]]]]]]]", '{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}', "/**/1", "1//", [0x22, 0xff, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0x22, 0xc0, 0x80, 0x22], [0xff, 0xfe, 0x31, 0x00]];
  for (const text of wrong) assert.throws(() => reader.json(bytes(text)), undefined, String(text));
});

test("gives objects that nothing can hide in", () => {
  const found = reader.json(bytes('{"__proto__":{"polluted":1},"constructor":1,"toString":2}'));
  assert.equal(Object.getPrototypeOf(found), null);
  assert.deepEqual(Object.keys(found), ["__proto__", "constructor", "toString"]);
  assert.equal(found.polluted, undefined);
  assert.equal({}.polluted, undefined);
});

test("stays quick on long and deep texts", () => {
  const start = process.hrtime.bigint();
  assert.throws(() => reader.json(bytes("[".repeat(1e6))));
  assert.throws(() => reader.json(bytes("1".repeat(1e6))));
  assert.equal(reader.json(bytes(`"${"é".repeat(30000)}"`)).length, 30000);
  assert.equal(Object.keys(reader.json(bytes(`{${Array.from({ length: 20000 }, (_, n) => `"k${n}":1`)}}`))).length, 20000);
  assert.ok(process.hrtime.bigint() - start < 3_000_000_000n);
});
