"use strict";
const assert = require("node:assert/strict");
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");
const zlib = require("node:zlib");
const { reader, site, scripts, verdict, fixtures } = require("./reader.js");

const folder = path.join(fixtures, "SealedVectors");
const vectors = JSON.parse(fs.readFileSync(path.join(folder, "vectors.json"), "utf8"));
const { course } = vectors;
for (const name of fs.readdirSync(folder)) {
  if (name.endsWith(".js")) site.set(name, () => vm.runInThisContext(fs.readFileSync(path.join(folder, name), "utf8")));
}
const slots = (epoch) => () => reader.loadSlots(vectors.slots.script, { course, epoch });
const keyOf = (hex) => crypto.webcrypto.subtle.importKey("raw", Buffer.from(hex, "hex"), "HKDF", false, ["deriveBits"]);

async function grantOf(name) {
  const { token } = vectors.tokens.find((each) => each.jti === name);
  const trusted = await reader.trust(reader.base64url(reader.utf8(vectors.root)), vectors.author);
  const asked = { trusted, portal: vectors.portal, course, revoked: [], now: vectors.now };
  return (await reader.check(reader.utf8(token), asked)).grants[0];
}

test("opens what others sealed, byte for byte", async () => {
  for (const file of vectors.files) {
    const place = { course, path: file.path, epoch: file.epoch };
    const sealed = await reader.loadSealed(file.script, place);
    assert.equal(crypto.createHash("sha256").update(sealed).digest("hex"), file.sha256, file.script);
    const content = await reader.open(sealed, await keyOf(vectors.contentKeys[file.epoch]), place);
    assert.equal(Buffer.from(content).toString("base64"), file.content, file.script);
  }
});

test("gets the course's key from a licence, and from a slot for one that is older", async () => {
  const cases = [["e-0001", 1, "accepted"], ["e-0001", 2, "accepted"], ["e-0009", 1, "accepted"], ["e-0009", 2, "revoked"],
    ["e-0010", 2, "accepted"], ["e-0010", 1, "wrong-key"]];
  for (const [name, epoch, expected] of cases) {
    const grant = await grantOf(name);
    const file = vectors.files.find((each) => each.epoch === epoch);
    const place = { course, path: file.path, epoch };
    const open = async () =>
      reader.open(await reader.loadSealed(file.script, place), await reader.contentKey(grant, epoch, slots(2)), place);
    assert.equal(await verdict(open), expected, `${name} in epoch ${epoch}`);
  }
  const grant = await grantOf("e-0010");
  const error = await reader.contentKey(grant, 1, slots(2)).catch((each) => each);
  assert.deepEqual(error.details, { isOldCopy: true });
  assert.equal(await verdict(async () => reader.contentKey(await grantOf("e-0001"), 2, async () => null)), "revoked");
});

test("refuses a slot table that is damaged, and a slot of somebody else", async () => {
  const grant = await grantOf("e-0001");
  const table = await slots(2)();
  const at = (changed) => verdict(() => reader.contentKey(grant, 2, async () => changed));
  assert.equal(await at(table.subarray(1)), "lesson-damaged");
  assert.equal(await at(new Uint8Array(0)), "lesson-damaged");
  const swapped = Uint8Array.from(table);
  for (let slot = 0; slot < table.length; slot += 52) swapped.set(table.subarray(((slot + 52) % table.length) + 12, ((slot + 52) % table.length) + 52), slot + 12);
  assert.equal(await at(swapped), "wrong-key");
  assert.equal(await verdict(() => reader.contentKey({ ...grant, wrappedKey: Uint8Array.from(grant.wrappedKey).fill(7, 20) }, 1, null)), "wrong-key");
});

