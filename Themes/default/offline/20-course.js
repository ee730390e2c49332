// On a course's page: saves it, says how far that is, brings it up to date, and removes it.
(() => {
  "use strict";
  const place = document.querySelector(".course-offline[data-course]");
  if (!place) return;
  const { element, offline } = clevio;
  const { course } = place.dataset;
  const button = place.querySelector("button");
  const panel = element("div", {});
  const status = element("p", { role: "status" });
  const meter = element("progress", {});
  const tools = element("p", { class: "offer" });
  panel.append(status, meter, tools);

  let words = null;
  let running = null; // stops what this tab is loading
  let turn = 0;

  const megabytes = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1,
  });
  const inWords = (bytes) => megabytes.format(Math.max(bytes / 1e6, bytes ? 0.1 : 0));
  const say = (name, sizes = {}) =>
    words[name].replace(/\{([a-z]+)\}/g, (mark, key) => (key in sizes ? inWords(sizes[key]) : mark));

  const tool = (name, act, sizes) => {
    const made = element("button", { class: "button", type: "button" }, say(name, sizes));
    made.addEventListener("click", act);
    return made;
  };

  const show = (text, count, ...buttons) => {
    if (status.textContent !== text) status.textContent = text;
    meter.hidden = !count;
    if (count) {
      meter.max = count.total || 1;
      meter.value = count.done;
      meter.setAttribute("aria-label", text);
    }
    // A press that begins before a file has arrived and ends after it counts only if the button was not moved.
    if (buttons.length && buttons[0] === tools.firstElementChild) return;
    // Whoever pressed a button that is gone goes on with the next.
    const hadFocus = tools.contains(document.activeElement);
    tools.replaceChildren(...buttons);
    if (hadFocus) (buttons[0] || button).focus();
  };

  const reasons = {
    QuotaExceededError: "full", ChangedError: "changed", TypeError: "lost", NetworkError: "lost",
    AbortError: null,
  };

  const begin = async (list, media) => {
    if (running) return; // a double click must not begin what no button stops
    running = new AbortController();
    let trouble = null;
    try {
      await offline.save(course, list, { media, signal: running.signal });
    } catch (error) {
      trouble = error.name in reasons ? reasons[error.name] : "refused";
      if (trouble === "refused") console.error(error);
    }
    running = null;
    await draw(trouble);
  };

  const remove = () => offline.remove(course).then(() => draw("removed"));
  const stop = () => running && running.abort();

  const drawProgress = ({ done, total }) => {
    if (!words) return;
    const count = { done, total };
    const buttons = !running ? [] : [tools.firstElementChild && tools.dataset.kind === "stop" ? tools.firstElementChild : tool("stop", stop)];
    tools.dataset.kind = running ? "stop" : "";
    show(say("progress", count), count, ...buttons);
  };

  // The portal's list, or null without a network.
  const current = () => offline.list(course).catch(() => null);

  const offer = (list, note) => {
    const large = list.files.filter(([, , , isMedia]) => isMedia);
    const box = element("input", { type: "checkbox" });
    const text = () => note + say("size", { size: offline.sum(offline.wanted(list, box.checked)) });
    const start = tool("start", () => begin(list, box.checked));
    show(text(), null, start);
    if (!large.length) return;
    box.addEventListener("change", () => (status.textContent = text()));
    tools.prepend(element("label", { class: "offline-media" }, box, " ", say("media", { size: offline.sum(large) })));
  };

  // Shows what is kept; `trouble` says what came between.
  const draw = async (trouble) => {
    const mine = ++turn;
    const [{ saved, pending }, list] = await Promise.all([offline.state(course), current()]);
    if (mine !== turn || running) return;
    const known = list || pending || saved;
    tools.dataset.kind = "";
    button.hidden = true;
    if (!known) {
      button.hidden = false;
      if (trouble) show(words[trouble], null);
      else panel.remove();
      return;
    }
    words = known.words;
    const note = trouble ? words[trouble] + " " : "";
    if (pending) {
      const target = list || pending;
      const files = offline.wanted(target, pending.media);
      const total = offline.sum(files);
      const count = { done: total - offline.sum(await offline.missing(files)), total };
      return show(note + say("partly", count), count, tool("continue", () => begin(target, pending.media)), tool("remove", remove));
    }
    if (!saved) return offer(known, note);
    const size = offline.sum(saved.files);
    if (!list || list.version === saved.version) return show(note + say("saved", { size }), null, tool("remove", remove));
    const rest = await offline.missing(offline.wanted(list, saved.media));
    show(
      note + say("newer", { size: offline.sum(rest) }), null,
      tool("update", () => begin(list, saved.media)), tool("remove", remove),
    );
  };

  offline.listen((news) => {
    if (news.course !== course || !panel.isConnected) return;
    if ("done" in news) drawProgress(news);
    else if (!running) draw();
  });

  // Called when somebody asks for it, or has saved something here before.
  offline.open = async (isAsked) => {
    const { saved, pending } = await offline.state(course);
    if (!isAsked && !saved && !pending) return;
    place.append(panel);
    await draw();
    if (!panel.isConnected) {
      show(place.dataset.failed, null);
      place.append(panel);
    }
    const first = tools.querySelector("button");
    if (isAsked && first) first.focus();
  };
})();
