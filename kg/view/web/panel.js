// @ts-check
// The evidence panel: facts, what it is joined to, figures side by side, then each report's words.

import { button, count, make, part } from "../../web/dom.js";
import { reportsOf, tieTitle, titleOf } from "./graph.js";
import { figureTable, reportList } from "./reports.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Found} Found */
/** @typedef {{ choose: (id: string) => void, close: () => void, actions: (id: string, found: Found) => Node[], way: string[] | null }} Uses */

const FIRST_LINKS = 25;
const FIRST_NAMES = 6;

/** What the panel tells of a thing, an event or a line. @param {Graph} graph @param {Found} found */
export function detailOf(graph, found) {
  if (found.sort === "thing") {
    const { label, cls, facts, also, begin, end } = graph.things[found.index];
    const span =
      begin && !facts?.some(([name]) => name === "Agreed on")
        ? /** @type {[string, string][]} */ ([["Events told", begin === end ? begin : `${begin} to ${end}`]])
        : [];
    return { title: label, cls, facts: [...span, ...(facts ?? [])], also: also ?? [], tolls: [], compare: false };
  }
  if (found.sort === "event") {
    const { label, cls, facts, tolls } = graph.events[found.index];
    return { title: label, cls, facts: facts ?? [], also: [], tolls: tolls ?? [], compare: true };
  }
  return tieDetail(graph, found.index);
}

/** @param {Graph} graph @param {number} index */
function tieDetail(graph, index) {
  const tie = graph.ties[index];
  const label = graph.relation.get(tie.kind)?.label ?? tie.kind;
  const stance = tie.stance === "Curated" ? "Curated knowledge" : tie.stance;
  const events = (tie.events ?? []).map((event) => graph.events[event]);
  const days = events
    .flatMap(({ begin, end }) => [begin, end])
    .filter((day) => day !== undefined)
    .sort();
  const facts = [...(tie.facts ?? [])];
  if (days.length) facts.unshift(["When", `${days[0]} to ${days[days.length - 1]}`]);
  // Figures of several events side by side would look like a quarrel that is none.
  const tolls = events.length === 1 ? (events[0].tolls ?? []) : addedTolls(events);
  return {
    title: tieTitle(graph, index),
    cls: `${label[0].toUpperCase()}${label.slice(1)} · ${stance}`,
    facts,
    also: [],
    tolls,
    compare: events.length === 1,
  };
}

/** The tolls of several events, added by kind. @param {import("./types.js").Happening[]} events @returns {import("./types.js").Toll[]} */
export function addedTolls(events) {
  const sums = /** @type {Map<string, { low: number, high: number, open: boolean, disputed: boolean }>} */ (new Map());
  for (const { kind, low, high, open, disputed } of events.flatMap(({ tolls }) => tolls ?? [])) {
    const sum = sums.get(kind) ?? { low: 0, high: 0, open: false, disputed: false };
    sums.set(kind, {
      low: sum.low + (low ?? 0),
      high: sum.high + (high ?? 0),
      open: sum.open || Boolean(open),
      disputed: sum.disputed || Boolean(disputed),
    });
  }
  return [...sums].map(([kind, sum]) => {
    const span =
      sum.low === sum.high
        ? sum.low.toLocaleString("en")
        : `${sum.low.toLocaleString("en")} to ${sum.high.toLocaleString("en")}`;
    return { kind, text: span + (sum.open ? " or more" : ""), ...sum };
  });
}

/** A definition list of the tolls and the facts. @param {ReturnType<typeof detailOf>} detail */
function factList(detail) {
  const tolls = detail.tolls.flatMap(({ kind, text, disputed, best }) => {
    const said = disputed ? `${text} (sources differ)` : text;
    return [[kind, best !== undefined && disputed ? `${said}, best count ${best.toLocaleString("en")}` : said]];
  });
  const rows = [...tolls, ...detail.facts];
  // A name that several values share stands once.
  const cells = rows.flatMap(([name, value], at) =>
    name === rows[at - 1]?.[0] ? [factCell(value)] : [make("dt", { text: name }), factCell(value)],
  );
  if (detail.also.length) cells.push(make("dt", { text: "Also" }), alsoCell(detail.also));
  return cells.length ? make("dl", {}, ...cells) : null;
}

/** A fact's value; an address of the web is a link, told without what all have. @param {string} value */
function factCell(value) {
  if (!/^https?:\/\/\S+$/.test(value)) return make("dd", { text: value, dir: "auto" });
  const text = value.replace(/^https?:\/\/(www\.)?/, "");
  return make("dd", {}, make("a", { href: value, rel: "noopener noreferrer", target: "_blank", text }));
}

