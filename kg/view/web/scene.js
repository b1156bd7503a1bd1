// @ts-check
// What is to be seen: things, lines and events that pass the filters, with their looks.

import { inWindow } from "./days.js";
import { outletOf, rolesOf, titleOf } from "./graph.js";
import { placeNear } from "./spots.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").SceneNode} SceneNode */
/** @typedef {import("./types.js").SceneEdge} SceneEdge */

const DOUBTFUL = new Set(["Denied", "Planned", "Alleged"]);
const EVENT_SIZE = 7;

/** Tests for what passes the filters. @param {Graph} graph @param {State} state */
export function filtersOf(graph, state) {
  const on = (/** @type {string} */ sort, /** @type {string | undefined} */ name) => !state.off.has(`${sort}:${name}`);
  const narrow = [...state.off].some((name) => name.startsWith("source:"));
  const told = (/** @type {number[] | undefined} */ reports) =>
    !narrow || !reports?.length || reports.some((report) => on("source", outletOf(graph, report)));
  const event = (/** @type {number} */ index) => {
    const { type, stance, told: reports, ...days } = graph.events[index];
    return on("type", type) && on("stance", stance) && inWindow(days, state.since, state.until) && told(reports);
  };
  const tie = (/** @type {number} */ index) => {
    const { kind, stance, told: reports, ...days } = graph.ties[index];
    const dated = days.begin || days.end;
    return (
      on("relation", kind) &&
      on("stance", stance) &&
      (!dated || inWindow(days, state.since, state.until)) &&
      told(reports)
    );
  };
  return { event, tie, group: (/** @type {string} */ name) => on("group", name) };
}

/** Whether anything narrows what is told. @param {State} state */
function narrowed(state) {
  return Boolean(state.since || state.until) || [...state.off].some((name) => !name.startsWith("group:"));
}

/**
 * The scene for what the reader has chosen; `spots` remembers where things without a place went.
 * @param {Graph} graph
 * @param {State} state
 * @param {Map<string, [number, number]>} spots
 * @param {Set<string>} [way] ids on the path that is marked
 * @returns {Scene}
 */
export function sceneOf(graph, state, spots, way = new Set()) {
  const filters = filtersOf(graph, state);
  const events = graph.events.map((_, index) => index).filter(filters.event);
  const passing = new Set(events);
  const wanted = thingsWanted(graph, state, way);
  const inSight = (/** @type {number} */ thing) =>
    wanted.has(thing) && filters.group(graph.things[thing].group) && !state.hide.has(graph.things[thing].id);
  const isSeen = (/** @type {import("./types.js").Tie} */ { from, to, events: told }) =>
    inSight(from) && inSight(to) && (!told || told.some((event) => passing.has(event)));
  const ties = graph.ties.flatMap((tie, index) => (isSeen(tie) && filters.tie(index) ? [index] : []));
  const open = opened(graph, state, ties, passing);
  const kept = ties.filter(
    (index) => !graph.ties[index].events?.every((event) => open.has(event) || !passing.has(event)),
  );
  const seen = thingsSeen(graph, state, [...wanted].filter(inSight), kept, open, way);
  const nodes = [...seen].map((thing) => thingNode(graph, state, thing));
  const eventNodes = [...open].map((index) => eventNode(graph, state, index));
  const edges = kept.map((index) => tieEdge(graph, index, passing, open, way));
  const roles = [...open].flatMap((index) => roleEdges(graph, index, seen, way));
  const scene = {
    nodes: [...nodes, ...eventNodes],
    edges: [...edges, ...roles],
    events,
    ties: kept,
    undated: undatedIn(graph, state),
  };
  placeNear(scene, spots);
  return scene;
}

/** Events without a day, which a window of time leaves out. @param {Graph} graph @param {State} state */
function undatedIn(graph, state) {
  if (!state.since && !state.until) return 0;
  return graph.events.filter(({ begin, end }) => !begin && !end).length;
}

/** Positions of things that may be seen. @param {Graph} graph @param {State} state @param {Set<string>} way @returns {Set<number>} */
function thingsWanted(graph, state, way) {
  const wanted = new Set(
    graph.things.map((_, index) => index).filter((index) => state.whole || graph.things[index].shown),
  );
  const add = (/** @type {string} */ id) => {
    const found = graph.find.get(id);
    if (found?.sort === "thing") wanted.add(found.index);
    if (found?.sort === "event") for (const { thing } of rolesOf(graph.events[found.index])) wanted.add(thing);
    if (found?.sort === "tie") wanted.add(graph.ties[found.index].from).add(graph.ties[found.index].to);
  };
  for (const id of [state.sel, ...state.more, ...state.pins.keys(), ...way]) add(id);
  for (const id of state.more) {
    const found = graph.find.get(id);
    if (found?.sort !== "thing") continue;
    for (const tie of graph.tiesOf[found.index]) wanted.add(graph.ties[tie].from).add(graph.ties[tie].to);
  }
  return wanted;
}

