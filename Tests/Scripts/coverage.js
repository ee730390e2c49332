// Runs all tests of the theme's scripts, and tells how much of each script they ran.
// node coverage.js PORTAL
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { fileURLToPath } = require("node:url");

const root = path.join(__dirname, "../..");
const theme = path.join(root, "Themes/default");
const least = 90;

/** All files below a folder whose names end so. */
const filesOf = (folder, end) =>
  fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(end)).sort().map((name) => path.join(folder, name));

/** For each offset in a source whether one run of it got there. */
function offsets(functions, length) {
  const isReached = new Uint8Array(length).fill(1);
  // Ranges are nested, inner ones after outer ones.
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges) isReached.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return isReached;
}

/** For each script of the theme the offsets that any process reached. */
function reached(folder) {
  const found = new Map();
  for (const name of fs.readdirSync(folder)) {
    for (const { url, functions } of JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")).result) {
      if (!url.startsWith("file:")) continue;
      const file = fileURLToPath(url);
      if (!file.startsWith(theme)) continue;
      const own = offsets(functions, fs.statSync(file).size);
      const all = found.get(file);
      if (all) own.forEach((value, at) => (all[at] |= value));
      else found.set(file, own);
    }
  }
  return found;
}

/** How many lines with code a script has, and of which of them nothing ran. */
function lines(file, isReached) {
  const missed = [];
  let count = 0;
  let offset = 0;
  fs.readFileSync(file, "utf8").split("\n").forEach((line, index) => {
    const start = offset + line.length - line.trimStart().length;
    const end = offset + line.trimEnd().length;
    offset += line.length + 1;
    if (!/[\p{L}\p{N}]/u.test(line) || /^\s*\/\//.test(line)) return;
    count += 1;
    if (!isReached || !isReached.subarray(start, end).some(Boolean)) missed.push(index + 1);
  });
  return { count, missed };
}

function main(portal) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "coverage-"));
  try {
    const tests = ["Scripts", "Learner", "Reader"].flatMap((name) => filesOf(path.join(root, "Tests", name), ".test.js"));
    // Debian keeps its packages, of which jsdom is one, where other builds of Node do not look.
    const env = { ...process.env, NODE_PATH: "/usr/share/nodejs", NODE_V8_COVERAGE: folder, CLEVIO_TEST_PORTAL: path.resolve(portal) };
    const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=dot", ...tests], { env, stdio: "inherit" });
    const found = reached(folder);
    let isEnough = true;
    for (const file of filesOf(theme, ".js")) {
      const { count, missed } = lines(file, found.get(file));
      const percent = (100 * (count - missed.length)) / count;
      isEnough &&= percent >= least;
      const note = percent < least ? "  not run: " + missed.join(" ") : "";
      console.log(`${path.relative(theme, file).padEnd(32)} ${percent.toFixed(1).padStart(6)} %${note}`);
    }
    if (!isEnough) console.log(`a script has less than ${least} % of its lines run by the tests`);
    return status === 0 && isEnough ? 0 : 1;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

process.exitCode = main(process.argv[2]);
