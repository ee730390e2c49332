// What code and pictures do when somebody acts: they are copied, shown large, and dark or light.
(() => {
  "use strict";
  const { element } = clevio;
  const words = document.body.dataset;

  const copyByHand = (code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  };

  // Prompts (class g) and output (o) are copied only if there is nothing else.
  const codeText = (code) => {
    const copy = code.cloneNode(true);
    for (const part of copy.querySelectorAll(".g, .o")) part.remove();
    return copy.textContent.trim() ? copy.textContent : code.textContent;
  };

  clevio.figures = {
    async copy(button) {
      const code = button.closest("figure").querySelector("pre");
      try {
        await navigator.clipboard.writeText(codeText(code));
      } catch {
        if (!copyByHand(code)) return;
      }
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    },

    // A picture for dark pages is for the scheme that a reader chose, where that is not the device's.
    choose(content) {
      const chosen = document.documentElement.dataset.theme;
      for (const source of content.querySelectorAll("picture source[media]")) {
        source.dataset.media ||= source.media;
        source.media = source.dataset.media.replace(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/gi, (words, scheme) => {
          if (!chosen) return words;
          return scheme.toLowerCase() === chosen ? "(min-width: 0)" : "(max-width: 0)";
        });
      }
    },

    enlarge(image) {
      // Pressed twice while this script was on its way.
      if (document.querySelector(".image-dialog")) return;
      const label = image.alt || words.enlarge;
      const close = element("button", { class: "dialog-close", type: "button" }, words.close);
      const large = image.cloneNode();
      // Alone, it would not be what its picture chose.
      if (image.currentSrc) large.src = image.currentSrc;
      const dialog = element("dialog", { class: "image-dialog", "aria-label": label }, close, large);
      dialog.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    },
  };

  const scheme = document.querySelector(".scheme-select");
  if (scheme) scheme.addEventListener("change", () => clevio.figures.choose(document));
})();
