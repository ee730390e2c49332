// What a learner says, as the statements whose digests the page carries.
(() => {
  "use strict";
  const { quiz } = clevio;

  // Words as they are compared: NFKD, small letters, "ss" for "ß", plain quotation marks and hyphens, single spaces,
  // and nothing of what is not seen or only makes words wider.
  quiz.comparable = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\u03C2/g, "\u03C3")
      .replace(/ß/g, "ss")
      .replace(/[\u200B-\u200F\u0640]/g, "")
      .replace(/[‘’‚‛′]/g, "'")
      .replace(/[“”„‟«»″]/g, '"')
      .replace(/[‐‒–—−]/g, "-")
      .replace(/\s+/g, " ")
      .trim();

  // A number as it is written where `decimal` is the decimal mark; NaN for everything else.
  quiz.number = (text, decimal) => {
    let digits = text
      .normalize("NFKC")
      .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => digit.charCodeAt(0) & 15)
      .replace(/\u066B/g, ".")
      .replace(/[\s'’_\u066C]/g, "")
      .replace(/[−–]/g, "-");
    const group = decimal === "," ? "." : ",";
    const marks = digits.match(/[.,]/g) || [];
    const last = marks.at(-1);
    const isRepeated = marks.length > 1 && marks.every((mark) => mark === last);
    const isThousand = marks.length === 1 && last === group && /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
    if (isRepeated || isThousand) digits = digits.replace(/[.,]/g, "");
    else if (marks.length) digits = digits.replaceAll(last === "," ? "." : ",", "").replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
  };

  // The bits of a number, as Swift writes them.
  quiz.bits = (number) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, number + 0); // minus zero is zero
    return [0, 4].map((at) => view.getUint32(at).toString(16).padStart(8, "0")).join("");
  };

  // The numbers of the grid's points next to a number: two where it lies half way between them.
  quiz.points = (number, step, offset) => {
    if (!step) return [number];
    const place = (number - offset) / step;
    return [...new Set([Math.ceil(place - 0.500001), Math.floor(place + 0.500001)])];
  };

  const values = (list) => list.map((each) => each.value);

  // What is said in a question: {statements, isGiven, isNumber}.
  quiz.given = (question) => {
    const { kind, step, offset, decimal } = question.dataset;
    const all = (selector) => [...question.querySelectorAll(selector)];
    switch (kind) {
      case "single":
      case "multiple": {
        const statements = values(all(".quiz-choices input:checked"));
        return { statements, isGiven: statements.length > 0 };
      }
      case "matching": {
        const chosen = values(all(".quiz-pairs select"));
        return { statements: chosen.map((value, index) => index + " " + value), isGiven: chosen.every(Boolean) };
      }
      case "ordering":
        return { statements: all(".quiz-steps > li").map((item, index) => index + " " + item.dataset.value), isGiven: true };
      default: {
        const text = question.querySelector(".quiz-field input").value.trim();
        if (kind === "text") return { statements: [quiz.comparable(text)], isGiven: text !== "" };
        const number = quiz.number(text, decimal);
        const points = Number.isNaN(number) ? [] : quiz.points(number, Number(step || 0), Number(offset || 0));
        return { statements: points.map(quiz.bits), isGiven: text !== "", isNumber: points.length > 0 };
      }
    }
  };

  // Judges statements: "right", "partly" or "wrong".
  quiz.judge = (question, statements) => {
    const { kind, question: id, answer } = question.dataset;
    const right = new Set(answer.split(" "));
    const hits = statements.filter((statement) => right.has(quiz.digest(statement, id))).length;
    if (kind === "text" || kind === "number") return hits ? "right" : "wrong";
    if (hits === right.size && statements.length === right.size) return "right";
    return hits && kind !== "single" ? "partly" : "wrong";
  };
})();
