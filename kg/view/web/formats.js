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

/** Nodes and lines as GraphML (J. Brandes and others, 2002). @param {Graph} graph @param {Scene} scene */
export function graphmlOf(graph, scene) {
  const keys = { node: ["label", "class", "group", "begin", "end"], edge: ["relation", "weight"] };
  const head = Object.entries(keys).flatMap(([sort, names]) =>
    names.map(
      (name) =>
        `  <key id="${sort}-${name}" for="${sort}" attr.name="${name}" attr.type="${name === "weight" ? "int" : "string"}"/>`,
    ),
  );
  const cells = (/** @type {"node" | "edge"} */ sort, /** @type {(string | number | undefined)[]} */ values) =>
    values
      .map((value, at) =>
        value === undefined || value === ""
          ? ""
          : `<data key="${sort}-${keys[sort][at]}">${escaped(String(value))}</data>`,
      )
      .join("");
  const nodes = scene.nodes.map(({ id, label, group }) => {
    const found = graph.find.get(id);
    const about =
      found?.sort === "event"
        ? graph.events[found.index]
        : found?.sort === "thing"
          ? graph.things[found.index]
          : undefined;
    return `    <node id="${escaped(id)}">${cells("node", [label, about?.cls, group, about?.begin, about?.end])}</node>`;
  });
  const edges = scene.edges.map(
    ({ id, from, to, kind, weight }) =>
      `    <edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">${cells("edge", [kind, weight])}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...head,
    '  <graph edgedefault="directed">',
    ...nodes,
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
  const name = (/** @type {string} */ id) => iri(graph.base, id);
  const typed = (/** @type {string | undefined} */ type) => iri(graph.ontology, type || "Thing");
  const day = (/** @type {string} */ text) => `"${text}"^^xsd:date`;
  const subjects = scene.nodes.flatMap(({ id }) => {
    const found = graph.find.get(id);
    if (found?.sort !== "thing") return [];
    const { label, type, also } = graph.things[found.index];
    const others = (also ?? []).map((each) => ` ;\n    skos:altLabel ${literal(each)}`);
    return [`${name(id)} a ${typed(type)} ;\n    skos:prefLabel ${literal(label)}${others.join("")} .`];
  });
  const ties = scene.ties.flatMap((index) => {
    const tie = graph.ties[index];
    const property = PROPERTIES[tie.kind];
    if (!property || !["Asserted", "Curated"].includes(tie.stance)) return [];
    const ends = [name(graph.things[tie.from].id), name(graph.things[tie.to].id)];
    return [`${property[1] ? ends[1] : ends[0]} kg:${property[0]} ${property[1] ? ends[0] : ends[1]} .`];
  });
  const events = scene.events.map((index) => {
    const event = graph.events[index];
    const roles = rolesOf(event).map(({ thing, kind }) => `kg:${ROLES[kind]} ${name(graph.things[thing].id)}`);
    const days = [event.begin && `kg:begin ${day(event.begin)}`, event.end && `kg:end ${day(event.end)}`].filter(
      Boolean,
    );
    const told = event.stance && event.stance !== "Curated" ? [`kg:occurrence kg:${event.stance}`] : [];
    return `${[`${name(event.id)} a ${typed(event.type)}`, ...roles, ...days, ...told].join(" ;\n    ")} .`;
  });
  const prefixes = [
    `@prefix kg: <${graph.ontology}> .`,
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
  ];
  return [...prefixes, "", ...subjects, "", ...ties, "", ...events, ""].join("\n");
}
