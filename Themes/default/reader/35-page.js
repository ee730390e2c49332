// The reader's page: its data, its words, its parts, and what it keeps on the device.
(() => {
  "use strict";
  const { reader } = clevio;
  const source = document.getElementById("reader-data");
  if (!source) return;

  const data = JSON.parse(source.textContent);
  const parts = Object.create(null);
  for (const element of document.querySelectorAll("[data-reader]")) parts[element.dataset.reader] = element;
  const words = Object.create(null);
  for (const element of document.getElementById("reader-words").content.children) {
    words[element.dataset.word] = element.textContent;
  }

  // A stranger's text, fit to be shown: what hides or turns the direction of writing becomes its number.
  const shown = (text) =>
    text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) =>
      /[\u200C\u200D]/.test(sign) ? sign : "\\u{" + sign.codePointAt(0).toString(16).toUpperCase() + "}");

  const word = (name, values = {}) =>
    words[name].replace(/\{([a-z]+)\}/g, (place, key) => (Object.hasOwn(values, key) ? values[key] : place));

  const announce = (text) => (parts.status.textContent = text);

  // A day in words, as the portal's own words write English ones.
  const date = (milliseconds) => {
    const { lang } = document.documentElement;
    return new Date(milliseconds).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  };

  // The sentence for a refusal: several codes mean the same to who reads it.
  const sentences = {
    "too-large": "damaged", malformed: "damaged", "wrong-header": "damaged", "bad-signature": "damaged",
    "bad-claims": "damaged", "wrong-type": "kind", "unknown-key": "key", "key-not-allowed": "key",
    "key-expired": "key", "wrong-author": "key", "wrong-portal": "portal", "wrong-course": "course",
    expired: "expired", "not-yet-valid": "early", "issued-in-future": "clock", revoked: "revoked",
    "wrong-key": "fit", "lesson-damaged": "lesson", "not-loaded": "load", insecure: "secure",
    "old-browser": "browser", "bad-copy": "copy",
  };
  const sentence = ({ reason, details = {} }) => {
    const name = details.isOldCopy ? "old" : data.preview && reason === "unknown-key" ? "preview" : sentences[reason];
    const values = { course: parts.course.textContent };
    if (details.time !== undefined) values.date = date(details.time * 1000);
    return word("no-" + (name || "copy"), values);
  };

  // Refusals stay values; whatever else goes wrong is a fault of this copy or this browser.
  const refusal = (error) => {
    if (error instanceof reader.Refusal) return error;
    console.error(error);
    return new reader.Refusal("bad-copy");
  };

  const tell = (name, detail = {}) =>
    document.dispatchEvent(new CustomEvent("clevio:" + name, { bubbles: true, detail: { course: data.course, ...detail } }));

  // Storage may be blocked or full: then nothing is kept, and everything else works.
  const store = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
  };

  const lessons = new Map(data.lessons.map((lesson, index) => [lesson.id, { ...lesson, index }]));
  reader.page = { data, parts, lessons, shown, word, date, announce, sentence, refusal, tell, store };
})();
