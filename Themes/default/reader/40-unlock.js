// How a licence gets into the page: link, file beside the page, memory of the device, file, drop, paste.
(() => {
  "use strict";
  const { reader } = clevio;
  if (!reader.page) return;
  const { data, parts, announce, word, sentence, refusal, store, tell } = reader.page;

  const greatestFile = 80 << 10;
  const isDisk = location.protocol === "file:";
  const isOwnMachine = isDisk || /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  // Other files of a disk, and other servers of this machine, would read it too.
  const canRemember = location.protocol === "https:";
  const memory = (course) => "clevio:licence:" + course;
  const byHand = ["link", "file", "paste"];
  let turn = 0;

  const trust = async () => {
    const now = Math.floor(Date.now() / 1000);
    try {
      const trusted = await reader.trust(reader.base64url(reader.utf8(data.root)), data.author);
      return data.keyList ? await reader.addKeyList(trusted, reader.utf8(data.keyList), now, true) : trusted;
    } catch {
      throw new reader.Refusal("bad-copy");
    }
  };

  const loadSlots = async () => (data.slots ? reader.loadSlots(data.slots, data) : null);

  // A session for the licence in some bytes; throws what is wrong with it.
  const examine = async (bytes, source) => {
    const token = reader.tokenIn(bytes);
    const asked = { portal: data.portal, course: data.course, revoked: data.revoked, now: Math.floor(Date.now() / 1000) };
    const licence = await reader.check(token, { ...asked, trusted: await trust() });
    const grant = licence.grants.find((each) => each.course === data.course);
    const key = await reader.contentKey(grant, data.epoch, loadSlots);
    const session = reader.session(key);
    try {
      await session.lesson(reader.wanted());
    } catch (error) {
      const { reason } = refusal(error);
      // Behind a right signature one bad or missing file says nothing of the licence.
      if (!licence.isSigned || reason === "wrong-key") throw error;
    }
    const { id, label } = licence;
    return { ...session, id, label, source, token: reader.text(token), courses: licence.grants.map((each) => each.course) };
  };

  const show = (error, source) => {
    const found = refusal(error);
    parts.main.dataset.state = "refused";
    parts.refusal.dataset.reason = found.reason;
    parts.refusal.hidden = false;
    parts.refusalText.textContent = sentence(found);
    parts.forgetRefused.hidden = source !== "memory";
    parts.refusal.scrollIntoView({ block: "nearest" });
    announce("");
  };

  const accept = (session) => {
    parts.refusal.hidden = true;
    parts.text.value = "";
    const isNew = byHand.includes(session.source) && store.get(memory(data.course)) !== session.token;
    if (isNew && reader.isFirstLicence(session.id)) tell("course-purchased");
    tell("unlocked");
    reader.begin(session);
    parts.remember.hidden = !canRemember;
    parts.forget.hidden = session.source === "beside";
    followMemory(session);
  };

  // Tries one source after the other; the first refusal is told if none opens the course.
  const tryAll = async (sources) => {
    const mine = ++turn;
    let first = null;
    announce(word("checking"));
    for (const [source, load] of sources) {
      try {
        const bytes = await load();
        const session = bytes && (await examine(bytes, source));
        if (mine !== turn) return;
        if (session) return void accept(session);
      } catch (error) {
        first = first || [error, source];
      }
    }
    if (mine !== turn) return;
    announce("");
    if (first && !reader.isOpen()) show(...first);
    else if (first) announce(sentence(refusal(first[0])));
  };

  const ofText = (text, source) => [source, async () => reader.utf8(text)];
  const ofFile = (file) => [
    "file",
    async () => (file.size > greatestFile ? reader.refuse("wrong-type") : new Uint8Array(await file.arrayBuffer())),
  ];
  const accepted = ([token]) => (typeof token === "string" ? token : null);
  const beside = async () => {
    try {
      return reader.utf8(await reader.load("entitlement.js", "clevioEntitlement", (...values) => accepted(values)));
    } catch (error) {
      if (error.reason === "not-loaded") return null;
      throw new reader.Refusal("malformed");
    }
  };
  const remembered = async () => {
    const token = canRemember && store.get(memory(data.course));
    return token ? reader.utf8(token) : null;
  };

  const followMemory = (session) => {
    const isKept = canRemember && store.get(memory(data.course)) === session.token;
    parts.remember.setAttribute("aria-pressed", isKept);
    parts.rememberNote.hidden = !canRemember;
    parts.remember.onclick = () => {
      for (const course of session.courses) {
        if (isKept) store.remove(memory(course));
        else store.set(memory(course), session.token);
      }
      followMemory(session);
      if (!isKept) reader.keepProgress();
    };
    parts.forget.onclick = () => forget(session.courses, session.token);
  };

  // The licence leaves the device, and with the page also its memory.
  const forget = (courses, token) => {
    for (const course of courses) if (store.get(memory(course)) === token) store.remove(memory(course));
    location.reload();
  };

  const takeDrop = (event) => {
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file) tryAll([ofFile(file)]);
    else if (text) tryAll([ofText(text, "paste")]);
  };

  const listen = () => {
    parts.file.addEventListener("change", () => {
      const [file] = parts.file.files;
      if (file) tryAll([ofFile(file)]);
      parts.file.value = ""; // so that the same file can be chosen again
    });
    parts.paste.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = parts.text.value.trim();
      if (text) tryAll([ofText(text, "paste")]);
      else parts.text.focus();
    });
    parts.forgetRefused.addEventListener("click", () => forget([data.course], store.get(memory(data.course))));
    // Words are for the field that they are dropped into, and for nobody once the course is open.
    const isOurs = ({ target, dataTransfer }) =>
      dataTransfer.types.includes("Files") || !(reader.isOpen() || target.matches?.("input, textarea"));
    // A file that misses its place must not take the page away.
    const over = (isOver) => (event) => {
      parts.drop.classList.toggle("dropping", isOver && isOurs(event));
      if (!isOurs(event)) return;
      event.preventDefault();
      if (event.type === "drop") takeDrop(event);
    };
    document.addEventListener("dragover", over(true));
    document.addEventListener("dragleave", over(false));
    document.addEventListener("drop", over(false));
  };

  reader.start = () => {
    // A packed course that is free has nothing to unlock.
    if (!data.sealed) return reader.begin({ ...reader.session(null), source: "beside", label: null });
    const first = window.clevioFragment;
    const obstacle = first ? reader.obstacle() : "bad-copy";
    let link = null;
    let isStarting = true;
    if (first) {
      first((text) => {
        link = text;
        if (!isStarting && !obstacle) tryAll([ofText(text, "link")]);
      });
    }
    isStarting = false;
    if (obstacle) {
      parts.drop.remove();
      return show(new reader.Refusal(obstacle));
    }
    listen();
    const sources = link === null ? [] : [ofText(link, "link")];
    if (isOwnMachine) sources.push(["beside", beside]);
    sources.push(["memory", remembered]);
    return tryAll(sources);
  };
})();
