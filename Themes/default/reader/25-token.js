// Licences and key lists: JWS with Ed25519 (RFC 7515, RFC 8037) in one exact form, checked in the
// order of the program (Sources/Entitlements/Tokens), so that both give the same code.
(() => {
  "use strict";
  const { reader } = clevio;
  const { refuse, utf8, base64url, claimsOf, publicKey, latestTime } = reader;

  const entitlementType = "clevio-entitlement+jws";
  const keysType = "clevio-keys+jws";
  const listedTypes = ["clevio-head+jws", entitlementType];
  const greatestSize = 64 << 10;
  const skew = 300; // seconds by which two clocks may differ

  const jsonOr = (reason, bytes) => {
    try {
      return reader.json(bytes);
    } catch {
      return refuse(reason);
    }
  };

  const checkKey = (key, type, now) => {
    if (!key.types.includes(type)) refuse("key-not-allowed");
    if (now >= key.expires || now < key.notBefore - skew) refuse("key-expired");
  };

  const parts = (token) => {
    const found = [];
    let start = 0;
    for (let end = 0; end <= token.length && found.length < 4; end += 1) {
      if (end < token.length && token[end] !== 0x2e) continue;
      found.push(token.subarray(start, end));
      start = end + 1;
    }
    return found;
  };

  const keyID = (part, type) => {
    const bytes = base64url(part) || refuse("malformed");
    const header = jsonOr("malformed", bytes);
    const isObject = header !== null && typeof header === "object" && !Array.isArray(header);
    const { alg, kid, typ } = isObject ? header : {};
    if (alg !== "EdDSA" || typeof kid !== "string" || typeof typ !== "string") refuse("wrong-header");
    if (Object.keys(header).length !== 3) refuse("wrong-header");
    if (typ !== type) refuse("wrong-type");
    if (kid.length !== 43 || !base64url(utf8(kid))) refuse("unknown-key");
    const exact = '{"alg":"EdDSA","kid":"' + kid + '","typ":"' + type + '"}';
    return reader.equal(bytes, utf8(exact)) ? kid : refuse("wrong-header");
  };

  // Whether a signature is right; null where the browser knows no Ed25519.
  const isSigned = async (key, signature, message) => {
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", key.bytes, "Ed25519", false, ["verify"]);
    } catch (error) {
      return error.name === "NotSupportedError" ? null : false;
    }
    return crypto.subtle.verify("Ed25519", imported, signature, message);
  };

  // The payload of a token whose form, key and signature are right, checked in this order.
  const openToken = async (token, type, trusted, now) => {
    if (token.length > greatestSize) refuse("too-large");
    const [header, body, last, more] = parts(token);
    if (!last || more) refuse("malformed");
    const id = keyID(header, type);
    const root = { publicKey: trusted.root, notBefore: 0, expires: latestTime };
    const candidates =
      type === keysType ? [{ ...root, types: [keysType] }]
      : trusted.list ? trusted.list.keys
      : [{ ...root, types: listedTypes }];
    const key = candidates.find((each) => each.publicKey.id === id);
    if (!key) refuse(id === trusted.root.id ? "key-not-allowed" : "unknown-key");
    checkKey(key, type, now);
    const signature = base64url(last);
    if (!signature || signature.length !== 64) refuse("bad-signature");
    const signed = await isSigned(key.publicKey, signature, token.subarray(0, header.length + 1 + body.length));
    if (signed === false) refuse("bad-signature");
    const json = base64url(body) || refuse("bad-claims");
    return { key, isSigned: signed, payload: jsonOr("bad-claims", json) };
  };

  const listedKey = async (payload) => {
    const claims = claimsOf(payload);
    const key = { publicKey: await publicKey(claims.bytes("x", 32)) };
    if (claims.text("kid", 43) !== key.publicKey.id) refuse("bad-claims");
    key.types = claims.list("typ");
    const isKnown = (type, n) => listedTypes.includes(type) && key.types.indexOf(type) === n;
    if (!key.types.every(isKnown)) refuse("bad-claims");
    key.courses = claims.has("courses") ? claims.identifiers("courses") : null;
    key.notBefore = claims.time("nbf");
    key.expires = claims.time("exp");
    if (key.expires <= key.notBefore) refuse("bad-claims");
    claims.finish();
    return key;
  };

  const isSpace = (byte) => [0x20, 0x09, 0x0a, 0x0c, 0x0d].includes(byte);
  const startsWith = (bytes, text) => reader.equal(bytes.subarray(0, utf8(text).length), utf8(text));
  // Bytes as letters, whatever they are; only those of ASCII matter here.
  const letters = new TextDecoder("latin1");
  const link = /#unlock=([\w.-]*[\w-])/;

  // The token in the bytes of a file, a script, or a text with a link; what is not one is found out when it is opened.
  reader.tokenIn = (bytes) => {
    const isMarked = startsWith(bytes, "\ufeff"); // the byte order mark that editors put before a text
    let [start, end] = [isMarked ? 3 : 0, bytes.length];
    while (start < end && isSpace(bytes[start])) start += 1;
    while (end > start && isSpace(bytes[end - 1])) end -= 1;
    const rest = bytes.subarray(start, end);
    const call = 'clevioEntitlement("';
    if (startsWith(rest, call) && reader.equal(rest.subarray(-3), utf8('");'))) return rest.subarray(call.length, -3);
    const [, token] = link.exec(letters.decode(rest)) || [];
    return token ? utf8(token) : rest;
  };

  // The root key alone, with the author that it belongs to.
  reader.trust = async (root, author) => ({ root: await publicKey(root), author, list: null });

  // The same trust with a key list that the root key signed.
  // An old list still tells the author's keys: a copy on a disk must open when nobody renews its list.
  reader.addKeyList = async (trusted, token, now, mayBeOld = false) => {
    const { payload } = await openToken(token, keysType, trusted, now);
    const claims = claimsOf(payload);
    const list = { author: claims.identifier("iss"), keys: [] };
    claims.integer("ver", 1, Number.MAX_SAFE_INTEGER);
    const issued = claims.time("iat");
    list.expires = claims.time("exp");
    if (claims.has("next_root")) await publicKey(claims.bytes("next_root", 32));
    for (const entry of claims.list("keys")) list.keys.push(await listedKey(entry));
    claims.finish();
    const ids = new Set(list.keys.map((key) => key.publicKey.id));
    if (!ids.size || list.keys.length > 64 || ids.size < list.keys.length) refuse("bad-claims");
    if (list.expires <= issued) refuse("bad-claims");
    if (trusted.author !== list.author) refuse("wrong-author");
    if (issued > now + skew) refuse("issued-in-future");
    if (now >= list.expires && !mayBeOld) refuse("expired");
    return { ...trusted, list };
  };

  const grant = (payload) => {
    const claims = claimsOf(payload);
    const found = { course: claims.identifier("id"), epoch: claims.integer("ep", 1, 1000000) };
    found.wrappedKey = claims.bytes("k", 40);
    found.wrappingKey = claims.bytes("kek", 32);
    claims.finish();
    return found;
  };

  const entitlement = (payload) => {
    const claims = claimsOf(payload);
    const found = { author: claims.identifier("iss"), portal: claims.identifier("aud"), id: claims.identifier("jti") };
    found.label = claims.text("sub", 200);
    found.issued = claims.time("iat");
    found.notBefore = claims.time("nbf");
    found.expires = claims.has("exp") ? claims.time("exp") : null;
    found.grants = claims.list("courses").map(grant);
    const names = found.grants.map((each) => each.course);
    if (!names.every((name, n) => !n || names[n - 1] < name)) refuse("bad-claims");
    claims.finish();
    if (!names.length || (found.expires !== null && found.expires <= found.notBefore)) refuse("bad-claims");
    return found;
  };

  // The entitlement of a token in bytes, or the first thing that is wrong: form, key, signature,
  // claims, author, portal, times, revocation, course.
  reader.check = async (token, { trusted, portal, course, revoked, now }) => {
    const { key, isSigned: signed, payload } = await openToken(token, entitlementType, trusted, now);
    const found = entitlement(payload);
    if (found.author !== (trusted.list || trusted).author) refuse("wrong-author");
    if (found.portal !== portal) refuse("wrong-portal");
    if (found.issued > now + skew) refuse("issued-in-future");
    if (found.notBefore > now + skew) refuse("not-yet-valid", { time: found.notBefore });
    if (found.expires !== null && now >= found.expires + skew) refuse("expired", { time: found.expires });
    if (revoked.includes(found.id)) refuse("revoked");
    const names = found.grants.map((each) => each.course);
    if (!names.includes(course)) refuse("wrong-course");
    if (key.courses && !names.every((name) => key.courses.includes(name))) refuse("key-not-allowed");
    return { ...found, isSigned: signed !== null };
  };
})();
