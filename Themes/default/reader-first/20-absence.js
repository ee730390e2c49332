// Where the reader's own script is missing or cut short, the page says so: nothing on it would open a licence.
(() => {
  "use strict";
  const part = (name) => document.querySelector(`[data-reader=${name}]`);
  addEventListener("load", () => {
    if (window.clevio && clevio.reader && clevio.reader.isStarted) return;
    const damaged = document.getElementById("reader-words").content.querySelector("[data-word=no-copy]").textContent;
    // A course that is not sealed has nothing that could be refused.
    if (!part("refusal")) return void (part("status").textContent = damaged);
    part("main").dataset.state = "refused";
    part("refusalText").textContent = damaged;
    part("refusal").dataset.reason = "bad-copy";
    part("refusal").hidden = false;
    part("drop").remove();
  });
})();
