// @ts-check
// The lines beside the pointer, made of text, kept inside the stage.

import { make, part } from "../../web/dom.js";
import { reportsOf } from "./graph.js";
import { detailOf } from "./panel.js";
import { voice } from "./reports.js";

const MOST_FACTS = 6;
const MOST_QUOTES = 2;

/** The title, the first facts, and the first words that prove them. @param {import("./types.js").Graph} graph @param {string} id @returns {string[]} */
export function hoverLines(graph, id) {
  const found = graph.find.get(id);
  if (!found) return [];
  const short = (/** @type {string} */ text) => (text.length > 140 ? `${text.slice(0, 139)}…` : text);
  const detail = detailOf(graph, found);
  const tolls = detail.tolls.map(({ kind, text }) => `${kind}: ${text}`);
  const facts = detail.facts.map(([name, value]) => `${name}: ${short(value)}`);
  const reports = reportsOf(graph, found);
  const quotes = reports.slice(0, MOST_QUOTES).map((index) => {
    const report = graph.evidence[index];
    const stance = report.stance === "Asserted" ? "" : ` (${report.stance.toLowerCase()})`;
    return `“${short(report.quote)}” ${voice(report, graph.articles[report.article])}${stance}`;
  });
  const more = reports.length - quotes.length;
  const rest = more > 0 ? [`and ${more} more report${more > 1 ? "s" : ""}`] : [];
  return [short(detail.title), detail.cls, ...[...tolls, ...facts].slice(0, MOST_FACTS), ...quotes, ...rest];
}

/** @param {import("./types.js").Graph} graph @returns {(id: string, x: number, y: number) => void} shows, or hides for "" */
export function makeHover(graph) {
  const box = part("hover");
  const stage = part("stage");
  return (id, x, y) => {
    const lines = id ? hoverLines(graph, id) : [];
    box.hidden = !lines.length;
    if (box.hidden) return;
    box.replaceChildren(...lines.map((text) => make("p", { text, dir: "auto" })));
    box.style.left = `${Math.max(Math.min(x + 14, stage.clientWidth - box.offsetWidth - 6), 4)}px`;
    box.style.top = `${Math.max(Math.min(y + 14, stage.clientHeight - box.offsetHeight - 6), 4)}px`;
  };
}