/** Other names, the first at once: some have dozens. @param {string[]} names */
function alsoCell(names) {
  const cell = make("dd", { text: names.slice(0, FIRST_NAMES).join(" · "), dir: "auto" });
  const rest = names.length - FIRST_NAMES;
  if (rest > 0)
    cell.append(
      " ",
      button(`and ${rest} more`, () => (cell.textContent = names.join(" · ")), { class: "small" }),
    );
  return cell;
}

/** Ids of what something is joined to: lines and events of a thing, the parts of an event, the ends and events of a line. @param {Graph} graph @param {Found} found */
export function joinedTo(graph, found) {
  const byDay = (/** @type {number[]} */ events) =>
    [...events]
      .sort((one, other) => ((graph.events[one].begin ?? "~") < (graph.events[other].begin ?? "~") ? -1 : 1))
      .map((event) => graph.events[event].id);
  if (found.sort === "thing")
    return {
      lines: graph.tiesOf[found.index].map((tie) => graph.tieIds[tie]),
      events: byDay(graph.eventsOf[found.index]),
    };
  if (found.sort === "tie") {
    const tie = graph.ties[found.index];
    return {
      lines: [...new Set([graph.things[tie.from].id, graph.things[tie.to].id])],
      events: byDay(tie.events ?? []),
    };
  }
  const event = graph.events[found.index];
  const parts = [event.by, event.on, event.with, event.at, event.to, event.deals].flatMap((each) => each ?? []);
  return { lines: [...new Set(parts)].map((thing) => graph.things[thing].id), events: [] };
}

/** Buttons that lead to other things, the first at once. @param {Graph} graph @param {string} heading @param {string[]} ids @param {(id: string) => void} choose */
function linkList(graph, heading, ids, choose) {
  if (!ids.length) return [];
  const item = (/** @type {string} */ id) =>
    make(
      "li",
      {},
      button(titleOf(graph, id), () => choose(id), { dir: "auto" }),
    );
  const list = make("ul", { class: "links" }, ...ids.slice(0, FIRST_LINKS).map(item));
  const rest = ids.slice(FIRST_LINKS);
  if (rest.length) {
    const more = make(
      "li",
      {},
      button(`and ${rest.length.toLocaleString("en")} more`, () => more.replaceWith(...rest.map(item))),
    );
    list.append(more);
  }
  return [make("h3", { text: `${heading} (${ids.length.toLocaleString("en")})` }), list];
}

/** The way between two things, step by step. @param {Graph} graph @param {string[]} way @param {(id: string) => void} choose */
function wayList(graph, way, choose) {
  const lines = way.filter((id) => graph.find.get(id)?.sort === "tie");
  const told = way.length ? count(lines.length, "step") : "nothing that is shown joins these two";
  return [
    make("h3", { text: `Shortest path: ${told}` }),
    make(
      "ol",
      { class: "links", id: "way" },
      ...lines.map((id) =>
        make(
          "li",
          {},
          button(titleOf(graph, id), () => choose(id), { dir: "auto" }),
        ),
      ),
    ),
  ];
}

/** The same button of the new panel, else the panel, so that who uses keys is not thrown out. @param {HTMLElement} panel @param {Element} held */
function keepFocus(panel, held) {
  const act = held instanceof HTMLElement ? held.dataset.act : undefined;
  const same = act ? panel.querySelector(`[data-act="${act}"]`) : null;
  (same instanceof HTMLElement ? same : panel).focus({ preventScroll: Boolean(same) });
}

/** Fills and opens the panel. @param {Graph} graph @param {string} id @param {Uses} uses */
export function fillPanel(graph, id, uses) {
  const panel = part("panel");
  const found = graph.find.get(id);
  if (!found) return;
  const detail = detailOf(graph, found);
  const reports = reportsOf(graph, found).map((index) => graph.evidence[index]);
  const table = detail.compare ? figureTable(graph, detail.tolls, reports) : null;
  const joined = joinedTo(graph, found);
  const parts = [
    button("×", uses.close, { class: "close", "aria-label": "Close" }),
    make("h2", { text: detail.title, dir: "auto" }),
    make("p", { class: "faint", text: detail.cls }),
    make("div", { class: "actions" }, ...uses.actions(id, found)),
    ...(uses.way ? wayList(graph, uses.way, uses.choose) : []),
    factList(detail),
    table && make("h3", { text: "Figures side by side" }),
    table,
    ...linkList(graph, found.sort === "thing" ? "Relations" : "Joined to", joined.lines, uses.choose),
    ...linkList(graph, "Events", joined.events, uses.choose),
    make("h3", { text: `Reports (${reports.length.toLocaleString("en")})` }),
    reportList(graph, reports),
  ];
  const held = panel.contains(document.activeElement) ? document.activeElement : null;
  const { scrollTop } = panel;
  panel.replaceChildren(...parts.filter((each) => each !== null));
  panel.hidden = false;
  panel.scrollTop = panel.dataset.of === id ? scrollTop : 0;
  panel.dataset.of = id;
  if (held) keepFocus(panel, held);
}
