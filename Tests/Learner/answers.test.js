"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const crypto = require("node:crypto");
const { page } = require("./learner.js");

const { quiz } = page();

test("hashes as everybody does", () => {
  for (const text of ["", "abc", "é", "x".repeat(55), "x".repeat(56), "x".repeat(64), "日本語".repeat(50)]) {
    assert.equal(quiz.sha256(text), crypto.createHash("sha256").update(text).digest("hex"));
  }
});

test("salts with the question, as the program does", () => {
  assert.equal(quiz.digest("Paris", "q"), "8cefcaeae203d405"); // also in AnswerDigestTests.swift
});

// The same table as in AnswerDigestTests.swift.
const words = [
  [" Paris  ", "paris"], ["Ｐａｒｉｓ", "paris"], ["ΟΔΟΣ", "οδοσ"], ["le\u00A0pain", "le pain"],
  ["“l’eau”", "\"l'eau\""], ["re–do", "re-do"], ["año", "an\u0303o"], ["ﬁn", "fin"],
  ["Straße", "strasse"], ["STRAẞE", "strasse"], ["re\u200Bdo \u200F it", "redo it"], ["مـــدرسة", "مدرسة"],
];
for (const [given, wanted] of words) {
  test("compares words: " + given, () => assert.equal(quiz.comparable(given), wanted));
}

const numbers = [
  ["12", ".", 12], ["-1.5", ".", -1.5], ["−1.5", ".", -1.5], ["1,500", ".", 1500], ["1,5", ".", 1.5], ["1.500", ",", 1500],
  ["1,5", ",", 1.5], ["1.5", ",", 1.5], ["0.125", ",", 0.125], ["1.234.567,8", ",", 1234567.8], ["1,234,567", ".", 1234567],
  ["1 000", ".", 1000], ["1’000", ".", 1000], ["1e3", ".", 1000], ["٣٫١٤", ".", 3.14], [".5", ".", 0.5], ["+7", ".", 7],
  ["", ".", NaN], ["a", ".", NaN], ["12 apples", ".", NaN], ["0x10", ".", NaN], ["--1", ".", NaN], ["Infinity", ".", NaN],
];
for (const [given, decimal, wanted] of numbers) {
  test(`reads "${given}" where the decimal mark is "${decimal}"`, () => assert.equal(quiz.number(given, decimal), wanted));
}

test("writes numbers by their bits", () => {
  assert.deepEqual([0, -0, 1, -2.5].map(quiz.bits), ["0000000000000000", "0000000000000000", "3ff0000000000000", "c004000000000000"]);
});

/** A question as the page has it, with what a learner chose. */
function question(kind, id, right, given, more = {}) {
  const answer = right.map((statement) => quiz.digest(statement, id)).join(" ");
  const chosen = given.map((value) => ({ value, dataset: { value } }));
  return {
    dataset: { kind, question: id, answer, ...more },
    querySelectorAll: () => chosen,
    querySelector: () => chosen[0],
  };
}
const verdict = (...parts) => {
  const asked = question(...parts);
  const { statements, isGiven, isNumber } = quiz.given(asked);
  return isGiven && isNumber !== false ? quiz.judge(asked, statements) : "missing";
};

test("judges one choice and several", () => {
  assert.equal(verdict("single", "q", ["1"], ["1"]), "right");
  assert.equal(verdict("single", "q", ["1"], ["0"]), "wrong");
  assert.equal(verdict("single", "q", ["1"], []), "missing");
  assert.equal(verdict("multiple", "q", ["0", "2"], ["0", "2"]), "right");
  assert.equal(verdict("multiple", "q", ["0", "2"], ["0"]), "partly");
  assert.equal(verdict("multiple", "q", ["0", "2"], ["0", "1", "2"]), "partly");
  assert.equal(verdict("multiple", "q", ["0", "2"], ["1"]), "wrong");
});

test("judges words and numbers", () => {
  assert.equal(verdict("text", "q", ["paris", "lutetia"], [" LUTETIA "]), "right");
  assert.equal(verdict("text", "q", ["paris"], ["Rome"]), "wrong");
  assert.equal(verdict("text", "q", ["paris"], [" "]), "missing");
  const pi = { step: "0.02", offset: String(3.14 - 157 * 0.02), decimal: "." };
  for (const [given, wanted] of [["3.14", "right"], ["3.13", "right"], ["3.15", "right"], ["3.12", "wrong"], ["3.1501", "wrong"], ["31.4", "wrong"], ["pi", "missing"]]) {
    assert.equal(verdict("number", "q", [quiz.bits(157)], [given], pi), wanted, given);
  }
  assert.equal(verdict("number", "q", [quiz.bits(1)], ["1.0"], { decimal: "." }), "right");
});

test("judges pairs and steps", () => {
  assert.equal(verdict("matching", "q", ["0 x", "1 y"], ["x", "y"]), "right");
  assert.equal(verdict("matching", "q", ["0 x", "1 y"], ["x", "x"]), "partly");
  assert.equal(verdict("matching", "q", ["0 x", "1 y"], ["x", ""]), "missing");
  assert.equal(verdict("ordering", "q", ["0 x", "1 y"], ["x", "y"]), "right");
  assert.equal(verdict("ordering", "q", ["0 x", "1 y"], ["y", "x"]), "wrong");
});
