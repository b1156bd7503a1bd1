// @ts-check
// An answer as bars: one a row, as long as its number.

import { isNumeric, number, words } from "./cells.js";
import { count, make, makeSvg } from "../../web/dom.js";

const MOST = 40;
const BAR = 22;
const LABEL = 320;
const WIDTH = 900;

const DEGREES = /^(lat|long?|lng|latitude|longitude)$/i;

/**
 * The numeric columns of an answer that aren't degrees.
 * @param {import("./ask.js").Table} table
 */
export function numericColumns(table) {
  const places = table.columns.map((_, at) => at);
  return places.filter((at) => isNumeric(table, at) && !DEGREES.test(table.columns[at]));
}

/** @param {import("./ask.js").Table} table */
export function drawChart(table) {
  const numeric = numericColumns(table);
  const picture = make("div", { class: "wide" });
  const choice = /** @type {HTMLSelectElement} */ (
    make("select", { id: "measure" }, ...numeric.map((at) => make("option", { value: String(at), text: table.columns[at] })))
  );
  const draw = () => picture.replaceChildren(bars(table, Number(choice.value), numeric));
  choice.addEventListener("change", draw);
  draw();
  const rest = table.rows.length > MOST ? `The first ${MOST} of ${count(table.rows.length, "row")}.` : "";
  const label = make("label", { for: "measure", text: "Bars show" });
  return make("div", {}, make("p", { class: "choice" }, label, choice, make("span", { class: "hint", text: rest })), picture);
}

/**
 * @param {import("./ask.js").Table} table
 * @param {number} column
 * @param {number[]} numeric
 */
function bars(table, column, numeric) {
  const rows = table.rows.slice(0, MOST);
  const values = rows.map((row) => number(row[column]) || 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const scale = (WIDTH - LABEL - 90) / (high - low || 1);
  const zero = LABEL - low * scale;
  const label = `Bars of ${table.columns[column]}; the table has the same numbers`;
  const height = rows.length * BAR + 8;
  const svg = makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "chart" });
  rows.forEach((row, at) => {
    const name = row.flatMap((cell, place) => (numeric.includes(place) ? [] : [words(cell)])).filter(Boolean).join(", ");
    const size = Math.abs(values[at]) * scale;
    const start = values[at] < 0 ? zero - size : zero;
    const middle = at * BAR + BAR / 2 + 4;
    svg.append(
      makeSvg("text", { x: LABEL - 8, y: middle, "text-anchor": "end" }, makeSvg("title", {}, name), shortened(name)),
      makeSvg("rect", { x: start, y: middle - 8, width: Math.max(size, 1), height: 16 }),
      makeSvg("text", { x: start + size + 6, y: middle }, words(row[column])),
    );
  });
  return svg;
}

/** @param {string} name */
function shortened(name) {
  const letters = [...name];
  return letters.length > 44 ? `${letters.slice(0, 43).join("")}…` : name;
}
