// @ts-check
// The editor: a text area that offers words.

import { make, part } from "../../web/dom.js";
import { declaration, offers, wordBefore } from "./words.js";

/** @typedef {import("./words.js").Offer} Offer */

const area = /** @type {HTMLTextAreaElement} */ (part("query"));
const list = part("offers");
/** @type {import("./words.js").Words} */
let words = { prefixes: {}, terms: [] };
/** @type {Offer[]} */
let shown = [];
let chosen = 0;

/** @param {import("./words.js").Words} given */
export function offerWords(given) {
  words = given;
}

export function text() {
  return area.value;
}

/** @param {string} value */
export function write(value) {
  area.value = value;
  close();
}

/**
 * Puts the cursor at a place, counted from 1.
 * @param {number} line
 * @param {number} column
 */
export function goTo(line, column) {
  const before = area.value.split("\n").slice(0, line - 1);
  const place = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(place, Math.min(place + 1, area.value.length));
}

function close() {
  list.hidden = true;
  shown = [];
  area.removeAttribute("aria-activedescendant");
}

/** @param {boolean} asked whether the user asked for completions, so that few letters do */
function open(asked) {
  const word = wordBefore(area.value, area.selectionStart);
  const enough = asked || word.length >= 2 || word.endsWith(":");
  shown = enough ? offers(word, area.value, words) : [];
  if (shown.length === 0) {
    close();
    return;
  }
  list.replaceChildren(
    ...shown.map(({ insert, means }, at) =>
      make("li", { id: `offer-${at}`, role: "option" }, make("b", { text: insert }), make("span", { text: means })),
    ),
  );
  list.hidden = false;
  place(word);
  mark(0);
}

/** Puts the list under the word; the font is monospaced and lines don't wrap. */
function place(/** @type {string} */ word) {
  const gauge = part("gauge").getBoundingClientRect();
  const before = area.value.slice(0, area.selectionStart - word.length).split("\n");
  const pad = parseFloat(getComputedStyle(area).paddingLeft);
  const left = pad + ((before.at(-1) ?? "").length * gauge.width) / 20 - area.scrollLeft;
  const top = pad + before.length * gauge.height - area.scrollTop;
  list.style.left = `${Math.max(0, Math.min(left, area.clientWidth - list.offsetWidth))}px`;
  list.style.top = `${Math.min(top, area.clientHeight) + 2}px`;
}

/** @param {number} at */
function mark(at) {
  chosen = (at + shown.length) % shown.length;
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  list.children[chosen].scrollIntoView({ block: "nearest" });
  area.setAttribute("aria-activedescendant", `offer-${chosen}`);
}

/** @param {number} at */
function take(at) {
  const { insert } = shown[at];
  const end = area.selectionStart;
  area.setRangeText(insert, end - wordBefore(area.value, end).length, end, "end");
  const line = insert.endsWith(":") ? "" : declaration(insert, area.value, words.prefixes);
  if (line) area.setRangeText(line, headEnd(), headEnd(), "preserve");
  close();
  area.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Where the comments at the head of the query end. */
function headEnd() {
  return /^(?:#.*\n)*/.exec(area.value)?.[0].length ?? 0;
}

area.addEventListener("input", () => open(false));
area.addEventListener("blur", close);
area.addEventListener("click", close);
list.addEventListener("mousedown", (/** @type {MouseEvent} */ event) => {
  event.preventDefault();
  const item = /** @type {Element} */ (event.target).closest("li");
  if (item) take([...list.children].indexOf(item));
});
area.addEventListener("keydown", (event) => {
  if (event.key === " " && event.ctrlKey) {
    event.preventDefault();
    open(true);
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    close();
    area.form?.requestSubmit();
    return;
  }
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => mark(chosen + 1),
    ArrowUp: () => mark(chosen - 1),
    Enter: () => take(chosen),
    Tab: () => take(chosen),
    Escape: close,
  };
  const act = list.hidden || event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
