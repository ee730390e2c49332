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

  // Prompts and output (class g) are copied only if there is nothing else.
  const codeText = (code) => {
    const copy = code.cloneNode(true);
    for (const part of copy.querySelectorAll(".g")) part.remove();
    return copy.textContent.trim() ? copy.textContent : code.textContent;
  };

  const addCopyButton = (figure) => {
    const code = figure.querySelector("pre");
    const button = element("button", { class: "copy", type: "button", "aria-live": "polite" }, words.copy);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(codeText(code));
      } catch {
        if (!copyByHand(code)) return;
      }
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    figure.append(button);
  };

  const showLarge = (image) => {
    const label = image.alt || words.enlarge;
    const close = element("button", { class: "dialog-close", type: "button" }, words.close);
    const dialog = element("dialog", { class: "image-dialog", "aria-label": label }, close, image.cloneNode());
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const makeLarge = (image) => {
    if (image.closest("a, button, summary, label") || image.width < 160) return;
    const label = image.alt ? words.enlarge + ": " + image.alt : words.enlarge;
    const button = element("button", { class: "zoom", type: "button", "aria-label": label });
    button.addEventListener("click", () => showLarge(image));
    image.replaceWith(button);
    button.append(image);
  };

  let tabCount = 0;
  const makeTabs = (group) => {
    const panels = [...group.children].filter((child) => child.matches(".tab"));
    const list = element("div", { class: "tab-list", role: "tablist" });
    const select = (chosen) => {
      panels.forEach((panel, index) => {
        panel.hidden = index === chosen ? false : "until-found";
        list.children[index].ariaSelected = index === chosen;
        list.children[index].tabIndex = index === chosen ? 0 : -1;
      });
    };
    panels.forEach((panel, index) => {
      const id = "tab-" + ++tabCount;
      const tab = element("button", { id, type: "button", role: "tab" }, panel.dataset.title);
      tab.addEventListener("click", () => select(index));
      panel.addEventListener("beforematch", () => select(index)); // found or linked to
      list.append(tab);
      panel.tabIndex = 0;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
    });
    list.addEventListener("keydown", (event) => {
      const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      const now = [...list.children].indexOf(document.activeElement);
      const next = { [forward]: now + 1, [backward]: now - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const chosen = (next + panels.length) % panels.length;
      select(chosen);
      list.children[chosen].focus();
    });
    group.prepend(list);
    select(0);
    group.dataset.ready = "";
  };

  // Browsers load no <track> from a disk: the page carries its text.
  const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const cuesOf = (text) =>
    text.split(/\r?\n\r?\n/).flatMap((block) => {
      const found = /^([\d:.]+)[ \t]+-->[ \t]+([\d:.]+).*\r?\n([^]+)/m.exec(block);
      return found ? [new VTTCue(seconds(found[1]), seconds(found[2]), found[3].trim())] : [];
    });
  const addCaptions = (source) => {
    const video = source.parentElement.querySelector("video");
    for (const track of video.querySelectorAll("track")) track.remove();
    const { label, lang } = source.dataset;
    const track = video.addTextTrack("captions", label, lang);
    for (const cue of cuesOf(source.content.textContent)) track.addCue(cue);
    track.mode = "hidden";
  };

  clevio.enhancing((root) => {
    for (const figure of root.querySelectorAll("figure.code")) addCopyButton(figure);
    for (const image of root.querySelectorAll(".prose img")) makeLarge(image);
    for (const group of root.querySelectorAll(".tabs")) makeTabs(group);
    // What a reader puts into its page has no caption files, wherever the page is.
    if (location.protocol !== "file:" && root === document) return;
    for (const source of root.querySelectorAll("template.captions")) addCaptions(source);
  });
})();
