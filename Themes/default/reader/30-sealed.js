// Sealed files: scripts that hand over base64, for nothing else can be loaded from a disk, and the
// format CLV1 within. What a script hands over is believed only when its AES-GCM tag is right.
(() => {
  "use strict";
  const { reader } = clevio;
  const { Refusal, refuse, utf8 } = reader;

  const longestScript = 16 << 20;
  const greatestContent = 64 << 20;
  const magic = utf8("CLV1");
  const block = 4096;
  const slotSize = 52;
  const tagSize = 12;
  const mostSlots = 1 << 20;

  // A call counts only while the very script runs that was asked for it, and once.
  const asked = new Map();
  const answer = (name, values) => {
    const question = asked.get(document.currentScript);
    if (question && question.name === name && question.answer === null) question.answer = question.accept(...values);
  };
  for (const name of ["clevioLesson", "clevioPlain", "clevioSlots", "clevioEntitlement"]) {
    Object.defineProperty(window, name, { value: (...values) => answer(name, values) });
  }

  // What the script at an address calls `name` with, if `accept` makes something else than null of it.
  reader.load = (address, name, accept) =>
    new Promise((resolve, reject) => {
      const script = clevio.element("script", { src: address });
      const question = { name, accept, answer: null };
      asked.set(script, question);
      const end = (reason) => {
        asked.delete(script);
        script.remove();
        if (question.answer === null) reject(new Refusal(reason));
        else resolve(question.answer);
      };
      script.onload = () => end("lesson-damaged");
      script.onerror = () => end("not-loaded");
      document.head.append(script);
    });

  const bytesOf = (text, limit) =>
    typeof text === "string" && text.length <= limit ? reader.base64(utf8(text)) : null;

  // The bytes of a sealed file; `place` is {course, path, epoch}.
  reader.loadSealed = (address, place) =>
    reader.load(address, "clevioLesson", (course, path, epoch, text) =>
      course === place.course && path === place.path && epoch === place.epoch ? bytesOf(text, longestScript) : null);

  // The bytes of a file of a packed course that is not sealed.
  reader.loadPlain = (address, place) =>
    reader.load(address, "clevioPlain", (course, path, text) =>
      course === place.course && path === place.path && typeof text === "string" ? utf8(text) : null);

  reader.loadSlots = (address, place) =>
    reader.load(address, "clevioSlots", (course, epoch, text) =>
      course === place.course && epoch === place.epoch ? bytesOf(text, mostSlots * slotSize * 2) : null);

  const derive = async (key, salt, info, size) => {
    const parameters = { name: "HKDF", hash: "SHA-256", salt, info };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, size * 8));
  };

  const compare = (a, b) => {
    for (let index = 0; index < tagSize; index += 1) {
      if (a[index] !== b[index]) return a[index] - b[index];
    }
    return 0;
  };

  // The wrapped key of the slot with a tag; null where there is none. Slots are sorted by tag.
  const slotWith = (tag, slots) => {
    if (!slots.length || slots.length % slotSize || slots.length > mostSlots * slotSize) refuse("lesson-damaged");
    let low = 0;
    let high = slots.length / slotSize;
    while (low < high) {
      const middle = (low + high) >> 1;
      const slot = slots.subarray(middle * slotSize, (middle + 1) * slotSize);
      const order = compare(slot, tag);
      if (order === 0) return slot.subarray(tagSize);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  };

  // The content key of a course's epoch, for a grant of this epoch or an older one.
  reader.contentKey = async (grant, epoch, loadSlots) => {
    if (grant.epoch > epoch) refuse("wrong-key", { isOldCopy: true });
    let wrapped = grant.wrappedKey;
    if (grant.epoch < epoch) {
      const secret = await crypto.subtle.importKey("raw", grant.wrappingKey, "HKDF", false, ["deriveBits"]);
      const tag = await derive(secret, new Uint8Array(0), utf8("slot"), tagSize);
      const slots = await loadSlots();
      wrapped = (slots && slotWith(tag, slots)) || refuse("revoked");
    }
    const wrapping = await crypto.subtle.importKey("raw", grant.wrappingKey, "AES-KW", false, ["unwrapKey"]);
    try {
      return await crypto.subtle.unwrapKey("raw", wrapped, wrapping, "AES-KW", "HKDF", false, ["deriveBits"]);
    } catch {
      return refuse("wrong-key");
    }
  };

  const gunzip = async (bytes) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const source = stream.getReader();
    const pieces = [];
    let size = 0;
    for (;;) {
      const { done, value } = await source.read();
      if (done) break;
      size += value.length;
      if (size > greatestContent) {
        await source.cancel();
        refuse("lesson-damaged");
      }
      pieces.push(value);
    }
    // Some browsers pass over what follows the gzip, which ends with the content's size.
    const end = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
    return end === size ? reader.join(...pieces) : refuse("lesson-damaged");
  };

  // The gzip within: its length, itself, zeros up to a multiple of the block.
  const unpadded = (plain) => {
    const size = plain.length < 4 ? -1 : new DataView(plain.buffer, plain.byteOffset).getUint32(0);
    const rest = plain.length - 4 - size;
    if (size < 0 || plain.length % block || rest < 0 || rest >= block) refuse("lesson-damaged");
    if (plain.subarray(4 + size).some((byte) => byte !== 0)) refuse("lesson-damaged");
    return plain.subarray(4, 4 + size);
  };

  // The content of a sealed file.
  reader.open = async (file, key, { course, path, epoch }) => {
    if (file.length < 68 || !reader.equal(file.subarray(0, 4), magic)) refuse("lesson-damaged");
    const [head, salt, commitment] = [file.subarray(0, 52), file.subarray(4, 36), file.subarray(36, 52)];
    if (!reader.equal(await derive(key, salt, utf8("commit"), 16), commitment)) refuse("wrong-key");
    const place = utf8(["clevio/v1/lesson", course, path, epoch].join("\0"));
    const secret = await derive(key, salt, place, 44);
    const aes = await crypto.subtle.importKey("raw", secret.subarray(0, 32), "AES-GCM", false, ["decrypt"]);
    const parameters = { name: "AES-GCM", iv: secret.subarray(32), additionalData: reader.join(place, head) };
    try {
      const plain = await crypto.subtle.decrypt(parameters, aes, file.subarray(52));
      return await gunzip(unpadded(new Uint8Array(plain)));
    } catch {
      return refuse("lesson-damaged");
    }
  };

  // What keeps this browser from opening anything, or null.
  reader.obstacle = () => {
    if (!globalThis.crypto || !crypto.subtle) return globalThis.isSecureContext ? "old-browser" : "insecure";
    return typeof DecompressionStream === "function" ? null : "old-browser";
  };
})();
