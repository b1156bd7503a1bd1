// @ts-check
// The table tab: events, things or relations that are shown, sorted as one likes, copied as CSV.

import { button, count, make, part } from "../../web/dom.js";
import { csvOf, eventTable, sorted, thingTable, tieTable } from "./rows.js";

/** @typedef {import("./types.js").Graph} Graph */

const FIRST_ROWS = 200;
const KINDS = /** @type {const} */ (["Events", "Things", "Relations"]);
const TABLES = { Events: eventTable, Things: thingTable, Relations: tieTable };

/** @param {Graph} graph @param {(id: string) => void} choose @param {(text: string) => void} say */
export function makeTable(graph, choose, say) {
  const room = part("table");
  const chosen = {
    kind: /** @type {(typeof KINDS)[number]} */ (graph.events.length ? "Events" : "Things"),
    column: 0,
    down: false,
  };
  let scene = /** @type {import("./types.js").Scene | null} */ (null);
  let sel = "";
  const order = (/** @type {number} */ column) => {
    chosen.down = column === chosen.column && !chosen.down;
    chosen.column = column;
    draw();
    /** @type {HTMLElement | null} */ (room.querySelector(`[data-column="${column}"]`))?.focus();
  };
  const draw = () => {
    if (!scene) return;
    const table = TABLES[chosen.kind](graph, scene);
    const rows = sorted(table.rows, chosen.column, chosen.down);
    const kinds = KINDS.map((kind) => button(kind, () => turn(kind), { "aria-pressed": String(kind === chosen.kind) }));
    const copy = button("Copy as CSV", () => copied(csvOf({ columns: table.columns, rows }), say));
    const bar = make(
      "div",
      { class: "row" },
      ...kinds,
      make("span", { class: "faint", text: count(rows.length, "row") }),
      copy,
    );
    if (!rows.length)
      room.replaceChildren(bar, make("p", { class: "alone", text: "Nothing that is shown belongs in this table." }));
    else room.replaceChildren(bar, grid(table.columns, rows, chosen, { order, choose, sel }));
  };
  const turn = (/** @type {(typeof KINDS)[number]} */ kind) => {
    Object.assign(chosen, { kind, column: 0, down: false });
    draw();
    /** @type {HTMLElement | null} */ (room.querySelector('[aria-pressed="true"]'))?.focus();
  };
  return {
    kind: () => chosen.kind,
    /** @param {import("./types.js").Scene} next @param {string} selected */
    draw(next, selected) {
      [scene, sel] = [next, selected];
      draw();
    },
  };
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

/**
 * @param {string[]} columns @param {import("./rows.js").Row[]} rows
 * @param {{ column: number, down: boolean, kind: string }} chosen
 * @param {{ order: (column: number) => void, choose: (id: string) => void, sel: string }} uses
 */
function grid(columns, rows, chosen, uses) {
  const head = columns.map((name, column) => {
    const sort = column === chosen.column ? (chosen.down ? "descending" : "ascending") : "none";
    const arrow = { ascending: " ▲", descending: " ▼", none: "" }[sort];
    return make(
      "th",
      { scope: "col", "aria-sort": sort },
      button(name + arrow, () => uses.order(column), { "data-column": column }),
    );
  });
  // The cell that names what the row is about leads to its evidence.
  const link = chosen.kind === "Events" ? 2 : 0;
  const line = (/** @type {import("./rows.js").Row} */ { id, cells }) =>
    make(
      "tr",
      { class: id === uses.sel ? "chosen" : "" },
      ...cells.map((cell, at) =>
        at === link
          ? make(
              "td",
              {},
              button(String(cell) || "?", () => uses.choose(id), { class: "link", dir: "auto" }),
            )
          : make("td", {
              text: cell,
              dir: "auto",
              class: typeof cell === "number" ? "number" : /^\d{4}-\d\d-\d\d$/.test(cell) ? "day" : "",
            }),
      ),
    );
  const body = make("tbody", {}, ...rows.slice(0, FIRST_ROWS).map(line));
  const table = make(
    "table",
    { class: "sheet" },
    make("caption", { class: "hidden", text: chosen.kind }),
    make("thead", {}, make("tr", {}, ...head)),
    body,
  );
  const wide = make(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": `${chosen.kind}, ${count(rows.length, "row")}` },
    table,
  );
  if (rows.length > FIRST_ROWS) {
    const more = button(`Show all ${count(rows.length, "row")}`, () => {
      body.append(...rows.slice(FIRST_ROWS).map(line));
      more.remove();
    });
    wide.append(more);
  }
  return wide;
}
