// Elements without a browser: what the learner's scripts touch of them, and no more.
"use strict";

class Element extends EventTarget {
  constructor(name = "div", dataset = {}, ...children) {
    super();
    Object.assign(this, { name, dataset, children, attributes: {}, hidden: false, open: false, value: "", text: "" });
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name === "href") this.href = new URL(value, "https://school.example/").href;
  }

  toggleAttribute(name, isThere) {
    if (isThere) this.attributes[name] = "";
    else delete this.attributes[name];
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  get textContent() {
    return this.text + this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.text = text;
    this.children = [];
  }

  setRangeText(text, start, end) {
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
  }

  focus() {
    Element.focused = this;
  }

  /** The elements below that a test gave the selector as a name, or that are of the name. */
  querySelectorAll(selector) {
    const elements = this.children.filter((child) => child instanceof Element);
    const fits = (child) => child.name === selector || child.selector === selector;
    return elements.flatMap((child) => [...(fits(child) ? [child] : []), ...child.querySelectorAll(selector)]);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  /** Does what somebody would do, and lets what follows from it happen. */
  async tell(type, more = {}) {
    this.dispatchEvent(Object.assign(new Event(type), more));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** An element that a script finds by `selector`. */
const named = (selector, dataset, ...children) => Object.assign(new Element("div", dataset, ...children), { selector });

module.exports = { Element, named };
