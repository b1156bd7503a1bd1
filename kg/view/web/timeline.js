// @ts-check
// Events and deals by date: events stacked in lanes, deals as bars with their breaches on them.

import { count, make, makeSvg, part } from "../../web/dom.js";
import { colour } from "./look.js";
import { daysOf, spanOf, ticks } from "./days.js";
import { dealRow, dealsSeen } from "./deals.js";
import { markedBy } from "./graph.js";
import { NAME, heading, laneOf } from "./lanes.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./lanes.js").Axis} Axis */
/** @typedef {import("./lanes.js").Chart} Chart */

const MARGIN = 12;
const ROW = 22;
/** Room for the text of a mark of the axis. */
const TEXT = 36;
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
  const { parts, height } = rowsOf({ graph, axis, marked: markedBy(graph, state.sel), ...uses }, dated, deals);
  const { width } = axis;
  const told = `${count(dated.length, "event")} and ${count(deals.length, "deal")}`;
  const svg = makeSvg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "group" },
    makeSvg("rect", { width, height, fill: colour("--paper") }),
    ...axisLines(axis, height - MARGIN),
    ...parts,
  );
  svg.setAttribute("aria-label", `Timeline of ${told}; arrow keys go from event to event`);
  const early = days.filter((each) => each && each[0] < axis.first).length;
  room.replaceChildren(svg, ...notes(scene.events.length - dated.length, early));
}

/** What the picture doesn't show, or not in its place. @param {number} undated @param {number} early */
function notes(undated, early) {
  const said = [
    ...(undated ? [`${count(undated, "event")} without a date: see the table.`] : []),
    ...(early ? [`What is older stands at the left edge (${early.toLocaleString("en")}).`] : []),
  ];
  return said.map((text) => make("p", { class: "hint", text }));
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
  if (deals.length) {
    parts.push(...heading(chart.axis, chart.graph.group.get("CeasefireDeal")?.label ?? "", top));
    top += NAME;
  }
  for (const deal of deals) {
    parts.push(dealRow(chart, deal, top));
    top += ROW;
  }
  return { parts, height: top + MARGIN };
}

/** @param {[number, number][]} days @param {number} width @returns {Axis} */
function axisOf(days, width) {
  const [first, end] = spanOf(days);
  const last = Math.max(end, first + 1);
  const wide = Math.max(width, 240);
  const long = wide - 2 * MARGIN;
  const x = (/** @type {number} */ day) => MARGIN + ((Math.max(day, first) - first) / (last - first)) * long;
  const day = (/** @type {number} */ at) => Math.round(first + ((at - MARGIN) / long) * (last - first));
  return { first, last, width: wide, x, day };
}

/** @param {Axis} axis @param {number} bottom */
function axisLines(axis, bottom) {
  const seen = ticks(axis.first, axis.last, axis.width / 90).filter(({ day }) => axis.x(day) < axis.width - TEXT);
  return seen.flatMap(({ day, text }) => [
    makeSvg("line", { x1: axis.x(day), x2: axis.x(day), y1: 20, y2: bottom, stroke: colour("--rule") }),
    makeSvg("text", { x: axis.x(day) + 3, y: 14, "font-size": 11, fill: colour("--faint"), text }),
  ]);
}

