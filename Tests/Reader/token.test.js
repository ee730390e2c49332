"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const crypto = require("node:crypto");
const test = require("node:test");
const vectors = require("./vectors.js");
const { reader, verdict, vector, judge, fixtures } = require("./reader.js");

const { webcrypto } = crypto;
const folder = path.join(fixtures, "SignatureVectors");
const files = fs.readdirSync(folder).filter((name) => name.endsWith(".txt"));

test("gives every attack the program's code", async () => {
  assert.ok(files.length > 90);
  for (const name of files) {
    const found = vector(fs.readFileSync(path.join(folder, name)));
    assert.equal(await judge(found), found.expect, name);
  }
});

const rfc8032 = {
  seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
  key: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};
const now = 1800000000;
const example = { key: rfc8032.key, author: "ada", portal: "harbour", course: "knots", revoked: "e-revoked", now };

/** A JWS by the first key of RFC 8032 §7.1. */
function signed(payload, type) {
  const pkcs8 = Buffer.from("302e020100300506032b657004220420" + rfc8032.seed, "hex");
  const key = crypto.createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const id = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
  const header = Buffer.from(`{"alg":"EdDSA","kid":"${id}","typ":"${type}"}`).toString("base64url");
  const text = header + "." + Buffer.from(payload).toString("base64url");
  return text + "." + crypto.sign(null, Buffer.from(text), key).toString("base64url");
}

test("judges variations of tokens and key lists as the program does", async () => {
  const good = vector(fs.readFileSync(path.join(folder, "accepted.txt"))).token;
  const lines = fs.readFileSync(path.join(fixtures, "TokenVariations.txt"), "utf8").trimEnd().split("\n");
  assert.ok(lines.length >= 400);
  const seen = new Set();
  for (const [index, line] of lines.entries()) {
    const [part, text, expected] = line.split(" ");
    const bytes = Buffer.from(text, "base64url");
    const token = part === "payload" ? reader.utf8(signed(bytes, "clevio-entitlement+jws"))
      : part === "token" ? new Uint8Array(bytes) : good;
    const list = part === "list" ? signed(bytes, "clevio-keys+jws") : undefined;
    assert.equal(await judge({ ...example, list, token }), expected, `line ${index + 1}: ${bytes}`);
    seen.add(expected);
  }
  assert.ok(seen.size >= 10, [...seen].join());
});

test("knows when an old key list still counts", async () => {
  const root = await reader.trust(reader.base64url(reader.utf8(rfc8032.key)), "ada");
  const key = { exp: now + 9, kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", nbf: 0, typ: ["clevio-entitlement+jws"], x: rfc8032.key };
  const list = { exp: now - 1, iat: now - 9, iss: "ada", keys: [key], ver: 1 };
  const token = reader.utf8(signed(JSON.stringify(list), "clevio-keys+jws"));
  assert.equal(await verdict(() => reader.addKeyList(root, token, now)), "expired");
  assert.equal(await verdict(() => reader.addKeyList(root, token, now, true)), "accepted");
  assert.equal(await verdict(() => reader.addKeyList({ ...root, author: "eve" }, token, now, true)), "wrong-author");
});

test("takes no key for which anybody can sign", async () => {
  const weak = [
    "00".repeat(32), "01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f", "01" + "00".repeat(30) + "80",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "ed" + "ff".repeat(30) + "7f", "ee" + "ff".repeat(30) + "ff",
  ];
  for (const hex of weak) assert.equal(await verdict(() => reader.publicKey(Uint8Array.from(Buffer.from(hex, "hex")))), "weak-key", hex);
  assert.equal(await verdict(() => reader.publicKey(new Uint8Array(31))), "bad-key-file");
  assert.equal(await verdict(() => reader.publicKey(null)), "bad-key-file");
});

test("leaves the signature to the lesson's key where the browser knows no Ed25519", async (context) => {
  const found = vector(fs.readFileSync(path.join(folder, "accepted.txt")));
  const other = vector(fs.readFileSync(path.join(folder, "other-signer.txt")));
  const late = vector(fs.readFileSync(path.join(folder, "expired.txt")));
  const unknown = Object.assign(new Error("unknown algorithm"), { name: "NotSupportedError" });
  const { importKey } = webcrypto.subtle;
  context.mock.method(webcrypto.subtle, "importKey", function (form, key, algorithm, ...rest) {
    if (algorithm === "Ed25519") return Promise.reject(unknown);
    return importKey.call(this, form, key, algorithm, ...rest);
  });
  assert.equal(await judge(found), "accepted");
  assert.equal(await judge(other), "accepted");
  assert.equal(await judge(late), "expired");
  const trusted = await reader.trust(reader.base64url(reader.utf8(found.key)), "ada");
  const checked = await reader.check(found.token, { ...found, trusted, revoked: [], now });
  assert.equal(checked.isSigned, false);
});

test("finds the token in a file, a script and a link", () => {
  const token = "aaa.bbb.ccc";
  const forms = [
    token, `${token}\n`, `\r\n\t ${token} \f`, `clevioEntitlement("${token}");\n`,
    `https://a.example/courses/knots/reader.html#unlock=${token}\n`, `#unlock=${token}`,
    `\ufeff${token}\r\n`, `\ufeffhttps://a.example/#unlock=${token}`,
    `<https://a.example/#unlock=${token}>`, `Ihre Bestellung #7 für »Knoten«: https://a.example/#unlock=${token}. Viel Spaß!`,
  ];
  for (const form of forms) assert.equal(reader.text(reader.tokenIn(reader.utf8(form))), token, form);
  assert.equal(reader.text(reader.tokenIn(reader.utf8("a#other=b"))), "a#other=b");
  assert.equal(reader.tokenIn(new Uint8Array(0)).length, 0);
  const noText = Uint8Array.of(0xff, 0x00, 0xfe);
  assert.deepEqual(reader.tokenIn(noText), noText);
});

test("verifies Ed25519 as the vectors of RFC 8032, RFC 8037 and Wycheproof say", async (context) => {
  const verify = async (key, signature, message) => {
    const imported = await webcrypto.subtle.importKey("raw", Buffer.from(key, "hex"), "Ed25519", false, ["verify"]);
    return webcrypto.subtle.verify("Ed25519", imported, Buffer.from(signature, "hex"), Buffer.from(message, "hex"));
  };
  for (const [key, signature, message, expected] of vectors.published) {
    assert.equal(await verify(key, signature, message), expected, `${message} by ${key}`);
  }
  const foreign = vectors.wycheproof();
  if (!foreign.length) return context.diagnostic("notice: swift-crypto's sources are not at hand; Wycheproof's vectors were left out");
  assert.ok(foreign.length > 100);
  for (const [key, signature, message, expected] of foreign) {
    assert.equal(await verify(key, signature, message).catch(() => false), expected, `${message} by ${key}`);
  }
});
