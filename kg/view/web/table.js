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

/** @typedef {{ column: number, down: boolean, kind: (typeof KINDS)[number], all: boolean }} Chosen all: whether no row waits behind a button */
/** @typedef {{ sel: string, ids: Set<string> }} Marked what is selected, and the rows that it marks */
/** @typedef {{ order: (column: number) => void, turn: (kind: Chosen["kind"]) => void, choose: (id: string) => void, say: (text: string) => void, more: () => void }} Uses */

/** The tab, with what it showed last. */
export class Table {
  /** @param {Graph} graph @param {(id: string) => void} choose @param {(text: string) => void} say */
  constructor(graph, choose, say) {
    this.graph = graph;
    this.room = part("table");
    const kind = graph.events.length ? "Events" : "Things";
    this.chosen = /** @type {Chosen} */ ({ kind, column: 0, down: false, all: false });
    this.scene = /** @type {import("./types.js").Scene | null} */ (null);
    this.sel = "";
    this.uses = /** @type {Uses} */ ({
      order: (column) => this.order(column),
      turn: (to) => this.anew({ kind: to, column: 0, down: false, all: false }, '[aria-pressed="true"]'),
      more: () => this.anew({ all: true }, ".wide"),
      choose,
      say,
    });
  }

  kind() {
    return this.chosen.kind;
  }

  /** @param {import("./types.js").Scene} scene @param {string} sel */
  draw(scene, sel) {
    const { kind, column, down } = this.chosen;
    this.scene = scene;
    const parts = tableOf(TABLES[kind](this.graph, scene), this.chosen, { sel, ids: markedBy(this.graph, sel) }, this.uses);
    refill(this.room, parts, `${kind} ${column} ${down}`);
    // Only what is selected anew is brought into sight: whoever scrolls away may stay there.
    if (this.sel !== sel) rowOf(this.room, sel)?.scrollIntoView({ block: "nearest" });
    this.sel = sel;
  }

  /** Sorts by a column, downwards the second time. @param {number} column */
  order(column) {
    const down = column === this.chosen.column && !this.chosen.down;
    this.anew({ down, column }, `[data-column="${column}"]`);
  }

  /** Draws anew and gives the focus back to what was pressed. @param {Partial<Chosen>} change @param {string} pressed */
  anew(change, pressed) {
    Object.assign(this.chosen, change);
    if (this.scene) this.draw(this.scene, this.sel);
    /** @type {HTMLElement | null} */ (this.room.querySelector(pressed))?.focus();
  }
}

/** @param {HTMLElement} room @param {string} id */
function rowOf(room, id) {
  return room.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
}

/** Fills the tab; the same table stays where it was scrolled to, and the focus in its row. @param {HTMLElement} room @param {Node[]} parts @param {string} key */
function refill(room, parts, key) {
  const before = room.dataset.of === key ? room.querySelector(".wide") : null;
  const [top, left] = [before?.scrollTop ?? 0, before?.scrollLeft ?? 0];
  const held = room.contains(document.activeElement) ? document.activeElement?.closest("tr")?.dataset.id : undefined;
  room.replaceChildren(...parts);
  room.dataset.of = key;
  room.querySelector(".wide")?.scrollTo(left, top);
  if (held !== undefined) rowOf(room, held)?.querySelector("button")?.focus({ preventScroll: true });
}

/** @param {import("./rows.js").Table} table @param {Chosen} chosen @param {Marked} marked @param {Uses} uses */
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

/** @param {string[]} columns @param {Row[]} rows @param {Chosen} chosen @param {Marked} marked @param {Uses} uses */
function grid(columns, rows, chosen, { sel, ids }, uses) {
  // The cell that names what the row is about leads to its evidence.
  const link = chosen.kind === "Events" ? 2 : 0;
  const line = (/** @type {Row} */ { id, cells }) =>
    make(
      "tr",
      { class: ids.has(id) ? "chosen" : "", "data-id": id },
      ...cells.map((cell, at) => (at === link ? linkCell(String(cell), () => uses.choose(id)) : plainCell(cell))),
    );
  // What is selected is there, however far down.
  const all = chosen.all || rows.length <= FIRST_ROWS || rows.findIndex(({ id }) => id === sel) >= FIRST_ROWS;
  const table = make(
    "table",
    { class: "sheet" },
    make("caption", { class: "hidden", text: chosen.kind }),
    make("thead", {}, make("tr", {}, ...columns.map((name, column) => head(name, column, chosen, uses.order)))),
    make("tbody", {}, ...(all ? rows : rows.slice(0, FIRST_ROWS)).map(line)),
  );
  const label = `${chosen.kind}, ${count(rows.length, "row")}`;
  const more = all ? null : button(`Show all ${count(rows.length, "row")}`, uses.more);
  return make("div", { class: "wide", tabindex: 0, role: "region", "aria-label": label }, table, more);
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
