// @ts-check
// Events and deals by date: events stacked in lanes, deals as bars with their breaches on them.

import { count, make, makeSvg, part } from "../../web/dom.js";
import { colour, lineColour } from "./look.js";
import { daysOf, spanOf, ticks } from "./days.js";
import { caption, laneOf, mark, pickable } from "./lanes.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./lanes.js").Axis} Axis */
/** @typedef {import("./lanes.js").Chart} Chart */

const LEFT = 190;
const ROW = 22;
const LANES = ["ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Protest", "Event"];

/**
 * Draws the tab. @param {Graph} graph @param {Scene} scene @param {{ sel: string, since: string, until: string }} state
 * @param {{ choose: (id: string) => void, narrow: (since: string, until: string) => void }} uses
 */
export function drawTimeline(graph, scene, state, uses) {
  const room = part("timeline");
  const dated = scene.events.filter((event) => daysOf(graph.events[event]));
  const deals = dealsSeen(graph, scene, state);
  if (!dated.length && !deals.length) {
    room.replaceChildren(make("p", { class: "alone", text: "Nothing that is shown has a date." }));
    return;
  }
  const days = [...dated.map((event) => graph.events[event]), ...deals.map(({ thing }) => thing)].map(daysOf);
  const axis = axisOf(
    days.filter((each) => each !== null),
    room.clientWidth - 4,
  );
  const { parts, top } = rowsOf({ graph, axis, sel: state.sel, ...uses }, dated, deals);
  const svg = makeSvg("svg", {
    width: axis.width,
    height: top + 10,
    viewBox: `0 0 ${axis.width} ${top + 10}`,
    role: "group",
    "aria-label": `Timeline of ${count(dated.length, "event")} and ${count(deals.length, "deal")}; arrow keys go from event to event`,
  });
  svg.append(
    makeSvg("rect", { width: axis.width, height: top + 10, fill: colour("--paper") }),
    ...axisLines(axis, top),
    ...parts,
  );
  const undated = scene.events.length - dated.length;
  const early = days.filter((each) => each && each[0] < axis.first).length;
  const notes = [
    ...(undated ? [`${count(undated, "event")} without a date: see the table.`] : []),
    ...(early ? [`What is older stands at the left edge (${early.toLocaleString("en")}).`] : []),
  ];
  room.replaceChildren(svg, ...notes.map((text) => make("p", { class: "hint", text })));
}

/** The lanes of events, then the deals. @param {Chart} chart @param {number[]} dated @param {ReturnType<typeof dealsSeen>} deals */
function rowsOf(chart, dated, deals) {
  const parts = [];
  let top = 24;
  for (const lane of LANES) {
    const events = dated.filter((event) => chart.graph.events[event].group === lane);
    if (!events.length) continue;
    const { height, group } = laneOf(chart, lane, events, top);
    parts.push(group);
    top += height;
  }
  for (const deal of deals) {
    parts.push(dealRow(chart, deal, top));
    top += ROW;
  }
  return { parts, top };
}

/** @param {[number, number][]} days @param {number} width @returns {Axis} */
function axisOf(days, width) {
  const [first, end] = spanOf(days);
  const last = Math.max(end, first + 1);
  const wide = Math.max(width, 480);
  const left = wide < 600 ? 96 : LEFT;
  const x = (/** @type {number} */ day) =>
    left + ((Math.max(day, first) - first) / (last - first)) * (wide - left - 24);
  const day = (/** @type {number} */ at) => Math.round(first + ((at - left) / (wide - left - 24)) * (last - first));
  return { first, last, width: wide, x, day };
}

/** @param {Axis} axis @param {number} bottom */
function axisLines(axis, bottom) {
  return ticks(axis.first, axis.last, (axis.width - LEFT) / 90).flatMap(({ day, text }) => [
    makeSvg("line", { x1: axis.x(day), x2: axis.x(day), y1: 20, y2: bottom, stroke: colour("--rule") }),
    makeSvg("text", { x: axis.x(day) + 3, y: 14, "font-size": 11, fill: colour("--faint"), text }),
  ]);
}

/**
 * Deals with a day of their own or of an event that concerns them, in the window.
 * @param {Graph} graph @param {Scene} scene @param {{ since: string, until: string }} state
 */
function dealsSeen(graph, scene, { since, until }) {
  const passing = new Set(scene.events);
  return graph.things
    .map((thing, index) => ({ thing, index }))
    .filter(({ thing }) => thing.group === "CeasefireDeal")
    .map(({ thing, index }) => {
      const events = graph.eventsOf[index].filter((event) => passing.has(event) && daysOf(graph.events[event]));
      return { thing, events, span: daysOf(thing) };
    })
    .filter(
      ({ thing, span, events }) =>
        events.length || (span && (!since || (thing.end ?? "9") >= since) && (!until || (thing.begin ?? "") <= until)),
    )
    .sort((one, other) => ((one.thing.begin ?? "9") < (other.thing.begin ?? "9") ? -1 : 1));
}

/** A deal from the day it was agreed to its end or the last that is told of it. @param {Chart} chart @param {{ thing: import("./types.js").Thing, events: number[], span: [number, number] | null }} deal @param {number} top */
function dealRow(chart, { thing, events, span }, top) {
  const { graph, axis } = chart;
  const days = events.flatMap((event) => daysOf(graph.events[event]) ?? []);
  const begin = Math.max(thing.begin && span ? span[0] : Math.min(...days), axis.first);
  const known = Boolean(thing.end && thing.end !== thing.begin);
  const end = Math.max(known && span ? span[1] : Math.max(...days, begin), begin);
  const look = graph.group.get("CeasefireDeal");
  const bar = makeSvg("rect", {
    x: axis.x(begin),
    y: top + 5,
    width: Math.max(axis.x(end) - axis.x(begin), 6),
    height: 10,
    rx: 2,
    fill: look?.color ?? "#888",
    "fill-opacity": known ? 0.9 : 0.45,
    stroke: thing.id === chart.sel ? colour("--accent") : "none",
    "stroke-width": 3,
  });
  const breaches = events
    .filter((event) => graph.events[event].type === "CeasefireViolation")
    .map((event) =>
      mark(chart, event, axis.x((daysOf(graph.events[event]) ?? [begin])[0]), top + 10, lineColour("#D55E00")),
    );
  const ground = makeSvg("rect", { x: 0, y: top, width: axis.width, height: ROW, "fill-opacity": 0 });
  const name = caption(thing.label, top + 14, thing.id === chart.sel, axis);
  return makeSvg(
    "g",
    {},
    pickable(
      chart,
      thing.id,
      `${thing.label}: ${known ? "" : "end not told, "}${count(breaches.length, "breach").replace("breachs", "breaches")}`,
      ground,
      name,
      bar,
    ),
    ...breaches,
  );
}
