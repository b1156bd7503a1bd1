// @ts-check
// Reports: each with its words in context, who says so, and where; figures side by side.

import { button, count, make } from "../../web/dom.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Article} Article */

const FIRST_REPORTS = 20;

/** Who says so, in short: outlet or title, and the speaker. @param {Report} report @param {Article} article */
export function voice(report, article) {
  const outlet = article.publisher || article.title || "";
  return report.speaker ? `${report.speaker}, in ${outlet}` : outlet;
}

/** Outlet, title and date of an article. @param {Article} article */
function sourceLine(article) {
  return [article.publisher, article.title, article.issued].filter(Boolean).join(" · ");
}

/**
 * The tolls told by each voice, side by side; null where nobody differs.
 * @param {Graph} graph @param {import("./types.js").Toll[]} tolls @param {Report[]} reports
 */
export function figureTable(graph, tolls, reports) {
  const kinds = tolls.filter(({ disputed }) => disputed).map(({ kind }) => kind);
  const cell = (/** @type {Report} */ report, /** @type {string} */ kind) =>
    (report.figures ?? [])
      .filter(([told, , partial]) => told === kind && !partial)
      .map(([, figure]) => figure)
      .join("; ");
  const rows = reports
    .filter((report) => kinds.some((kind) => cell(report, kind)))
    .map((report) => {
      const article = graph.articles[report.article];
      return make(
        "tr",
        {},
        make("th", { scope: "row", text: voice(report, article), dir: "auto" }),
        ...kinds.map((kind) => make("td", { text: cell(report, kind) || "–" })),
        make("td", { text: report.stance.toLowerCase() }),
        make("td", { class: "day", text: article.issued || "–" }),
      );
    });
  if (!rows.length) return null;
  const head = ["Who says", ...kinds, "Stance", "Date"].map((name) => make("th", { scope: "col", text: name }));
  return make("table", { id: "figures" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

/** The quote between the words that stand around it. @param {Report} report */
function quoteBlock(report) {
  const around = (/** @type {string | undefined} */ text) => (text ? make("span", { class: "faint", text }) : null);
  return make(
    "blockquote",
    { dir: "auto" },
    around(report.before),
    make("q", { text: report.quote }),
    around(report.after),
  );
}

/** @param {Report} report @param {Article} article */
export function reportBlock(report, article) {
  const text = sourceLine(article);
  const source = article.url
    ? make("a", { href: article.url, rel: "noopener noreferrer", target: "_blank", text })
    : make("span", { text });
  const says = report.speaker ? `According to ${report.speaker}` : "The article itself says so";
  const sure = report.confidence ? ` · confidence ${report.confidence}` : "";
  const when = report.when ? ` · time told: “${report.when}”` : "";
  const figures = (report.figures ?? []).map(([kind, figure]) => `${kind}: ${figure}`).join("; ");
  return make(
    "article",
    { class: "report" },
    quoteBlock(report),
    make("p", { dir: "auto" }, source),
    make(
      "p",
      { class: "faint", dir: "auto" },
      make("span", { text: `${says} · ` }),
      make("span", { class: report.stance === "Asserted" ? "" : "doubt", text: report.stance }),
      make("span", { text: sure + when }),
    ),
    figures ? make("p", { class: "faint", text: figures, dir: "auto" }) : null,
  );
}

/** The reports, the first of them at once and the rest on demand. @param {Graph} graph @param {Report[]} reports */
export function reportList(graph, reports) {
  if (!reports.length) {
    const curated = "No article on this page says so: it is curated knowledge.";
    return make("div", {}, make("p", { class: "faint", text: curated }));
  }
  const build = (/** @type {Report} */ report) => reportBlock(report, graph.articles[report.article]);
  const list = make("div", {}, ...reports.slice(0, FIRST_REPORTS).map(build));
  if (reports.length > FIRST_REPORTS) {
    const more = button(`Show all ${count(reports.length, "report")}`, () =>
      more.replaceWith(...reports.slice(FIRST_REPORTS).map(build)),
    );
    list.append(more);
  }
  return list;
}
