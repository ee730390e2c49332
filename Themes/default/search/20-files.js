// The index is classic scripts, which load from a disk too; a query loads only what it needs.
(() => {
  "use strict";
  const arrived = new Map();
  const loads = new Map();

  const script = (name) =>
    new Promise((resolve, reject) => {
      const { lang, dataset } = document.documentElement;
      const element = clevio.element("script", { src: `${dataset.root}search/${lang}/${name}.js` });
      const fail = () => {
        loads.delete(name); // to be tried again
        reject(new Error(name));
      };
      element.onload = () => (arrived.has(name) ? resolve(arrived.get(name)) : fail());
      element.onerror = fail;
      document.head.append(element);
    });

  Object.assign(clevioSearch, {
    load(name) {
      if (!loads.has(name)) loads.set(name, script(name));
      return loads.get(name);
    },
    terms: (_, count, parts) => {
      const files = parts.flatMap((firsts, part) => firsts.map((_, number) => `t${part}-${number}`));
      arrived.set("terms", { count, firsts: parts.flat(), files });
    },
    courses: (_, ranges) => arrived.set("courses", ranges),
    shard: (_, name, entries) => arrived.set("t" + name, entries),
    lists: (_, name, lists) => arrived.set("p" + name, lists),
    docs: (_, number, rows) => arrived.set("d" + number, rows),
    texts: (_, file, texts) => arrived.set("text/" + file, texts),
  });
})();
