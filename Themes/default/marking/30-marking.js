// Marks all questions of an attempt at once, with the author's feedback, and moves steps.
(() => {
  "use strict";
  const { element, quiz, progress, course, fill } = clevio;
  const icons = { right: "icon-tick", partly: "icon-half", wrong: "icon-cross" };

  const say = (question, kind, text) => {
    let result = question.querySelector(".quiz-result");
    if (result) result.remove();
    result = element("p", { class: "quiz-result", "data-result": kind });
    if (icons[kind]) result.append(element("span", { class: "icon " + icons[kind], "aria-hidden": "true" }));
    result.append(text);
    question.querySelector("legend").after(result);
    // No heading's id has a colon.
    result.id = question.querySelector("legend [id]").id + ":result";
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

  // The first question without a usable answer; each of them says so.
  const incomplete = ({ questions, clear, form: { dataset: says } }) => {
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

  const judge = (question, says) => {
    const verdict = quiz.judge(question, quiz.given(question).statements);
    say(question, verdict, says["say" + verdict[0].toUpperCase() + verdict.slice(1)]);
    showFeedback(question);
    question.disabled = true;
    return { id: question.dataset.question, kind: question.dataset.kind, result: verdict };
  };

  // A lesson that quizzes complete is done when all of them are passed.
  const finish = (id, lesson, forms) => {
    const { quizzes } = progress.read(id);
    const isPassed = ({ dataset }) => (quizzes[lesson + "#" + dataset.quiz] || {}).passed;
    if (forms.every(isPassed)) course.finish(id, lesson).catch(() => {});
  };

  quiz.check = async (attempt) => {
    const { form, questions, place, mark, result, check } = attempt;
    // Pressed twice while this script was on its way.
    if (check.hidden) return;
    const says = form.dataset;
    const first = incomplete(attempt);
    if (first) return void first.querySelector("input, select").focus();
    check.hidden = true;
    const judged = questions.map((question) => judge(question, says));
    const right = judged.filter((each) => each.result === "right").length;
    const total = judged.length;
    // Never up: what failed must not show the mark.
    const score = Math.floor((right * 100) / total);
    const passed = mark === null || right * 100 >= mark * total;
    const { course: id, lesson, completion } = place ? place.dataset : {};
    // A reader may show another lesson by the time the answer is kept.
    const forms = place ? [...place.querySelectorAll("form.quiz")] : [];
    if (place) await course.answer(id, lesson, says.quiz, { score, right, total, passed, questions: judged }).catch(() => {});
    else attempt.own = { attempts: (attempt.known().attempts || 0) + 1, score };
    attempt.reveal(passed || attempt.limit === Infinity || !attempt.left());
    const verdict = mark === null ? "" : (passed ? says.sayPassed : says.sayFailed) + " · ";
    const line = verdict + fill(says.sayScore, { right, total }) + " · " + fill(says.sayPercent, { percent: score });
    attempt.lines(line, [attempt.markLine(), !passed && attempt.attemptsLine()]);
    result.dataset.passed = passed;
    attempt.again.hidden = !attempt.left();
    if (place) clevio.sayTrouble(attempt.end);
    result.focus();
    if (completion === "quiz") finish(id, lesson, forms);
  };

  // Steps change places by buttons, which keep the focus.
  quiz.move = ({ form }, button) => {
    const item = button.closest("li");
    const list = item.parentElement;
    const other = button.dataset.move === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (other && button.dataset.move === "up") other.before(item);
    else if (other) other.after(item);
    button.focus();
    let status = list.nextElementSibling;
    if (!status || !status.matches("[role=status]")) {
      status = element("p", { class: "visually-hidden", role: "status" });
      list.after(status);
    }
    const n = [...list.children].indexOf(item) + 1;
    const words = item.querySelector("span").textContent;
    status.textContent = fill(form.dataset.sayPlace, { item: words, n, total: list.children.length });
  };
})();
