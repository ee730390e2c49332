// The theme's search in Node, over the index of a built portal: what is loaded and what is found, without a browser.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const theme = path.join(__dirname, "../../Themes/default/search");
// Those that touch nothing of a page but to load scripts.
const scripts = ["10-words.js", "20-files.js", "30-terms.js", "40-find.js"].map(
  (name) => new vm.Script(fs.readFileSync(path.join(theme, name), "utf8"), { filename: path.join(theme, name) }),
);

/** The search of a page that was just opened; `loaded` has the size of each script that it took. */
function open(portal, language) {
  const loaded = new Map();
  const head = {
    append(script) {
      fs.readFile(path.join(portal, decodeURI(script.src)), "utf8", (error, text) => {
        if (error) return script.onerror();
        loaded.set(script.src, text);
        vm.runInContext(text, world);
        script.onload();
      });
    },
  };
  const world = vm.createContext({
    document: { head, documentElement: { lang: language, dataset: { root: "" } } },
    clevio: { element: (_, attributes) => ({ ...attributes }) },
  });
  world.window = world;
  for (const script of scripts) script.runInContext(world);
  return { search: world.clevioSearch, loaded };
}

module.exports = { open };
