// Base64 and JSON with one meaning for each text: what parsers disagree on is refused.
(() => {
  "use strict";
  const reader = Object.create(null);
  clevio.reader = reader;

  // Why something is not accepted; the codes are those of the program.
  reader.Refusal = class extends Error {
    constructor(reason, details = {}) {
      super(reason);
      this.reason = reason;
      this.details = details;
    }
  };

  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  reader.utf8 = (text) => encoder.encode(text);
  // Throws where the bytes are no UTF-8; a byte order mark stays what it is.
  reader.text = (bytes) => decoder.decode(bytes);

  reader.join = (...parts) => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  };

  reader.equal = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const values = (last) => {
    const table = new Uint8Array(256).fill(255);
    for (const [value, byte] of encoder.encode(letters + last).entries()) table[byte] = value;
    return table;
  };
  const standard = values("+/");
  const url = values("-_");

  const decode = (text, table) => {
    if (text.length % 4 === 1) return null;
    const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
    let bits = 0;
    let count = 0;
    let at = 0;
    for (const character of text) {
      const value = table[character];
      if (value === 255) return null;
      bits = ((bits << 6) | value) & 0xffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[at++] = bits >> count;
      }
    }
    // Bits that no byte took must be zero, or several texts would decode alike.
    return bits & ((1 << count) - 1) ? null : bytes;
  };

  // Bytes of a text in bytes (RFC 4648), or null where it is not the one text of them.
  reader.base64url = (text) => decode(text, url);
  reader.base64 = (text) => {
    if (text.length % 4) return null;
    let end = text.length;
    for (let n = 0; n < 2 && end && text[end - 1] === 0x3d; n += 1) end -= 1;
    return decode(text.subarray(0, end), standard);
  };
  reader.toBase64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  const fail = (problem) => {
    throw new SyntaxError(problem);
  };
  const greatestDepth = 8;
  const escapes = { 34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };
  const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;

  // Reads a text from its opening quote on; gives it and the place behind it.
  const readText = (bytes, start) => {
    const found = [];
    let at = start + 1;
    const unit = () => {
      const digits = String.fromCharCode(...bytes.subarray(at, at + 4));
      if (!/^[0-9A-Fa-f]{4}$/.test(digits)) fail("four hexadecimal digits are missing");
      at += 4;
      return parseInt(digits, 16);
    };
    const scalar = () => {
      const first = unit();
      if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
      if (first > 0xdbff || bytes[at++] !== 0x5c || bytes[at++] !== 0x75) fail("half a surrogate pair");
      const second = unit();
      if (second < 0xdc00 || second > 0xdfff) fail("half a surrogate pair");
      return String.fromCharCode(first, second);
    };
    while (at < bytes.length) {
      const byte = bytes[at++];
      if (byte === 0x22) return [reader.text(Uint8Array.from(found)), at];
      if (byte < 0x20) fail("a control character in a text");
      if (byte !== 0x5c) {
        found.push(byte);
        continue;
      }
      const escape = bytes[at++];
      if (escape === 0x75) found.push(...encoder.encode(scalar()));
      else if (Object.hasOwn(escapes, escape)) found.push(escapes[escape]);
      else fail("an unknown escape");
    }
    return fail("a text does not end");
  };

  // Reads strict JSON: no byte order mark, no name twice, whole numbers up to 2^53 - 1, eight levels,
  // nothing behind the value. Objects have no prototype. Throws where anything else is found.
  reader.json = (bytes) => {
    let at = 0;
    let depth = 0;

    const skip = () => {
      while ([0x20, 0x0a, 0x0d, 0x09].includes(bytes[at])) at += 1;
    };
    const take = (character) => {
      if (bytes[at] !== character.charCodeAt(0)) return false;
      at += 1;
      return true;
    };
    const text = () => {
      const [found, end] = readText(bytes, at);
      at = end;
      return found;
    };
    const word = (expected, value) => {
      for (const character of expected) if (!take(character)) fail("a value is missing");
      return value;
    };
    const integer = () => {
      const negative = take("-");
      const start = at;
      while (isDigit(bytes[at])) at += 1;
      const digits = String.fromCharCode(...bytes.subarray(start, at).slice(0, 17));
      if (!digits || (digits[0] === "0" && (digits.length > 1 || negative))) fail("a number is not plain");
      if ([0x2e, 0x65, 0x45].includes(bytes[at])) fail("a number is not whole");
      if (digits.length > 16 || Number(digits) > Number.MAX_SAFE_INTEGER) fail("a number is too great");
      return negative ? -Number(digits) : Number(digits);
    };
    const object = () => {
      const members = Object.create(null);
      skip();
      if (take("}")) return members;
      do {
        skip();
        if (bytes[at] !== 0x22) fail("a name is missing");
        const name = text();
        if (name in members) fail("a name is there twice");
        skip();
        if (!take(":")) fail("a colon is missing");
        members[name] = value();
        skip();
      } while (take(","));
      return take("}") ? members : fail("the object does not end");
    };
    const list = () => {
      const elements = [];
      skip();
      if (take("]")) return elements;
      do {
        elements.push(value());
        skip();
      } while (take(","));
      return take("]") ? elements : fail("the list does not end");
    };
    const nested = (body) => {
      if (depth === greatestDepth) fail("the nesting is too deep");
      depth += 1;
      at += 1;
      const found = body();
      depth -= 1;
      return found;
    };
    const value = () => {
      skip();
      const next = bytes[at];
      if (next === 0x7b) return nested(object);
      if (next === 0x5b) return nested(list);
      if (next === 0x22) return text();
      if (next === 0x74) return word("true", true);
      if (next === 0x66) return word("false", false);
      if (next === 0x6e) return word("null", null);
      return integer();
    };

    const found = value();
    skip();
    return at === bytes.length ? found : fail("something follows the value");
  };
})();
