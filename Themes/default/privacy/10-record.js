// What was declared, what was chosen, and where that is kept. Without a declaration nothing runs.
(() => {
  "use strict";
  const block = document.getElementById("clv-data");
  if (!block) return;
  const NAME = "clv_consent";
  const declared = JSON.parse(block.textContent);
  const home = new URL("..", document.currentScript.src);
  const isFile = location.protocol === "file:";
  // Chromium has one store for all local files.
  const key = isFile ? `${NAME}:${home.pathname}` : NAME;
  const services = declared.services.map(([id, category, mark, title, clear, shares]) => {
    return { id, category, mark, title, clear: clear || [], shares: !!shares };
  });
  const today = () => Math.floor(Date.now() / 864e5);
  const days = (grants) => declared.days[Object.values(grants).some(Boolean) ? 0 : 1];

  // v1.<revision>.<days since 1970>.<a bit for each mark, base64url>.<marks>.<flags>[.<id>]
  const decode = (text) => {
    const [version, revision, day, bits, marks, flags, id] = (text || "").split(".");
    if (version !== "v1" || !flags) return null;
    const packed = atob(bits.replace(/-/g, "+").replace(/_/g, "/"));
    const grants = {};
    (marks.match(/.{3}/g) || []).forEach((mark, index) => {
      grants[mark] = (packed.charCodeAt(index >> 3) & (128 >> (index & 7))) > 0;
    });
    const age = today() - day;
    if (!(age >= -2 && age < days(grants))) return null;
    return { text, revision, day: +day, grants, flags, id };
  };
  const encode = (granted, flags, id) => {
    let packed = "";
    for (let start = 0; start < services.length; start += 8) {
      let byte = 0;
      services.slice(start, start + 8).forEach((service, index) => {
        if (granted(service)) byte |= 128 >> index;
      });
      packed += String.fromCharCode(byte);
    }
    const bits = btoa(packed).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    const marks = services.map((service) => service.mark).join("");
    return ["v1", declared.revision, today(), bits, marks, flags].concat(id || []).join(".");
  };

  // A store that is blocked, full or holds what is no record is an empty one.
  const attempt = (act) => {
    try {
      return act() || null;
    } catch {
      return null;
    }
  };
  const cookie = () => {
    const found = document.cookie.split("; ").find((each) => each.startsWith(`${NAME}=`));
    return found && found.slice(NAME.length + 1);
  };
  const stored = () =>
    attempt(() => decode(cookie())) || attempt(() => decode(localStorage.getItem(key)));
  let memory = null;
  const write = (text) => {
    const choice = decode(text);
    const secure = location.protocol === "https:" ? "; Secure" : "";
    attempt(() => {
      const age = days(choice.grants) * 86400;
      const path = isFile ? "/" : home.pathname;
      document.cookie = `${NAME}=${text}; Path=${path}; Max-Age=${age}; SameSite=Lax${secure}`;
    });
    const isKept = attempt(cookie) === text;
    // Only one place keeps the choice, so that an old one never outlives a new one.
    attempt(() => (isKept ? localStorage.removeItem(key) : localStorage.setItem(key, text)));
    const kept = stored();
    memory = kept && kept.text === text ? null : choice;
  };

  /// What is erased is not remembered here either.
  const forget = () => (memory = null);

  const signal = !!declared.gpc && navigator.globalPrivacyControl === true;
  /// The choice in force; services that it does not know are refused until it is made again.
  const state = () => {
    const choice = memory || stored();
    const unknown = services.filter((service) => !choice || !(service.mark in choice.grants));
    const isDecided = !!choice && !unknown.length;
    const isOff = (service) => signal && service.shares && !choice.flags.includes("g");
    const granted = new Set();
    for (const service of services) {
      if (isDecided && choice.grants[service.mark] && !isOff(service)) granted.add(service.id);
    }
    return { choice, isDecided, unknown: choice ? unknown : [], granted };
  };

  const refusesTracking = !!declared.dnt && navigator.doNotTrack === "1";
  window.clevio = window.clevio || {};
  clevio.privacy = { declared, services, home, key, signal, refusesTracking, encode, write, forget, state };

  if (declared.google) {
    window.dataLayer = window.dataLayer || [];
    window.gtag = function () {
      window.dataLayer.push(arguments);
    };
    const all = { security_storage: "granted" };
    for (const name of ["ad_storage", "ad_user_data", "ad_personalization", "analytics_storage"])
      all[name] = "denied";
    for (const name of ["functionality_storage", "personalization_storage"]) all[name] = "denied";
    window.gtag("consent", "default", all);
  }
})();
