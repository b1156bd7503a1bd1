// @ts-check
// What is shown as GraphML and as Turtle in the terms of the ontology.

import { rolesOf } from "./graph.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */

/** Relation -> property, and whether it runs against the line. */
const PROPERTIES = /** @type {Record<string, [string, boolean]>} */ ({
  backs: ["backs", false],
  controls: ["controls", false],
  affiliated: ["affiliatedWith", false],
  leads: ["leads", false],
  party: ["party", true],
  broker: ["broker", true],
  guarantor: ["guarantor", true],
  "applies to": ["appliesTo", false],
  within: ["within", false],
});
const ROLES = /** @type {Record<string, string>} */ ({
  initiator: "initiator",
  target: "target",
  participant: "participant",
  place: "place",
  destination: "destination",
  concerns: "concernsDeal",
});

/** Text that may stand in XML. @param {string} text */
function escaped(text) {
  const entities = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
  // Control characters may not stand in XML in any form.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (letter) => entities[letter]);
}

const KEYS = { node: ["label", "class", "group", "begin", "end"], edge: ["relation", "weight"] };

/** What GraphML tells of a node or an edge, in the order of its keys. @param {"node" | "edge"} sort @param {(string | number | undefined)[]} values */
function cells(sort, values) {
  return values
    .map((value, at) =>
      value === undefined || value === "" ? "" : `<data key="${sort}-${KEYS[sort][at]}">${escaped(String(value))}</data>`,
    )
    .join("");
}

/** @param {Graph} graph @param {import("./types.js").SceneNode} node */
function nodeElement(graph, { id, label, group }) {
  const found = graph.find.get(id);
  const known = { thing: graph.things, event: graph.events, tie: [] }[found?.sort ?? "tie"];
  const about = known[found?.index ?? -1];
  return `    <node id="${escaped(id)}">${cells("node", [label, about?.cls, group, about?.begin, about?.end])}</node>`;
}

/** Nodes and lines as GraphML (J. Brandes and others, 2002). @param {Graph} graph @param {Scene} scene */
export function graphmlOf(graph, scene) {
  const kind = (/** @type {string} */ name) => (name === "weight" ? "int" : "string");
  const head = Object.entries(KEYS).flatMap(([sort, names]) =>
    names.map(
      (name) => `  <key id="${sort}-${name}" for="${sort}" attr.name="${name}" attr.type="${kind(name)}"/>`,
    ),
  );
  const edges = scene.edges.map(
    ({ id, from, to, kind: relation, weight }) =>
      `    <edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">${cells("edge", [relation, weight])}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...head,
    '  <graph edgedefault="directed">',
    ...scene.nodes.map((node) => nodeElement(graph, node)),
    ...edges,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}

/** @param {string} text */
function literal(text) {
  const signs = /** @type {Record<string, string>} */ ({
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
  });
  // eslint-disable-next-line no-control-regex -- control characters are what is escaped
  return `"${text.replace(/["\\\n\r\t]/g, (sign) => signs[sign]).replace(/[\u0000-\u001f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

/** An IRI in angle brackets, whatever stands in it. @param {string} base @param {string} id */
function iri(base, id) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(id) ? id : base + id;
  return `<${whole.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
}

/**
 * Things, standing relations and events as Turtle. What is denied, planned or only alleged is left
 * out of the relations; events tell their occurrence. Folded lines are the events behind them.
 * @param {Graph} graph @param {Scene} scene
 */
export function turtleOf(graph, scene) {
  return [
    `@prefix kg: <${graph.ontology}> .`,
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
    "",
    ...scene.nodes.flatMap(({ id }) => thingTurtle(graph, id)),
    "",
    ...scene.ties.flatMap((index) => tieTurtle(graph, index)),
    "",
    ...scene.events.map((index) => eventTurtle(graph, index)),
    "",
  ].join("\n");
}

/** @param {Graph} graph @param {string} id */
function thingTurtle(graph, id) {
  const found = graph.find.get(id);
  if (found?.sort !== "thing") return [];
  const { label, type, also } = graph.things[found.index];
  const names = [`skos:prefLabel ${literal(label)}`, ...(also ?? []).map((each) => `skos:altLabel ${literal(each)}`)];
  return [`${[`${iri(graph.base, id)} a ${typed(graph, type)}`, ...names].join(" ;\n    ")} .`];
}

/** @param {Graph} graph @param {number} index */
function tieTurtle(graph, index) {
  const tie = graph.ties[index];
  const property = PROPERTIES[tie.kind];
  if (!property || !["Asserted", "Curated"].includes(tie.stance)) return [];
  const [from, to] = [tie.from, tie.to].map((end) => iri(graph.base, graph.things[end].id));
  const [name, isBackwards] = property;
  return [isBackwards ? `${to} kg:${name} ${from} .` : `${from} kg:${name} ${to} .`];
}

/** @param {Graph} graph @param {number} index */
function eventTurtle(graph, index) {
  const { id, type, stance, begin, end } = graph.events[index];
  const parts = rolesOf(graph.events[index]).map(
    ({ thing, kind }) => `kg:${ROLES[kind]} ${iri(graph.base, graph.things[thing].id)}`,
  );
  if (begin) parts.push(`kg:begin "${begin}"^^xsd:date`);
  if (end) parts.push(`kg:end "${end}"^^xsd:date`);
  if (stance && stance !== "Curated") parts.push(`kg:occurrence kg:${stance}`);
  return `${[`${iri(graph.base, id)} a ${typed(graph, type)}`, ...parts].join(" ;\n    ")} .`;
}

/** @param {Graph} graph @param {string | undefined} type */
function typed(graph, type) {
  return iri(graph.ontology, type || "Thing");
}
