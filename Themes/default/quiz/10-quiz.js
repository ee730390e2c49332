// Prepares quizzes: what was reached before, the order of questions, another attempt. Marking comes when it is wanted.
(() => {
  "use strict";
  const { element, progress, fill } = clevio;

  const shuffle = (parent, items) => {
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      [items[i], items[j]] = [items[j], items[i]];
    }
    items.forEach((item) => parent.append(item));
  };

  const clear = (question) => {
    question.disabled = false;
    question.removeAttribute("aria-describedby");
    for (const old of question.querySelectorAll(".quiz-result, .quiz-choices .quiz-feedback")) old.remove();
    const answer = question.querySelector(".quiz-answer");
    if (answer) answer.open = false;
    if (answer) answer.hidden = true;
  };

  const connect = (form) => {
    const says = form.dataset;
    const questions = [...form.querySelectorAll(".question[data-answer]")];
    const place = form.closest("[data-course][data-lesson]");
    const { course: id, lesson } = place ? place.dataset : {};
    const limit = Number(says.attempts) || Infinity;
    const mark = says.pass === undefined ? null : Number(says.pass);
    const end = form.querySelector(".quiz-end");
    const result = end.querySelector(".quiz-end-result");
    const [check, again] = end.querySelectorAll("button");

    const attempt = {
      form, questions, place, limit, mark, end, result, check, again, clear,
      // Without a lesson to count for, attempts are counted for the page alone.
      own: null,
      known: () => (place ? progress.read(id).quizzes[lesson + "#" + says.quiz] : attempt.own) || {},
      left: () => Math.max(0, limit - (attempt.known().attempts || 0)),
      attemptsLine: () =>
        limit === Infinity ? "" : attempt.left() ? fill(says.sayLeft, { n: attempt.left() }) : says.saySpent,
      markLine: () => (mark === null ? "" : fill(says.sayMark, { percent: mark })),

      // The first in large letters, where something was judged; the rest in one line.
      lines(...texts) {
        const all = texts.map((text) => [text].flat().filter(Boolean).join(" · ")).filter(Boolean);
        result.replaceChildren(...all.map((text) => element("p", {}, text)));
      },

      reveal(isAll) {
        for (const question of questions) {
          const isRight = question.querySelector("[data-result='right']") !== null;
          const answer = question.querySelector(".quiz-answer");
          answer.hidden = !(isAll || isRight);
          answer.open = isRight || (isAll && !attempt.left());
        }
      },
    };

    const begin = () => {
      questions.forEach(clear);
      form.reset();
      if ("shuffle" in says) {
        // So that the first of them is the first on the page.
        shuffle(form, questions);
        for (const list of form.querySelectorAll(".quiz-choices")) shuffle(list, [...list.children]);
        form.append(end);
      }
      check.hidden = attempt.left() === 0;
      again.hidden = true;
      form.dataset.ready = "";
      const { score, attempts } = attempt.known();
      delete result.dataset.passed;
      attempt.lines([attempt.markLine(), attempt.attemptsLine(), attempts && fill(says.sayEarlier, { percent: score })]);
      if (!attempt.left()) {
        for (const question of questions) question.disabled = true;
        attempt.reveal(true);
      }
    };

    // Who begins to answer will want it marked.
    const marking = (act, ...what) =>
      clevio.load("marking").then(() => clevio.quiz[act](attempt, ...what), () => attempt.lines(says.sayUnmarked));
    form.addEventListener("focusin", () => clevio.load("marking").catch(() => {}), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!check.hidden) marking("check");
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) marking("move", button);
    });
    again.addEventListener("click", () => {
      begin();
      form.querySelector(".question :is(input, select, button)")?.focus();
    });
    begin();
  };

  clevio.enhancing((root) => {
    for (const form of root.querySelectorAll("form.quiz:not([data-ready])")) connect(form);
  });
})();
