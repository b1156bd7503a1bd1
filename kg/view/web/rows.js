// @ts-check
// What is shown as rows: events, things and relations, for the table and for export.

import { addedTolls } from "./panel.js";
import { outletOf, reportsOf } from "./graph.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{ id: string, cells: (string | number)[] }} Row */
/** @typedef {{ columns: string[], rows: Row[] }} Table */

const KILLED = ["Killed, least", "Killed, most"];

/** @param {Graph} graph @param {number[] | undefined} things */
function names(graph, things) {
  return (things ?? []).map((thing) => graph.things[thing].label).join("; ");
}

/** Least and most killed. @param {import("./types.js").Toll[] | undefined} tolls @returns {[number | string, number | string]} */
function killed(tolls) {
  const told = (tolls ?? []).find(({ kind }) => kind === "Killed");
  return told ? [told.low ?? 0, told.open ? `${told.high ?? 0}+` : (told.high ?? 0)] : ["", ""];
}

/** @param {Graph} graph @param {import("./types.js").Found} found */
function sources(graph, found) {
  return [...new Set(reportsOf(graph, found).map((report) => outletOf(graph, report)))].join("; ");
}

/** @param {Graph} graph @param {Scene} scene @returns {Table} */
export function eventTable(graph, scene) {
  const rows = scene.events.map((index) => {
    const event = graph.events[index];
    const who = [names(graph, event.by), names(graph, event.with)].filter(Boolean).join("; ");
    const where = [names(graph, event.at), names(graph, event.to)].filter(Boolean).join(" → ");
    const days = [event.begin ?? "", event.end ?? ""];
    const told = [event.stance ?? "", event.told?.length ?? 0, sources(graph, { sort: "event", index })];
    const parts = [who, names(graph, event.on), where, names(graph, event.deals)];
    return { id: event.id, cells: [...days, event.cls, ...parts, ...killed(event.tolls), ...told] };
  });
  return {
    columns: ["From", "To", "Event", "Who", "To whom", "Where", "Deal", ...KILLED, "Stance", "Reports", "Sources"],
    rows,
  };
}

/** @param {Graph} graph @param {Scene} scene @returns {Table} */
export function thingTable(graph, scene) {
  const rows = scene.nodes.flatMap(({ id }) => {
    const found = graph.find.get(id);
    if (found?.sort !== "thing") return [];
    const { label, cls, told, begin, end, community } = graph.things[found.index];
    const joined = graph.tiesOf[found.index].length;
    return [
      {
        id,
        cells: [
          label,
          cls,
          told?.length ?? 0,
          graph.eventsOf[found.index].length,
          joined,
          begin ?? "",
          end ?? "",
          community === undefined ? "" : community + 1,
        ],
      },
    ];
  });
  return { columns: ["Name", "Class", "Reports", "Events", "Relations", "From", "To", "Community"], rows };
}

/** @param {Graph} graph @param {Scene} scene @returns {Table} */
export function tieTable(graph, scene) {
  const passing = new Set(scene.events);
  const rows = scene.ties.map((index) => {
    const tie = graph.ties[index];
    const events = (tie.events ?? []).filter((event) => passing.has(event)).map((event) => graph.events[event]);
    const days = [tie.begin, tie.end, ...events.flatMap(({ begin, end }) => [begin, end])]
      .filter((day) => day !== undefined)
      .sort();
    const said = [
      graph.things[tie.from].label,
      graph.relation.get(tie.kind)?.label ?? tie.kind,
      graph.things[tie.to].label,
      tie.stance,
    ];
    const told = [events.length || "", ...killed(addedTolls(events)), reportsOf(graph, { sort: "tie", index }).length];
    return { id: graph.tieIds[index], cells: [...said, ...told, days[0] ?? "", days[days.length - 1] ?? ""] };
  });
  return {
    columns: ["Who", "Relation", "To whom", "Stance", "Events", ...KILLED, "Reports", "From", "To"],
    rows,
  };
}

/** Rows in the order of a column; what is empty comes last. @param {Row[]} rows @param {number} column @param {boolean} down @returns {Row[]} */
export function sorted(rows, column, down) {
  const value = (/** @type {Row} */ row) => {
    const cell = row.cells[column];
    return typeof cell === "string" && /^\d+\+$/.test(cell) ? Number(cell.slice(0, -1)) : cell;
  };
  return [...rows].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === "" || second === "") return (first === "" ? 1 : 0) - (second === "" ? 1 : 0);
    const order =
      typeof first === "number" && typeof second === "number"
        ? first - second
        : String(first).localeCompare(String(second), "en");
    return down ? -order : order;
  });
}

/** Rows as CSV. What a spreadsheet would run as a formula stands behind an apostrophe. @param {Table} table */
export function csvOf({ columns, rows }) {
  const cell = (/** @type {string | number} */ value) => {
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${[columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}
