// @ts-check
// What came back, in the views that suit it.

import { fields } from "./ask.js";
import { drawChart, numericColumns } from "./chart.js";
import { count, make, part } from "../../web/dom.js";
import { markShown, turnBy } from "../../web/knobs.js";
import { columns } from "./header.js";
import { drawMap, points } from "./map.js";
import { drawTable } from "./table.js";

const ROWS = ["csv", "tsv", "json", "xml"];
const TRIPLES = ["ttl", "nt", "jsonld", "rdf"];

/** @typedef {import("./ask.js").Answer} Answer */

/**
 * Shows an answer.
 * @param {Answer} answer
 * @param {string} query
 * @param {Record<string, string>} values
 * @param {string} wanted the view to begin with, if it suits
 * @param {(view: string) => void} onView
 */
export function showAnswer(answer, query, values, wanted, onView) {
  const views = viewsOf(answer, query);
  const names = Object.keys(views);
  const tabs = names.map((name) =>
    make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "shown", text: name }),
  );
  const show = (/** @type {number} */ at) => {
    markShown(tabs, at);
    part("shown").setAttribute("aria-labelledby", `tab-${names[at]}`);
    part("shown").replaceChildren(views[names[at]]());
    onView(names[at]);
  };
  turnBy(tabs, show);
  part("tabs").replaceChildren(...tabs);
  part("downloads").replaceChildren("As ", ...downloads(answer, query, values));
  part("results").hidden = false;
  show(Math.max(names.indexOf(wanted), 0));
}

/** @param {Answer} answer */
export function summary(answer) {
  if (answer.table) return count(answer.table.rows.length, "row");
  if (answer.turtle !== undefined) return "A graph";
  return answer.answer ? "Yes" : "No";
}

/** @param {Answer} answer @param {string} query @returns {Record<string, () => Node>} */
function viewsOf({ table, turtle, answer }, query) {
  if (turtle !== undefined) return { Turtle: () => make("pre", { text: turtle }) };
  if (!table) return { Answer: () => make("p", { class: "answer", text: answer ? "Yes" : "No" }) };
  /** @type {Record<string, () => Node>} */
  const views = { Table: () => drawTable(table, columns(query)) };
  if (numericColumns(table).length) views.Chart = () => drawChart(table);
  if (points(table).length) views.Map = () => drawMap(table);
  return views;
}

/** @param {Answer} answer @param {string} query @param {Record<string, string>} values */
function downloads(answer, query, values) {
  const forms = answer.turtle === undefined ? ROWS : TRIPLES;
  return forms.flatMap((form, at) => {
    const asked = fields(query, values);
    asked.set("format", form);
    const link = make("a", { href: `/sparql?${asked}`, download: `answer.${form}`, text: form.toUpperCase() });
    return at ? [", ", link] : [link];
  });
}
