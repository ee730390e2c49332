(() => {
  "use strict";
  const words = document.body.dataset;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const copyByHand = (code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  };

  // Prompts and output (class g) are for reading; only when nothing else is there are they copied.
  const codeText = (code) => {
    const copy = code.cloneNode(true);
    for (const part of copy.querySelectorAll(".g")) part.remove();
    return copy.textContent.trim() ? copy.textContent : code.textContent;
  };

  for (const figure of document.querySelectorAll("figure.code")) {
    const code = figure.querySelector("pre");
    const button = element("button", "copy", words.copy);
    button.type = "button";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      let copied = true;
      try {
        await navigator.clipboard.writeText(codeText(code));
      } catch {
        copied = copyByHand(code);
      }
      if (copied) button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    figure.append(button);
  }

  const showLarge = (image) => {
    const dialog = element("dialog", "image-dialog");
    const close = element("button", "dialog-close", words.close);
    const large = image.cloneNode();
    large.removeAttribute("loading");
    dialog.setAttribute("aria-label", image.alt || words.enlarge);
    dialog.append(close, large);
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  for (const image of document.querySelectorAll(".prose img")) {
    if (image.closest("a, button, summary, label") || image.width < 160) continue;
    const button = element("button", "zoom");
    button.type = "button";
    button.setAttribute("aria-label", image.alt ? words.enlarge + ": " + image.alt : words.enlarge);
    button.addEventListener("click", () => showLarge(image));
    image.replaceWith(button);
    button.append(image);
  }

  let tabCount = 0;
  for (const group of document.querySelectorAll(".tabs")) {
    const panels = [...group.children].filter((child) => child.matches(".tab"));
    const list = element("div", "tab-list");
    list.setAttribute("role", "tablist");
    const select = (chosen) => {
      panels.forEach((panel, index) => {
        panel.hidden = index !== chosen;
        list.children[index].setAttribute("aria-selected", String(index === chosen));
        list.children[index].tabIndex = index === chosen ? 0 : -1;
      });
    };
    panels.forEach((panel, index) => {
      const id = "tab-" + ++tabCount;
      const tab = element("button", "", panel.dataset.title);
      tab.type = "button";
      tab.id = id;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", id + "-panel");
      tab.addEventListener("click", () => select(index));
      panel.id = id + "-panel";
      panel.tabIndex = 0;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
      list.append(tab);
    });
    list.addEventListener("keydown", (event) => {
      const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      const last = panels.length - 1;
      const now = [...list.children].indexOf(document.activeElement);
      let next = -1;
      if (event.key === forward) next = now < last ? now + 1 : 0;
      else if (event.key === backward) next = now > 0 ? now - 1 : last;
      else if (event.key === "Home") next = 0;
      else if (event.key === "End") next = last;
      if (next < 0) return;
      event.preventDefault();
      select(next);
      list.children[next].focus();
    });
    group.prepend(list);
    select(0);
    group.dataset.ready = "";
  }
  // A link to something inside a closed tab or disclosure opens it.
  const reveal = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // Not an encoded name: taken as it is.
    }
    const target = id && document.getElementById(id);
    const panel = target && target.closest(".tab[hidden]");
    if (panel) document.getElementById(panel.getAttribute("aria-labelledby")).click();
    if (panel) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Browsers refuse <track> files from a disk; the page then carries their text.
  const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const cuesOf = (text) =>
    text.split(/\r?\n\r?\n/).flatMap((block) => {
      const found = /^([\d:.]+)[ \t]+-->[ \t]+([\d:.]+).*\r?\n([^]+)/m.exec(block);
      return found ? [new VTTCue(seconds(found[1]), seconds(found[2]), found[3].trim())] : [];
    });
  if (location.protocol === "file:") {
    for (const source of document.querySelectorAll("template.captions")) {
      const video = source.parentElement.querySelector("video");
      for (const track of video.querySelectorAll("track")) track.remove();
      const { label, lang } = source.dataset;
      const track = video.addTextTrack("captions", label, lang);
      for (const cue of cuesOf(source.content.textContent)) track.addCue(cue);
      track.mode = "hidden";
    }
  }
})();
