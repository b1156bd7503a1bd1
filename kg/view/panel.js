"use strict";
// The evidence panel: facts, relations, figures side by side, then each report's words.

const FIRST_REPORTS = 20;

/** Who says so, in short: outlet or title, and the speaker. */
function voice(report, article) {
  const outlet = article.publisher || article.title;
  return report.speaker ? `${report.speaker}, in ${outlet}` : outlet;
}

/** Who says so, at length: outlet, title, date, and the speaker. */
function sourceLine(report, article) {
  const parts = [article.publisher, article.title, article.issued].filter(Boolean);
  const speaker = report.speaker ? `, according to ${report.speaker}` : "";
  return parts.join(" · ") + speaker;
}

/** A definition list of the facts and the tolls. */
function factList(detail) {
  const tolls = detail.tolls.map(([name, told, disputed]) => [
    name,
    disputed ? `${told} (sources differ)` : told,
  ]);
  const rows = [...tolls, ...detail.facts];
  if (detail.aliases.length) rows.push(["Also", detail.aliases.join(" · ")]);
  const cells = rows.flatMap(([name, value]) => [
    make("dt", { text: name }),
    make("dd", { text: value, dir: "auto" }),
  ]);
  return make("dl", {}, ...cells);
}

/** The tolls told by each voice, side by side; null where nobody differs. */
function figureTable(detail, reports, articles) {
  const kinds = detail.tolls.filter(([, , disputed]) => disputed).map(([kind]) => kind);
  if (!detail.compare || !kinds.length) return null;
  const cell = (report, kind) =>
    (report.figures ?? [])
      .filter(([told, , partial]) => told === kind && !partial)
      .map(([, figure]) => figure)
      .join("; ");
  const rows = reports
    .filter((report) => kinds.some((kind) => cell(report, kind)))
    .map((report) =>
      make(
        "tr",
        {},
        make("th", { scope: "row", text: voice(report, articles[report.article]), dir: "auto" }),
        ...kinds.map((kind) => make("td", { text: cell(report, kind) || "–" })),
        make("td", { text: articles[report.article].issued || "–" }),
      ),
    );
  const head = ["Who says", ...kinds, "Date"].map((name) => make("th", { scope: "col", text: name }));
  return make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

/** One report: its words, the article, the speaker, the stance. */
function reportBlock(report, article) {
  const text = [article.publisher, article.title, article.issued].filter(Boolean).join(" · ");
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
    make("blockquote", { text: report.quote, dir: "auto" }),
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

/** The reports, the first of them at once and the rest on demand. */
function reportList(reports, articles) {
  if (!reports.length) {
    const curated = "No article on this page says so: it is curated knowledge.";
    return make("div", {}, make("p", { class: "faint", text: curated }));
  }
  const build = (report) => reportBlock(report, articles[report.article]);
  const list = make("div", {}, ...reports.slice(0, FIRST_REPORTS).map(build));
  if (reports.length > FIRST_REPORTS) {
    const more = make("button", { type: "button", text: `Show all ${reports.length} reports` });
    more.addEventListener("click", () => {
      more.replaceWith(...reports.slice(FIRST_REPORTS).map(build));
    });
    list.append(more);
  }
  return list;
}

/** A list of buttons that lead to other nodes or edges. */
function linkList(view, ids, onChoose) {
  const items = ids.map((id) => {
    const button = make("button", { type: "button", text: view.details[id].title, dir: "auto" });
    button.addEventListener("click", () => onChoose(id));
    return make("li", {}, button);
  });
  return make("ul", { class: "links" }, ...items);
}

/** Fills and opens the panel; `linked` are ids of what it joins. */
function fillPanel(view, id, linked, { onChoose, onClose }) {
  const panel = document.getElementById("panel");
  const detail = view.details[id];
  const reports = detail.reports.map((index) => view.evidence[index]);
  const close = make("button", { type: "button", class: "close", "aria-label": "Close", text: "×" });
  close.addEventListener("click", onClose);
  const table = figureTable(detail, reports, view.articles);
  const parts = [
    close,
    make("h2", { text: detail.title, dir: "auto" }),
    make("p", { class: "faint", text: detail.cls }),
    factList(detail),
    table && make("h3", { text: "Figures side by side" }),
    table,
    linked.length ? make("h3", { text: `Joined to (${linked.length})` }) : null,
    linked.length ? linkList(view, linked, onChoose) : null,
    make("h3", { text: `Reports (${reports.length})` }),
    reportList(reports, view.articles),
  ];
  panel.replaceChildren(...parts.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
}
