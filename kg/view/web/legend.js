// @ts-check
// The legend: a checkbox for each class, relation, event type, stance and source, with counts.

import { button, make, makeSvg, part } from "../../web/dom.js";
import { lineColour } from "./look.js";
import { outletOf, reportsOf } from "./graph.js";
import { groupPicture } from "./marks.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {{ sort: string, name: string, label: string, number: number, picture: Node | null }} Row */

const FIRST_ROWS = 40;
const STANCES = ["Asserted", "Alleged", "Planned", "Denied", "Curated"];
const STANCE_WORDS = /** @type {Record<string, string>} */ ({ Curated: "curated knowledge" });

/** @template Value @param {Value[]} values @returns {Map<Value, number>} */
function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The stroke of a relation. @param {import("./types.js").RelationLook} relation */
function stroke(relation) {
  const line = makeSvg("path", {
    d: relation.arrow ? "M1 9H25M20 5L25 9L20 13" : "M1 9H25",
    fill: "none",
    stroke: lineColour(relation.color),
    "stroke-width": Math.max(relation.width, 1.5),
    "stroke-dasharray": relation.dashes.join(" ") || "none",
  });
  return makeSvg("svg", { width: 26, height: 18, "aria-hidden": "true" }, line);
}

/** All rows, by section. @param {Graph} graph @returns {Record<string, Row[]>} */
export function legendRows(graph) {
  const groups = counted(graph.things.map(({ group }) => group));
  const kinds = counted(graph.ties.map(({ kind }) => kind));
  const stances = counted([
    ...graph.events.map(({ stance }) => stance ?? ""),
    ...graph.ties.filter(({ events }) => !events).map(({ stance }) => stance),
  ]);
  const sources = counted(graph.evidence.map((_, index) => outletOf(graph, index)));
  return {
    things: graph.groups
      .filter(({ name }) => groups.has(name))
      .map((look) => rowOf("group", look.name, groups, look.label, groupPicture(look))),
    relations: graph.relations
      .filter(({ name }) => kinds.has(name))
      .map((look) => rowOf("relation", look.name, kinds, look.label, stroke(look))),
    types: typeRows(graph),
    stances: STANCES.filter((name) => stances.has(name)).map((name) =>
      rowOf("stance", name, stances, STANCE_WORDS[name] ?? name.toLowerCase()),
    ),
    sources: [...sources.keys()]
      .sort((one, other) => (sources.get(other) ?? 0) - (sources.get(one) ?? 0) || (one < other ? -1 : 1))
      .map((name) => rowOf("source", name, sources, name)),
  };
}

/** @param {string} sort @param {string} name @param {Map<string, number>} counts @param {string} label @param {Node | null} [picture] @returns {Row} */
function rowOf(sort, name, counts, label, picture = null) {
  return { sort, name, label, number: counts.get(name) ?? 0, picture };
}

/** Types of events in the order of their groups, the most frequent first. @param {Graph} graph @returns {Row[]} */
function typeRows(graph) {
  const types = counted(graph.events.map(({ type }) => type ?? ""));
  const words = new Map(graph.events.map(({ type, cls, group }) => [type ?? "", { cls, group }]));
  const order = graph.groups.map(({ name }) => name);
  const groupOf = (/** @type {string} */ name) => words.get(name)?.group ?? "";
  return [...types.keys()]
    .sort(
      (one, other) =>
        order.indexOf(groupOf(one)) - order.indexOf(groupOf(other)) || (types.get(other) ?? 0) - (types.get(one) ?? 0),
    )
    .map((name) => {
      const look = graph.group.get(groupOf(name)) ?? graph.groups[0];
      return rowOf("type", name, types, words.get(name)?.cls ?? name, groupPicture(look));
    });
}

/**
 * Fills the legend. @param {Graph} graph
 * @param {(names: string[], on: boolean) => void} onChange
 * @returns {{ update: (off: Set<string>) => void }}
 */
export function makeLegend(graph, onChange) {
  const boxes = /** @type {Map<string, HTMLInputElement>} */ (new Map());
  for (const [section, rows] of Object.entries(legendRows(graph))) {
    const holder = part(section);
    if (!rows.length) holder.closest("details")?.remove();
    else holder.append(...rowsOf(rows, boxes, onChange), allButtons(rows, onChange));
  }
  return {
    update(off) {
      for (const [name, box] of boxes) box.checked = !off.has(name);
    },
  };
}

/** The first rows, and a button for the rest: a large graph has thousands of sources. @param {Row[]} rows @param {Map<string, HTMLInputElement>} boxes @param {(names: string[], on: boolean) => void} onChange */
function rowsOf(rows, boxes, onChange) {
  const made = rows.map((row) => filterRow(row, boxes, onChange));
  const rest = made.slice(FIRST_ROWS);
  if (!rest.length) return made;
  const more = button(`and ${rest.length.toLocaleString("en")} more`, () => more.replaceWith(...rest), {
    class: "small",
  });
  return [...made.slice(0, FIRST_ROWS), more];
}

/** @param {Row} row @param {Map<string, HTMLInputElement>} boxes @param {(names: string[], on: boolean) => void} onChange */
function filterRow(row, boxes, onChange) {
  const key = `${row.sort}:${row.name}`;
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", checked: true }));
  box.addEventListener("change", () => onChange([key], box.checked));
  boxes.set(key, box);
  const label = make("span", { class: "name", text: row.label, dir: "auto" });
  return make(
    "label",
    { class: row.picture ? "filter" : "filter bare" },
    box,
    row.picture,
    label,
    make("span", { class: "count", text: row.number.toLocaleString("en") }),
  );
}

/** @param {Row[]} rows @param {(names: string[], on: boolean) => void} onChange */
function allButtons(rows, onChange) {
  const names = rows.map(({ sort, name }) => `${sort}:${name}`);
  const one = (/** @type {string} */ text, /** @type {boolean} */ on) =>
    button(text, () => onChange(names, on), { class: "small" });
  return make("div", { class: "pair" }, one("all", true), one("none", false));
}

/** Filters that keep something from sight, to switch on when a search leads to it. @param {Graph} graph @param {string} id @returns {string[]} */
export function filtersOver(graph, id) {
  const found = graph.find.get(id);
  if (!found) return [];
  const sources = reportsOf(graph, found).map((report) => `source:${outletOf(graph, report)}`);
  if (found.sort === "thing") return [`group:${graph.things[found.index].group}`];
  if (found.sort === "event") {
    const event = graph.events[found.index];
    return [`type:${event.type}`, `stance:${event.stance}`, ...sources];
  }
  const tie = graph.ties[found.index];
  const ends = [tie.from, tie.to].map((end) => `group:${graph.things[end].group}`);
  return [`relation:${tie.kind}`, `stance:${tie.stance}`, ...ends, ...sources];
}
