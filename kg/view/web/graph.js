// @ts-check
// The JSON block with what is looked up often: ids, neighbours, looks, ways between things.

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Happening} Happening */

/** @param {import("./types.js").Block} block @returns {Graph} */
export function indexed(block) {
  const find = /** @type {Graph["find"]} */ (new Map());
  const tiesOf = block.things.map(() => /** @type {number[]} */ ([]));
  const eventsOf = block.things.map(() => /** @type {number[]} */ ([]));
  block.things.forEach((thing, index) => find.set(thing.id, { sort: "thing", index }));
  block.events.forEach((event, index) => {
    find.set(event.id, { sort: "event", index });
    for (const each of partsOf(event)) eventsOf[each].push(index);
  });
  const tieIds = block.ties.map((tie, index) => {
    const id = `${block.things[tie.from].id} ${tie.kind} ${block.things[tie.to].id} ${tie.stance}`;
    find.set(id, { sort: "tie", index });
    tiesOf[tie.from].push(index);
    if (tie.to !== tie.from) tiesOf[tie.to].push(index);
    return id;
  });
  return {
    ...block,
    find,
    tiesOf,
    eventsOf,
    tieIds,
    first: new Map(block.network.nodes.map(({ id, x, y }) => [id, [x, y]])),
    bends: new Map(block.network.edges.map(({ id, bend }) => [id, bend])),
    group: new Map(block.groups.map((look) => [look.name, look])),
    relation: new Map(block.relations.map((look) => [look.name, look])),
  };
}

/** Positions of the things that an event joins, each once. @param {Happening} event */
export function partsOf(event) {
  const roles = [event.by, event.on, event.with, event.at, event.to, event.deals];
  return [...new Set(roles.flatMap((things) => things ?? []))];
}

/**
 * The roles of an event as lines between it and its parts.
 * @param {Happening} event
 * @returns {{ thing: number, kind: string, outward: boolean }[]}
 */
export function rolesOf(event) {
  const line = (
    /** @type {number[] | undefined} */ things,
    /** @type {string} */ kind,
    /** @type {boolean} */ outward,
  ) => (things ?? []).map((thing) => ({ thing, kind, outward }));
  return [
    ...line(event.by, "initiator", false),
    ...line(event.on, "target", true),
    ...line(event.with, "participant", false),
    ...line(event.at, "place", true),
    ...line(event.to, "destination", true),
    ...line(event.deals, "concerns", true),
  ];
}

/** What something with an id is called. @param {Graph} graph @param {string} id @returns {string} */
export function titleOf(graph, id) {
  const found = graph.find.get(id);
  if (!found) return id;
  if (found.sort === "thing") return graph.things[found.index].label;
  if (found.sort === "event") return graph.events[found.index].label;
  return tieTitle(graph, found.index);
}

/** A line as a sentence. @param {Graph} graph @param {number} index */
export function tieTitle(graph, index) {
  const tie = graph.ties[index];
  const verb = graph.relation.get(tie.kind)?.label ?? tie.kind;
  const doubt = ["Denied", "Alleged", "Planned"].includes(tie.stance) ? ` (${tie.stance.toLowerCase()})` : "";
  return `${graph.things[tie.from].label} ${verb} ${graph.things[tie.to].label}${doubt}`;
}

/**
 * Ids of what a selection marks where events are drawn: itself, and the events of a thing or line.
 * @param {Graph} graph @param {string} sel @returns {Set<string>}
 */
export function markedBy(graph, sel) {
  const found = graph.find.get(sel);
  const events = found?.sort === "thing" ? graph.eventsOf[found.index] : [];
  const folded = found?.sort === "tie" ? (graph.ties[found.index].events ?? []) : [];
  return new Set([sel, ...[...events, ...folded].map((event) => graph.events[event].id)]);
}

/**
 * Positions of reports that stand behind something, each once.
 * @param {Graph} graph
 * @param {import("./types.js").Found} found
 * @returns {number[]}
 */
export function reportsOf(graph, found) {
  if (found.sort === "thing") return graph.things[found.index].told ?? [];
  if (found.sort === "event") return graph.events[found.index].told ?? [];
  const tie = graph.ties[found.index];
  const told = (tie.events ?? []).flatMap((event) => graph.events[event].told ?? []);
  return [...new Set([...(tie.told ?? []), ...told])].sort((one, other) => one - other);
}

/** The outlet of a report, as the legend names it. @param {Graph} graph @param {number} report */
export function outletOf(graph, report) {
  const article = graph.articles[graph.evidence[report].article];
  return article.publisher || article.title || "?";
}

/** How little a line says for itself: relations 0, events 1, what is doubtful 3. @param {import("./types.js").Tie} tie */
function doubtOf({ stance, events }) {
  return ["Asserted", "Curated"].includes(stance) ? (events ? 1 : 0) : 3;
}

/**
 * The way with the fewest steps between two things over lines that pass a test: ids of things and
 * lines in turn, or none. Of several such ways the one with the least doubt.
 * @param {Graph} graph
 * @param {number} from
 * @param {number} to
 * @param {(tie: number) => boolean} passes
 * @returns {string[]}
 */
export function shortestPath(graph, from, to, passes) {
  const reached = /** @type {Map<number, { steps: number, doubt: number, by: number }>} */ (new Map());
  reached.set(from, { steps: 0, doubt: 0, by: -1 });
  let fringe = [from];
  for (let steps = 1; fringe.length && !reached.has(to); steps += 1) {
    const next = /** @type {Set<number>} */ (new Set());
    for (const here of fringe) {
      for (const by of graph.tiesOf[here].filter(passes)) {
        const tie = graph.ties[by];
        const there = tie.from === here ? tie.to : tie.from;
        const doubt = (reached.get(here)?.doubt ?? 0) + doubtOf(tie);
        const known = reached.get(there);
        if (known && (known.steps < steps || known.doubt <= doubt)) continue;
        reached.set(there, { steps, doubt, by });
        next.add(there);
      }
    }
    fringe = [...next];
  }
  if (!reached.has(to)) return [];
  const way = [graph.things[to].id];
  for (let at = to; at !== from;) {
    const by = reached.get(at)?.by ?? -1;
    at = graph.ties[by].from === at ? graph.ties[by].to : graph.ties[by].from;
    way.push(graph.tieIds[by], graph.things[at].id);
  }
  return way.reverse();
}
