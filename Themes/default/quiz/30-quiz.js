// Marks quizzes: all questions of an attempt at once, with the author's feedback.
(() => {
  "use strict";
  const { element, quiz, progress, course, fill } = clevio;

  const shuffle = (parent, items) => {
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      [items[i], items[j]] = [items[j], items[i]];
    }
    items.forEach((item) => parent.append(item));
  };

  const icons = { right: "icon-tick", partly: "icon-half", wrong: "icon-cross" };

  const say = (question, kind, text) => {
    let result = question.querySelector(".quiz-result");
    if (result) result.remove();
    result = element("p", { class: "quiz-result", "data-result": kind });
    if (icons[kind]) result.append(element("span", { class: "icon " + icons[kind], "aria-hidden": "true" }));
    result.append(text);
    question.querySelector("legend").after(result);
    result.id = question.querySelector("legend [id]").id + "-result";
    question.setAttribute("aria-describedby", result.id);
  };

  // What the author says of the answers that were chosen, under them.
  const showFeedback = (question) => {
    for (const input of question.querySelectorAll(".quiz-choices input:checked")) {
      const answer = question.querySelector(`.quiz-answer [data-choice="${input.value}"] > .quiz-feedback`);
      if (!answer) continue;
      const copy = answer.cloneNode(true);
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      input.closest("li").append(copy);
    }
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
    const { course: id, lesson, completion } = place ? place.dataset : {};
    const limit = Number(says.attempts) || Infinity;
    const mark = says.pass === undefined ? null : Number(says.pass);
    // Without a lesson to count for, attempts are counted for the page alone.
    let own = null;
    const known = () => (place ? progress.read(id).quizzes[lesson + "#" + says.quiz] : own) || {};

    const end = form.querySelector(".quiz-end");
    const result = end.querySelector(".quiz-end-result");
    const [check, again] = end.querySelectorAll("button");

    // The first in large letters, where something was judged; the rest in one line.
    const lines = (...texts) => {
      const all = texts.map((text) => [text].flat().filter(Boolean).join(" · ")).filter(Boolean);
      result.replaceChildren(...all.map((text) => element("p", {}, text)));
    };
    const left = () => Math.max(0, limit - (known().attempts || 0));
    const attemptsLine = () =>
      limit === Infinity ? "" : left() ? fill(says.sayLeft, { n: left() }) : says.saySpent;
    const markLine = () => (mark === null ? "" : fill(says.sayMark, { percent: mark }));

    const reveal = (isAll) => {
      for (const question of questions) {
        const isRight = question.querySelector("[data-result='right']") !== null;
        const answer = question.querySelector(".quiz-answer");
        answer.hidden = !(isAll || isRight);
        answer.open = isRight || (isAll && !left());
      }
    };

    const begin = () => {
      questions.forEach(clear);
      form.reset();
      if ("shuffle" in says) {
        shuffle(form, [...questions]);
        for (const question of questions) {
          const list = question.querySelector(".quiz-choices, .quiz-pairs");
          if (list && list.matches(".quiz-choices")) shuffle(list, [...list.children]);
        }
        form.append(end);
      }
      check.hidden = left() === 0;
      again.hidden = true;
      form.dataset.ready = "";
      const { score, attempts } = known();
      delete result.dataset.passed;
      lines([markLine(), attemptsLine(), attempts && fill(says.sayEarlier, { percent: score })]);
      if (!left()) {
        for (const question of questions) question.disabled = true;
        reveal(true);
      }
    };

    // The first question without a usable answer; each of them says so.
    const incomplete = () => {
      let first = null;
      for (const question of questions) {
        const { isGiven, isNumber } = quiz.given(question);
        if (isGiven && isNumber !== false) {
          clear(question);
          continue;
        }
        say(question, "missing", isGiven ? says.sayNumber : says.sayMissing);
        first = first || question;
      }
      return first;
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (check.hidden) return;
      const first = incomplete();
      if (first) return void first.querySelector("input, select").focus();
      const judged = questions.map((question) => {
        const { statements } = quiz.given(question);
        const verdict = quiz.judge(question, statements);
        say(question, verdict, says["say" + verdict[0].toUpperCase() + verdict.slice(1)]);
        showFeedback(question);
        question.disabled = true;
        return { id: question.dataset.question, kind: question.dataset.kind, result: verdict };
      });
      const right = judged.filter((each) => each.result === "right").length;
      const total = judged.length;
      const score = Math.round((right * 100) / total);
      const passed = mark === null || right * 100 >= mark * total;
      if (place) course.answer(id, lesson, says.quiz, { score, right, total, passed, questions: judged });
      else own = { attempts: (known().attempts || 0) + 1, score };
      const isAll = passed || limit === Infinity || !left();
      reveal(isAll);
      const verdict = mark === null ? "" : (passed ? says.sayPassed : says.sayFailed) + " · ";
      lines(verdict + fill(says.sayScore, { right, total }) + " · " + score + "%", [markLine(), !passed && attemptsLine()]);
      result.dataset.passed = passed;
      check.hidden = true;
      again.hidden = !left();
      if (place) clevio.sayTrouble(end);
      result.focus();
      if (place && completion === "quiz") finish();
    });

    // A lesson that quizzes complete is done when all of them are passed.
    const finish = () => {
      const state = progress.read(id);
      const all = [...place.querySelectorAll("form.quiz")].map((each) => lesson + "#" + each.dataset.quiz);
      if (all.every((key) => (state.quizzes[key] || {}).passed)) course.finish(id, lesson).catch(() => {});
    };

    again.addEventListener("click", () => {
      begin();
      const first = form.querySelector(".question :is(input, select, button)");
      if (first) first.focus();
    });

    // Steps change places by buttons, which keep the focus.
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      const item = button.closest("li");
      const other = button.dataset.move === "up" ? item.previousElementSibling : item.nextElementSibling;
      if (other && button.dataset.move === "up") other.before(item);
      else if (other) other.after(item);
      button.focus();
      const list = item.parentElement;
      let status = list.nextElementSibling;
      if (!status || !status.matches("[role=status]")) {
        status = element("p", { class: "visually-hidden", role: "status" });
        list.after(status);
      }
      const n = [...list.children].indexOf(item) + 1;
      const words = item.querySelector("span").textContent;
      status.textContent = fill(says.sayPlace, { item: words, n, total: list.children.length });
    });

    begin();
  };

  clevio.enhancing((root) => {
    for (const form of root.querySelectorAll("form.quiz:not([data-ready])")) connect(form);
  });
})();