test("tells a wrong key from a damaged file, whatever byte is changed", async () => {
  const file = vectors.files[0];
  const place = { course, path: file.path, epoch: 1 };
  const sealed = await reader.loadSealed(file.script, place);
  const key = await keyOf(vectors.contentKeys[1]);
  for (let index = 0; index < sealed.length; index += index < 80 ? 1 : 97) {
    const changed = Uint8Array.from(sealed);
    changed[index] ^= 1;
    const expected = index >= 4 && index < 52 ? "wrong-key" : "lesson-damaged";
    assert.equal(await verdict(() => reader.open(changed, key, place)), expected, `byte ${index}`);
  }
  for (const size of [0, 3, 4, 52, 67, 68, sealed.length - 1]) {
    assert.equal(await verdict(() => reader.open(sealed.subarray(0, size), key, place)), "lesson-damaged", `${size} bytes`);
  }
  assert.equal(await verdict(async () => reader.open(sealed, await keyOf(vectors.contentKeys[2]), place)), "wrong-key");
  for (const other of [{ ...place, path: "basics/bowline" }, { ...place, course: "rope" }, { ...place, epoch: 2 }]) {
    assert.equal(await verdict(() => reader.open(sealed, key, other)), "lesson-damaged");
  }
});

/** A file whose inside is made by the test: what only the author could have sealed wrongly. */
async function sealed(plain, place) {
  const subtle = crypto.webcrypto.subtle;
  const secret = Buffer.from(vectors.contentKeys[1], "hex");
  const derive = (info, size, salt) => Buffer.from(crypto.hkdfSync("sha256", secret, salt, info, size));
  const salt = Buffer.alloc(32, 5);
  const context = Buffer.from(["clevio/v1/lesson", place.course, place.path, place.epoch].join("\0"));
  const head = Buffer.concat([Buffer.from("CLV1"), salt, derive("commit", 16, salt)]);
  const derived = derive(context, 44, salt);
  const key = await subtle.importKey("raw", derived.subarray(0, 32), "AES-GCM", false, ["encrypt"]);
  const parameters = { name: "AES-GCM", iv: derived.subarray(32), additionalData: Buffer.concat([context, head]) };
  return new Uint8Array(Buffer.concat([head, Buffer.from(await subtle.encrypt(parameters, key, plain))]));
}

test("refuses an inside that is not one gzip with its padding", async () => {
  const place = { course, path: "words", epoch: 1 };
  const packed = zlib.gzipSync("words");
  const padded = (data, length = data.length, size = 4096, fill = 0) => {
    const plain = Buffer.alloc(size, fill);
    plain.writeUInt32BE(length);
    data.copy(plain, 4);
    return plain;
  };
  const cases = [
    [padded(packed), "accepted"], [padded(packed, packed.length, 8192), "lesson-damaged"], [padded(packed, packed.length, 4096, 1), "lesson-damaged"],
    [padded(packed, 5000), "lesson-damaged"], [padded(packed, packed.length - 1), "lesson-damaged"], [padded(packed, packed.length + 1), "lesson-damaged"],
    [padded(packed, packed.length, 100), "lesson-damaged"], [Buffer.alloc(0), "lesson-damaged"], [Buffer.alloc(4096), "lesson-damaged"],
    [padded(Buffer.from("no gzip")), "lesson-damaged"], [padded(Buffer.concat([packed, Buffer.from("x")])), "lesson-damaged"],
  ];
  const key = await keyOf(vectors.contentKeys[1]);
  for (const [index, [plain, expected]] of cases.entries()) {
    assert.equal(await verdict(async () => reader.open(await sealed(plain, place), key, place)), expected, `case ${index}`);
  }
  const bomb = zlib.gzipSync(Buffer.alloc(80 << 20));
  const size = Math.ceil((bomb.length + 4) / 4096) * 4096;
  assert.equal(await verdict(async () => reader.open(await sealed(padded(bomb, bomb.length, size), place), key, place)), "lesson-damaged");
});

