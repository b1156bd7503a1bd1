// @ts-check
// An answer as a table that can be sorted.

import { compare, isNumeric, words } from "./cells.js";
import { button, count, make } from "../../web/dom.js";

const STEP = 500;

/**
 * @param {import("./ask.js").Table} table
 * @param {Map<string, string>} help what stands in the columns
 */
export function drawTable(table, help) {
  const numeric = table.columns.map((_, at) => isNumeric(table, at));
  const body = make("tbody");
  const more = button("", () => next());
  let rows = table.rows;
  let drawn = 0;
  const next = () => {
    const added = rows.slice(drawn, drawn + STEP);
    body.append(...added.map((row) => make("tr", {}, ...row.map((cell, at) => tableCell(cell, numeric[at])))));
    drawn += added.length;
    more.hidden = drawn >= rows.length;
    more.textContent = `Show more of ${count(rows.length - drawn, "further row")}`;
  };
  /** @param {(import("./ask.js").Cell | undefined)[][]} ordered */
  const redraw = (ordered) => {
    [rows, drawn] = [ordered, 0];
    body.replaceChildren();
    next();
  };
  const heads = table.columns.map((name, at) => head(name, numeric[at], help.get(name)));
  heads.forEach((cell, at) =>
    cell.firstElementChild?.addEventListener("click", () => {
      const sign = turned(cell, heads) ? -1 : 1;
      redraw([...table.rows].sort((one, other) => sign * compare(one[at], other[at])));
    }),
  );
  next();
  const grid = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body);
  return make("div", {}, make("div", { class: "wide" }, grid), more, meanings(table.columns, help));
}

/** Marks the column to sort by; whether downwards, as it is the second time. @param {Element} cell @param {Element[]} heads */
function turned(cell, heads) {
  const down = cell.getAttribute("aria-sort") === "ascending";
  heads.forEach((one) => one.removeAttribute("aria-sort"));
  cell.setAttribute("aria-sort", down ? "descending" : "ascending");
  return down;
}

/** @param {string} name @param {boolean} numeric @param {string} [title] */
function head(name, numeric, title = "") {
  const sorter = make("button", { type: "button", text: name });
  return make("th", { scope: "col", class: numeric ? "number" : "", title }, sorter);
}

/** @param {import("./ask.js").Cell | undefined} cell @param {boolean} numeric */
function tableCell(cell, numeric) {
  const text = words(cell);
  if (numeric) return make("td", { class: "number", text });
  if (cell?.type !== "uri") return make("td", { class: room(text), dir: "auto", text });
  // The page of the thing here; addresses of the web are never followed from a table.
  return make("td", {}, make("a", { href: `/resource?iri=${encodeURIComponent(cell.value)}`, text }));
}

/** Dates and short names stay on a line, words whole; quotes get room. */
function room(/** @type {string} */ text) {
  if (text.length <= 12) return "short";
  if (text.length > 60) return "long";
  return text.split(/\s/).every((word) => word.length <= 16) ? "whole" : "";
}

/** @param {string[]} columns @param {Map<string, string>} help */
function meanings(columns, help) {
  const told = columns.filter((name) => help.has(name));
  if (told.length === 0) return null;
  const pairs = told.flatMap((name) => [make("dt", { text: name }), make("dd", { text: help.get(name) ?? "" })]);
  return make("details", { class: "meanings" }, make("summary", { text: "What the columns mean" }), make("dl", {}, ...pairs));
}
