// What licences and key lists are made of: claims, each of one kind, and keys that tell signers apart.
(() => {
  "use strict";
  const { reader } = clevio;
  const { Refusal, utf8, base64url } = reader;

  reader.latestTime = 253402300799; // the end of the year 9999
  const isIdentifier = (text) => typeof text === "string" && /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);

  const refuse = (reason, details) => {
    throw new Refusal(reason, details);
  };
  reader.refuse = refuse;

  // Takes the claims out of an object one by one; what nobody took is refused.
  reader.claimsOf = (payload) => {
    if (payload === null || typeof payload !== "object" || Array.isArray(payload)) refuse("bad-claims");
    const left = new Map(Object.entries(payload));
    const take = (name, holds) => {
      if (!left.has(name)) refuse("bad-claims");
      const value = left.get(name);
      left.delete(name);
      return holds(value) ? value : refuse("bad-claims");
    };
    const integer = (name, low, high) => take(name, (value) => Number.isInteger(value) && value >= low && value <= high);
    return {
      has: (name) => left.has(name),
      identifier: (name) => take(name, isIdentifier),
      integer,
      time: (name) => integer(name, 0, reader.latestTime),
      text: (name, limit) =>
        take(name, (value) => typeof value === "string" && value !== "" && utf8(value).length <= limit),
      list: (name) => take(name, Array.isArray),
      bytes(name, count) {
        const bytes = base64url(utf8(take(name, (value) => typeof value === "string")));
        return bytes && bytes.length === count ? bytes : refuse("bad-claims");
      },
      identifiers: (name) =>
        take(name, (names) =>
          Array.isArray(names) && names.every((each, n) => isIdentifier(each) && (!n || names[n - 1] < each))),
      finish: () => left.size && refuse("bad-claims"),
    };
  };

  // The y of points of small order: anybody can make signatures that are right for them.
  const smallOrder = [
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "7P_______________________________________38", "xxdqcD1N2E-6PAt2DRBnDyogU_osOczGTsf9d5KsA3o",
    "JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU",
  ];

  // An Ed25519 key of 32 bytes with its RFC 7638 thumbprint.
  reader.publicKey = async (bytes) => {
    if (!bytes || bytes.length !== 32) refuse("bad-key-file");
    const y = Uint8Array.from(bytes);
    y[31] &= 0x7f;
    const isBig = y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff) && y[0] >= 0xed;
    if (isBig || smallOrder.includes(reader.toBase64url(y))) refuse("weak-key");
    const json = '{"crv":"Ed25519","kty":"OKP","x":"' + reader.toBase64url(bytes) + '"}';
    const digest = await crypto.subtle.digest("SHA-256", utf8(json));
    return { bytes, id: reader.toBase64url(new Uint8Array(digest)) };
  };
})();
