// Other people's Ed25519 vectors: [key, signature, message, whether it is right], in hexadecimal.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

// RFC 8032 §7.1 (1, 2 and 3) and RFC 8037 A.4; each again with its last byte changed.
const right = [
  ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ""],
  ["3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "72"],
  ["fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    "af82"],
  ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    Buffer.from("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg", "base64url").toString("hex"),
    Buffer.from("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc").toString("hex")],
];
const spoilt = (signature) => signature.slice(0, -2) + (signature.endsWith("01") ? "02" : "01");
const published = right.flatMap(([key, signature, message]) => [
  [key, signature, message, true],
  [key, spoilt(signature), message, false],
]);

/** Wycheproof's, from the checkout of swift-crypto; none where there is no checkout. */
function wycheproof() {
  const inside = "checkouts/swift-crypto/Tests/Test Vectors/ed25519_test.json";
  const file = [".build-tests", ".build"].map((name) => path.join(__dirname, "../..", name, inside)).find(fs.existsSync);
  if (!file) return [];
  return JSON.parse(fs.readFileSync(file, "utf8")).testGroups.flatMap((group) =>
    group.tests.map((each) => [(group.publicKey || group.key).pk, each.sig, each.msg, each.result === "valid"]));
}

module.exports = { published, wycheproof };
if (require.main === module) console.log(JSON.stringify([...published, ...wycheproof()]));
