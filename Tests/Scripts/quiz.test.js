// Quizzes on the pages of a built portal: taken, marked, and remembered.
"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { open, settle } = require("./page.js");

const lesson = "courses/birds/start/quiz.html";
const key = "clevio:progress:birds";

/** The quiz of a page, with what is done in it. */
async function take(options, place = lesson) {
  const tab = await open(place, options);
  const question = (words) => tab.all(".question").find((each) => each.querySelector("legend").textContent.includes(words));
  const choose = (words, ...values) => {
    for (const input of question(words).querySelectorAll("input[type=radio], input[type=checkbox]")) {
      input.checked = values.includes(input.closest("label").textContent.trim());
    }
  };
  const write = (words, text) => (question(words).querySelector("input:not([type=radio], [type=checkbox])").value = text);
  const match = (words, pairs) => {
    for (const select of question(words).querySelectorAll("select")) {
      const item = select.closest("li, label, p, div").textContent;
      const wanted = Object.keys(pairs).find((each) => item.trim().startsWith(each));
      const option = [...select.options].find((each) => each.textContent.trim() === pairs[wanted]);
      select.value = option ? option.value : "";
    }
  };
  const order = async (words, wanted) => {
    const list = question(words).querySelector(".quiz-order, ol, ul");
    for (const [place, text] of wanted.entries()) {
      const item = [...list.children].find((each) => each.querySelector("span").textContent.trim() === text);
      while ([...list.children].indexOf(item) > place) await tab.click(item.querySelector("[data-move=up]"));
    }
  };
  const check = async () => {
    tab.one(".quiz").dispatchEvent(new tab.window.Event("submit", { cancelable: true, bubbles: true }));
    await settle();
  };
  const answerAll = async (isRight = true) => {
    choose("sings at night", isRight ? "The nightingale" : "The hen");
    choose("can swim", "Ducks", ...(isRight ? ["Penguins"] : []));
    write("swallows build", isRight ? " A Nest" : "a web");
    write("How many legs", isRight ? "2" : "4");
    match("Match each bird", isRight ? { Owl: "Mice", Finch: "Seeds" } : { Owl: "Seeds", Finch: "Mice" });
    await order("in order", isRight ? ["Egg", "Chick", "Bird"] : ["Bird", "Chick", "Egg"]);
  };
  const said = (words) => question(words).querySelector(".quiz-result")?.dataset.result;
  return { ...tab, question, choose, write, match, order, check, answerAll, said };
}

test("counts one attempt where Check is pressed twice before the script is there", async () => {
  const tab = await take();
  await tab.answerAll(false);
  await Promise.all([tab.check(), tab.check()]);
  assert.equal(Object.values(JSON.parse(tab.stored()[key]).quizzes)[0].attempts, 1);
  assert.equal(tab.all(".quiz-end button")[1].hidden, false, "another is left");
});

test("says which questions have no answer, and goes to the first", async () => {
  const tab = await take();
  const { id } = tab.question("sings at night").querySelector("legend [id]");
  tab.one("main").insertAdjacentHTML("afterbegin", `<h2 id="${id}-result">Result</h2>`);
  tab.write("How many legs", "two");
  await tab.check();
  assert.equal(tab.said("sings at night"), "missing");
  const described = tab.question("sings at night").getAttribute("aria-describedby");
  assert.ok(tab.document.getElementById(described).matches(".quiz-result"));
  assert.equal(tab.question("How many legs").querySelector(".quiz-result").textContent, tab.one(".quiz").dataset.sayNumber);
  assert.equal(tab.document.activeElement.closest(".question"), tab.all(".question .quiz-result")[0].closest(".question"));
  assert.equal(tab.stored()[key], undefined);
  tab.choose("sings at night", "The hen");
  await tab.check();
  assert.equal(tab.said("sings at night"), undefined);
});

test("marks a right attempt, shows what the author says, and completes the lesson", async () => {
  const tab = await take();
  await tab.answerAll();
  await tab.check();
  const results = tab.all(".question").map((each) => each.querySelector(".quiz-result").dataset.result);
  assert.deepEqual(results, Array(6).fill("right"));
  assert.match(tab.text(".quiz-end-result"), /100%/);
  assert.equal(tab.document.activeElement, tab.one(".quiz-end-result"));
  assert.match(tab.question("sings at night").querySelector(".quiz-choices").textContent, /Yes, it does/);
  assert.equal(tab.question("sings at night").querySelector(".quiz-answer").open, true);
  assert.ok(tab.all(".question").every((each) => each.disabled));
  const kept = JSON.parse(tab.stored()[key]);
  assert.equal(Object.values(kept.quizzes)[0].best, 100);
  assert.ok(Object.keys(kept.done).length === 1, "the lesson is done");
});

test("completes the lesson that it was taken in, where a reader shows the next one meanwhile", async () => {
  const tab = await take();
  await tab.answerAll();
  const { clevio } = tab.window;
  const { load } = clevio;
  clevio.load = async (name) => {
    await load(name);
    if (name !== "deeds") return;
    tab.one("main").dataset.lesson = "start/more";
    tab.one(".quiz").remove();
  };
  await tab.check();
  assert.deepEqual(Object.keys(JSON.parse(tab.stored()[key]).done), ["start/quiz"]);
});