test("believes no script but the one that was asked for", async () => {
  const place = { course, path: "basics/reef-knot", epoch: 1 };
  const text = /"([^"]*)"\);\n$/.exec(fs.readFileSync(path.join(folder, "basics_reef-knot.1.js"), "utf8"))[1];
  const call = (...values) => () => window.clevioLesson(...values);
  const cases = [
    [call(course, place.path, 1, text), "accepted"],
    [call(course, "basics/bowline", 1, text), "lesson-damaged"], [call("rope", place.path, 1, text), "lesson-damaged"],
    [call(course, place.path, 2, text), "lesson-damaged"], [call(course, place.path, "1", text), "lesson-damaged"],
    [call(course, place.path, 1, text + "\n"), "lesson-damaged"], [call(course, place.path, 1, { toString: () => text }), "lesson-damaged"],
    [call(course, place.path, 1, "A".repeat((16 << 20) + 4)), "lesson-damaged"], [call(), "lesson-damaged"], [() => {}, "lesson-damaged"],
    [() => window.clevioSlots(course, 1, text), "lesson-damaged"], [() => window.clevioEntitlement(text), "lesson-damaged"],
  ];
  for (const [index, [body, expected]] of cases.entries()) {
    site.set("tried.js", body);
    assert.equal(await verdict(() => reader.loadSealed("tried.js", place)), expected, `case ${index}`);
  }
  // A second call of the same script, a call of no script, and a call of a stranger change nothing.
  site.set("tried.js", () => {
    window.clevioLesson(course, place.path, 1, text);
    window.clevioLesson(course, place.path, 1, "AAAA");
  });
  const first = await reader.loadSealed("tried.js", place);
  assert.ok(first.length > 1000);
  assert.doesNotThrow(() => window.clevioLesson(course, place.path, 1, text));
  site.set("slow.js", () => {
    document.currentScript = { src: "stranger.js" };
    window.clevioLesson(course, place.path, 1, text);
  });
  assert.equal(await verdict(() => reader.loadSealed("slow.js", place)), "lesson-damaged");
  assert.equal(await verdict(() => reader.loadSealed("missing.js", place)), "not-loaded");
  assert.ok(scripts.includes("missing.js"));
  for (const name of ["clevioLesson", "clevioSlots", "clevioEntitlement"]) {
    assert.throws(() => (window[name] = null), TypeError);
    assert.throws(() => Object.defineProperty(window, name, { value: null }), TypeError);
  }
});

test("says what keeps a browser from opening anything", () => {
  assert.equal(reader.obstacle(), null);
  const { DecompressionStream } = globalThis;
  const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  try {
    delete globalThis.DecompressionStream;
    assert.equal(reader.obstacle(), "old-browser");
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: {} });
    globalThis.isSecureContext = false;
    assert.equal(reader.obstacle(), "insecure");
    globalThis.isSecureContext = true;
    assert.equal(reader.obstacle(), "old-browser");
  } finally {
    globalThis.DecompressionStream = DecompressionStream;
    Object.defineProperty(globalThis, "crypto", own);
  }
});

test("takes a lesson that is not sealed only from the script that was asked for it", async () => {
  const cases = [
    [() => window.clevioPlain(course, "rope", "A knot: ü"), "accepted"],
    [() => window.clevioPlain("other", "rope", "text"), "lesson-damaged"],
    [() => window.clevioPlain(course, "reef", "text"), "lesson-damaged"],
    [() => window.clevioPlain(course, "rope", 7), "lesson-damaged"],
    [() => window.clevioLesson(course, "rope", 1, "AAAA"), "lesson-damaged"],
  ];
  for (const [index, [body, expected]] of cases.entries()) {
    site.set("plain.js", body);
    assert.equal(await verdict(() => reader.loadPlain("plain.js", { course, path: "rope" })), expected, `case ${index}`);
  }
  site.set("plain.js", cases[0][0]);
  assert.equal(reader.text(await reader.loadPlain("plain.js", { course, path: "rope" })), "A knot: ü");
  assert.equal(await verdict(() => reader.loadPlain("gone.js", { course, path: "rope" })), "not-loaded");
});
