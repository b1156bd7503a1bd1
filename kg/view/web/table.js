// @ts-check
// The table tab: events, things or relations that are shown, sorted as one likes, copied as CSV.

import { button, count, make, part } from "../../web/dom.js";
import { markedBy } from "./graph.js";
import { csvOf, eventTable, sorted, thingTable, tieTable } from "./rows.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./rows.js").Row} Row */

const FIRST_ROWS = 200;
const KINDS = /** @type {const} */ (["Events", "Things", "Relations"]);
const TABLES = { Events: eventTable, Things: thingTable, Relations: tieTable };

/** @typedef {{ column: number, down: boolean, kind: (typeof KINDS)[number] }} Chosen */
/** @typedef {{ order: (column: number) => void, turn: (kind: Chosen["kind"]) => void, choose: (id: string) => void, say: (text: string) => void }} Uses */

/** @param {Graph} graph @param {(id: string) => void} choose @param {(text: string) => void} say */
export function makeTable(graph, choose, say) {
  const room = part("table");
  const chosen = /** @type {Chosen} */ ({ kind: graph.events.length ? "Events" : "Things", column: 0, down: false });
  let last = () => {};
  /** Draws anew and gives the focus back to what was pressed. @param {Partial<Chosen>} change @param {string} pressed */
  const anew = (change, pressed) => {
    Object.assign(chosen, change);
    last();
    /** @type {HTMLElement | null} */ (room.querySelector(pressed))?.focus();
  };
  const order = (/** @type {number} */ column) =>
    anew({ down: column === chosen.column && !chosen.down, column }, `[data-column="${column}"]`);
  const turn = (/** @type {Chosen["kind"]} */ kind) => anew({ kind, column: 0, down: false }, '[aria-pressed="true"]');
  return {
    kind: () => chosen.kind,
    /** @param {import("./types.js").Scene} scene @param {string} sel */
    draw(scene, sel) {
      last = () => {
        const marked = markedBy(graph, sel);
        room.replaceChildren(...tableOf(TABLES[chosen.kind](graph, scene), chosen, marked, { order, turn, choose, say }));
      };
      last();
    },
  };
}

/** @param {import("./rows.js").Table} table @param {Chosen} chosen @param {Set<string>} marked @param {Uses} uses */
function tableOf({ columns, rows: unsorted }, chosen, marked, uses) {
  const rows = sorted(unsorted, chosen.column, chosen.down);
  const bar = make(
    "div",
    { class: "row" },
    ...KINDS.map((kind) => button(kind, () => uses.turn(kind), { "aria-pressed": String(kind === chosen.kind) })),
    make("span", { class: "faint", text: count(rows.length, "row") }),
    button("Copy as CSV", () => copied(csvOf({ columns, rows }), uses.say)),
  );
  if (!rows.length) return [bar, make("p", { class: "alone", text: "Nothing that is shown belongs in this table." })];
  return [bar, grid(columns, rows, chosen, marked, uses)];
}

/** @param {string} text @param {(text: string) => void} say */
async function copied(text, say) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the browser keeps the clipboard from pages on disk, the old way still works.
    const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { "aria-hidden": "true" }));
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied ${count(text.split("\r\n").length - 2, "row")}.`);
}

/** @param {string[]} columns @param {Row[]} rows @param {Chosen} chosen @param {Set<string>} marked @param {Uses} uses */
function grid(columns, rows, chosen, marked, uses) {
  // The cell that names what the row is about leads to its evidence.
  const link = chosen.kind === "Events" ? 2 : 0;
  const line = (/** @type {Row} */ { id, cells }) =>
    make(
      "tr",
      { class: marked.has(id) ? "chosen" : "" },
      ...cells.map((cell, at) => (at === link ? linkCell(String(cell), () => uses.choose(id)) : plainCell(cell))),
    );
  const body = make("tbody", {}, ...rows.slice(0, FIRST_ROWS).map(line));
  const table = make(
    "table",
    { class: "sheet" },
    make("caption", { class: "hidden", text: chosen.kind }),
    make("thead", {}, make("tr", {}, ...columns.map((name, column) => head(name, column, chosen, uses.order)))),
    body,
  );
  const label = `${chosen.kind}, ${count(rows.length, "row")}`;
  const wide = make("div", { class: "wide", tabindex: 0, role: "region", "aria-label": label }, table);
  if (rows.length > FIRST_ROWS) {
    const more = button(`Show all ${count(rows.length, "row")}`, () => {
      body.append(...rows.slice(FIRST_ROWS).map(line));
      more.remove();
    });
    wide.append(more);
  }
  return wide;
}

/** @param {string} name @param {number} column @param {Chosen} chosen @param {(column: number) => void} order */
function head(name, column, chosen, order) {
  const sort = column === chosen.column ? (chosen.down ? "descending" : "ascending") : "none";
  const arrow = { ascending: " ▲", descending: " ▼", none: "" }[sort];
  const sorter = button(name + arrow, () => order(column), { "data-column": column });
  return make("th", { scope: "col", "aria-sort": sort }, sorter);
}

/** @param {string} text @param {() => void} onClick */
function linkCell(text, onClick) {
  return make("td", {}, button(text || "?", onClick, { class: "link", dir: "auto" }));
}

/** @param {string | number} cell */
function plainCell(cell) {
  if (typeof cell === "number") return make("td", { class: "number", text: cell.toLocaleString("en") });
  const open = /^(\d+)\+$/.exec(cell);
  if (open) return make("td", { class: "number", text: `${Number(open[1]).toLocaleString("en")}+` });
  return make("td", { text: cell, dir: "auto", class: /^\d{4}-\d\d-\d\d$/.test(cell) ? "day" : "" });
}