test("marks wrong and partly right answers, and counts attempts down to none", async () => {
  const tab = await take();
  const end = () => tab.text(".quiz-end-result");
  assert.match(end(), /60/);
  await tab.answerAll(false);
  await tab.check();
  assert.equal(tab.said("can swim"), "partly");
  for (const words of ["sings at night", "swallows build", "How many legs"]) assert.equal(tab.said(words), "wrong", words);
  assert.match(tab.question("sings at night").querySelector(".quiz-choices").textContent, /Hens sleep/);
  assert.equal(tab.question("sings at night").querySelector(".quiz-answer").hidden, true, "the answer stays hidden");
  const [check, again] = tab.all(".quiz-end button");
  assert.deepEqual([check.hidden, again.hidden], [true, false]);
  await tab.click(again);
  assert.equal(tab.all(".quiz-result").length, 0);
  assert.ok(tab.document.activeElement.closest(".question"));
  await tab.answerAll(false);
  await tab.check();
  assert.deepEqual([check.hidden, again.hidden], [true, true], "no attempt is left");
  assert.equal(tab.question("sings at night").querySelector(".quiz-answer").open, true, "now it is told");
  assert.ok(end().includes(tab.one(".quiz").dataset.saySpent));

  const later = await take({ stored: tab.stored() });
  assert.ok(later.all(".question").every((each) => each.disabled), "also when the page is opened again");
  await later.check();
  assert.equal(later.all(".quiz-result").length, 0);
});

for (const [mark, passed] of [[66, "true"], [67, "false"]]) {
  test(`four of six are 66 %, which is ${passed === "true" ? "" : "not "}enough for ${mark} %`, async () => {
    const tab = await take({ before: (window) => (window.document.querySelector(".quiz").dataset.pass = mark) });
    await tab.answerAll();
    tab.write("swallows build", "a web");
    tab.write("How many legs", "4");
    await tab.check();
    assert.match(tab.text(".quiz-end-result"), / 4 of 6 right · 66%/);
    assert.equal(tab.one(".quiz-end-result").dataset.passed, passed);
    assert.equal(Object.values(JSON.parse(tab.stored()[key]).quizzes)[0].score, 66);
  });
}

test("a result is written as the page's language writes percents", async () => {
  const tab = await take({ before: (window) => (window.document.querySelector(".quiz").dataset.sayPercent = "{percent} %") });
  await tab.answerAll();
  await tab.check();
  assert.match(tab.text(".quiz-end-result"), / · 100 %/);
});

test("steps move by buttons that keep the focus and say the place", async () => {
  const tab = await take();
  const list = tab.question("in order").querySelector("[data-move]").closest("li").parentElement;
  const words = () => [...list.children].map((item) => item.querySelector("span").textContent.trim());
  const [first, second, third] = words();
  const down = list.children[0].querySelector("[data-move=down]");
  await tab.click(down);
  assert.deepEqual(words(), [second, first, third]);
  assert.equal(tab.document.activeElement, down);
  assert.ok(list.nextElementSibling.textContent.includes(first));
  await tab.click(list.children[0].querySelector("[data-move=up]"));
  assert.deepEqual(words(), [second, first, third], "the first goes no further up");
});

test("a quiz without a mark only tells the score, as often as one likes", async () => {
  const tab = await take({}, "courses/birds/start/more.html");
  for (const [answer, score] of [["Yes", "0%"], ["No", "100%"]]) {
    tab.choose("teeth", answer);
    await tab.check();
    assert.match(tab.text(".quiz-end-result"), new RegExp(score));
    await tab.click(tab.all(".quiz-end button")[1]);
  }
});

test("shuffles every question and answer, and loses none", async () => {
  const orders = new Set();
  for (let turn = 0; turn < 6; turn += 1) {
    const tab = await take({ before: (window) => (window.Math.random = () => ((turn * 5 + 1) % 7) / 7) });
    const order = tab.all(".question legend").map((legend) => legend.textContent);
    assert.equal(new Set(order).size, 6);
    assert.ok(tab.one(".quiz").lastElementChild.matches(".quiz-end"), "the end stays at the end");
    orders.add(order.join());
  }
  assert.ok(orders.size > 1);
});

test("says when a result cannot be kept", async () => {
  const tab = await take({
    before(window) {
      window.Storage.prototype.setItem = () => {
        throw new window.DOMException("", "QuotaExceededError");
      };
    },
  });
  await tab.answerAll();
  await tab.check();
  assert.ok(tab.text(".quiz-end").includes(tab.document.body.dataset.troubleFull));
});

test("a quiz on a page beside the courses is marked, and nothing is kept of it", async () => {
  const tab = await take({}, "self-test.html");
  assert.match(tab.text(".quiz-end-result"), /1/);
  tab.choose("Ready for birds", "No");
  await tab.check();
  assert.equal(tab.said("Ready for birds"), "wrong");
  assert.match(tab.text(".quiz-end-result"), /0 of 1 right/);
  assert.ok(tab.one(".quiz-answer").open, "no attempt is left");
  assert.deepEqual(Object.keys(tab.stored()), []);
});