/** Events to draw one by one. @param {Graph} graph @param {State} state @param {number[]} ties @param {Set<number>} passing */
function opened(graph, state, ties, passing) {
  if (state.open.has("*")) return passing;
  const open = /** @type {Set<number>} */ (new Set());
  const add = (/** @type {number[] | undefined} */ events) =>
    events?.filter((event) => passing.has(event)).forEach((event) => open.add(event));
  for (const index of ties) if (state.open.has(graph.tieIds[index])) add(graph.ties[index].events);
  for (const id of [...state.open, state.sel]) {
    const found = graph.find.get(id);
    if (found?.sort === "event") add([found.index]);
    if (found?.sort === "thing" && state.open.has(id)) add(graph.eventsOf[found.index]);
  }
  return open;
}

/**
 * Where time, type or source narrow, a thing is seen if something joins it or it was asked for.
 * @param {Graph} graph @param {State} state @param {number[]} things @param {number[]} ties
 * @param {Set<number>} open @param {Set<string>} way @returns {Set<number>}
 */
function thingsSeen(graph, state, things, ties, open, way) {
  if (!narrowed(state)) return new Set(things);
  const joined = new Set(ties.flatMap((index) => [graph.ties[index].from, graph.ties[index].to]));
  for (const index of open) for (const { thing } of rolesOf(graph.events[index])) joined.add(thing);
  const asked = (/** @type {string} */ id) => id === state.sel || way.has(id) || state.pins.has(id);
  return new Set(things.filter((thing) => joined.has(thing) || asked(graph.things[thing].id)));
}

/** @param {Graph} graph @param {State} state @param {number} index @returns {SceneNode} */
function thingNode(graph, state, index) {
  const thing = graph.things[index];
  const look = graph.group.get(thing.group) ?? graph.groups[0];
  const place = state.pins.get(thing.id) ??
    (state.whole ? [thing.x, thing.y] : graph.first.get(thing.id)) ?? [NaN, NaN];
  const { shape, color } = look;
  const [x, y] = place;
  return {
    id: thing.id,
    label: thing.label,
    group: thing.group,
    shape,
    color,
    size: thing.size,
    x,
    y,
    weight: thing.told?.length ?? 0,
    pinned: state.pins.has(thing.id),
    event: false,
  };
}

/** @param {Graph} graph @param {State} state @param {number} index @returns {SceneNode} */
function eventNode(graph, state, index) {
  const event = graph.events[index];
  const { shape, color } = graph.group.get(event.group) ?? graph.groups[0];
  const [x, y] = state.pins.get(event.id) ?? [NaN, NaN];
  return {
    id: event.id,
    label: event.label,
    group: event.group,
    shape,
    color,
    size: EVENT_SIZE,
    x,
    y,
    weight: 0,
    pinned: state.pins.has(event.id),
    event: true,
  };
}

/**
 * A line: what no article plainly asserts is thin and broken, whatever its relation.
 * @param {Graph} graph @param {number} index @param {Set<number>} passing @param {Set<number>} open
 * @param {Set<string>} way @returns {SceneEdge}
 */
function tieEdge(graph, index, passing, open, way) {
  const tie = graph.ties[index];
  const id = graph.tieIds[index];
  const folded = tie.events?.filter((event) => passing.has(event) && !open.has(event)).length;
  const weight = folded ?? tie.told?.length ?? 0;
  return line(graph, {
    id,
    from: graph.things[tie.from].id,
    to: graph.things[tie.to].id,
    kind: tie.kind,
    weight,
    stance: tie.stance,
    label: titleOf(graph, id),
    onPath: way.has(id),
  });
}

/** @param {Graph} graph @param {number} index @param {Set<number>} seen @param {Set<string>} way @returns {SceneEdge[]} */
function roleEdges(graph, index, seen, way) {
  const event = graph.events[index];
  return rolesOf(event)
    .filter(({ thing }) => seen.has(thing))
    .map(({ thing, kind, outward }) => {
      const ends = [event.id, graph.things[thing].id];
      const [from, to] = outward ? ends : [ends[1], ends[0]];
      const stance = event.stance ?? "";
      return line(graph, {
        id: `${from} ${kind} ${to}`,
        from,
        to,
        kind,
        weight: 1,
        stance,
        label: "",
        onPath: way.has(event.id) && way.has(graph.things[thing].id),
      });
    });
}

/**
 * @param {Graph} graph
 * @param {{ id: string, from: string, to: string, kind: string, weight: number, stance: string, label: string, onPath: boolean }} told
 * @returns {SceneEdge}
 */
function line(graph, { stance, ...told }) {
  const look = graph.relation.get(told.kind) ?? graph.relations[0];
  const doubtful = DOUBTFUL.has(stance);
  const width = doubtful ? 1 : Math.min(look.width + 0.6 * (Math.sqrt(Math.max(told.weight, 1)) - 1), 9);
  return {
    ...told,
    color: look.color,
    dashes: doubtful ? [3, 5] : look.dashes,
    width: told.onPath ? width + 3 : width,
    arrow: look.arrow,
    bend: graph.bends.get(told.id) ?? 0,
    doubtful,
  };
}
