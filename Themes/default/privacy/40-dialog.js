// The banner, the dialog and the placeholders: what a visitor sees and presses.
(() => {
  "use strict";
  const { privacy, consent } = window.clevio || {};
  if (!consent) return;
  const { declared } = privacy;
  const root = document.documentElement;
  const find = (selector, place = document) => [...place.querySelectorAll(selector)];
  const texts = document.getElementById("clv-data").dataset.choices;
  let waiting = null;

  /// The dialogs come in the page's language when they are first wanted.
  const load = (then) => {
    if (document.getElementById("clv-choices")) return then();
    if (waiting) return waiting.push(then);
    waiting = [then];
    const script = document.createElement("script");
    script.src = texts;
    script.onerror = () => {
      waiting = null;
      location.assign(new URL(declared.page, privacy.home));
    };
    document.head.append(script);
  };
  clevio.choices = (html) => {
    document.body.insertAdjacentHTML("beforeend", html);
    for (const link of find("#clv-choices a:not([href*=':'])")) {
      link.href = new URL(link.getAttribute("href"), privacy.home);
    }
    const then = waiting;
    waiting = null;
    for (const each of then) each();
  };

  const boxes = (dialog) => find("input[data-clv-service]", dialog);
  const sync = (dialog) => {
    for (const all of find("input[data-clv-category]", dialog)) {
      const own = boxes(dialog).filter((box) => box.dataset.clvIn === all.dataset.clvCategory);
      const on = own.filter((box) => box.checked).length;
      all.checked = on > 0 && on === own.length;
      all.indeterminate = on > 0 && on < own.length;
    }
  };
  privacy.open = () =>
    load(() => {
      const dialog = document.getElementById("clv-choices");
      for (const box of boxes(dialog)) box.checked = consent.has(box.dataset.clvService);
      sync(dialog);
      if (!dialog.open) dialog.showModal();
    });

  /// Asks for the year of birth where the portal must, before `then`; who is too young is told so.
  privacy.ask = (then, isSale) => {
    const isAsked = declared.age && (isSale || declared.age.consent);
    if (!isAsked || privacy.age === "o") return then();
    load(() => {
      const dialog = document.getElementById("clv-age");
      const field = dialog.querySelector("input");
      const isYoung = () => dialog.toggleAttribute("data-refused", privacy.age === "y");
      dialog.querySelector("form").onsubmit = () => {
        // Who may have this year's birthday still to come does not count as old enough.
        privacy.age = new Date().getFullYear() - field.value > declared.age.min ? "o" : "y";
        field.value = "";
        if (!isYoung()) {
          dialog.close();
          then();
        } else if (!isSale) consent.reject();
        return false;
      };
      isYoung();
      dialog.showModal();
    });
  };

  const download = () => {
    const text = JSON.stringify(consent.receipt(), null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `consent-${declared.revision}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some browsers read it later
  };

  const actions = {
    open: privacy.open,
    accept: consent.accept,
    reject: consent.reject,
    withdraw: consent.withdraw,
    save: (_, dialog) => {
      const choices = {};
      for (const box of boxes(dialog)) choices[box.dataset.clvService] = box.checked;
      consent.set(choices, "s");
    },
    close: (_, dialog) => dialog.close(),
    hide: () => root.removeAttribute("data-clv-said"),
    receipt: download,
    once: (button) =>
      privacy.ask(() => {
        const box = button.closest("[data-clv-tag]");
        privacy.onceOnly.add(box.dataset.clvSvc);
        privacy.show(box);
      }),
    always: (button) => {
      const { clvSvc } = button.closest("[data-clv-tag]").dataset;
      consent.set({ [clvSvc]: true }, "e");
    },
  };
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-clv-action], [data-cookie-settings]");
    const sale = declared.age?.checkout && event.target.closest("[data-action=get]");
    if (target) {
      event.preventDefault();
      actions[target.dataset.clvAction || "open"](target, target.closest("dialog"));
    } else if (sale && privacy.age !== "o") {
      event.preventDefault();
      privacy.ask(() => location.assign(sale.href), true);
    }
  });
  document.addEventListener("change", ({ target }) => {
    const dialog = target.closest("#clv-choices");
    if (!dialog) return;
    for (const box of boxes(dialog)) {
      if (target.dataset.clvCategory === box.dataset.clvIn) box.checked = target.checked;
    }
    sync(dialog);
  });
  /// A choice of this visitor closes what asked for it, and says where it can be changed.
  consent.onChange(({ type, decided }) => {
    if (!decided || !/accept|reject|save|withdraw|embed/.test(type)) return;
    for (const dialog of find("dialog#clv-choices[open]")) dialog.close();
    root.setAttribute("data-clv-said", "");
    const said = document.querySelector(".clv-said");
    if (said && !document.querySelector("dialog[open]") && type !== "embed") said.focus();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const titles = privacy.last().unknown.map((service) => service.title);
    for (const place of find("[data-clv-changed]")) place.textContent = titles.join(", ");
  });
})();
