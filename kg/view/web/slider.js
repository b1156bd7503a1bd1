// @ts-check
// The time slider: how many events each period has, a window over them to drag, play and clear.

import { button, make, makeSvg, part } from "../../web/dom.js";
import { colour } from "./look.js";
import { daysOf, isoDay, periods, spanOf, ticks } from "./days.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./state.js").Holder} Holder */

const HEIGHT = 44;
const PLAY = 900;

/** How many events touch each period. @param {Graph} graph @param {number[]} events @param {number[]} starts @returns {number[]} */
export function histogram(graph, events, starts) {
  const bars = starts.slice(1).map(() => 0);
  for (const index of events) {
    const days = daysOf(graph.events[index]);
    if (!days) continue;
    // What lies before the bars counts in the first, as the window is open at its ends.
    const last = Math.max(days[1], starts[0]);
    for (let at = 0; at < bars.length; at += 1) if (days[0] < starts[at + 1] && last >= starts[at]) bars[at] += 1;
  }
  return bars;
}

/** The first and the last bar in a window; an open end takes all. @param {{ since: string, until: string }} state @param {number[]} starts @returns {[number, number]} */
export function barsOf({ since, until }, starts) {
  const bars = starts.length - 1;
  const bar = (/** @type {string} */ day) => {
    const at = starts.findLastIndex((start) => isoDay(start) <= day);
    return Math.max(0, Math.min(at, bars - 1));
  };
  return [since ? bar(since) : 0, until ? bar(until) : bars - 1];
}

/** The window from one bar to another. @param {number} low @param {number} high @param {number[]} starts */
function windowOf(low, high, starts) {
  const until = high < starts.length - 2 ? isoDay(starts[high + 1] - 1) : "";
  return { since: low > 0 ? isoDay(starts[low]) : "", until };
}

/**
 * Builds the slider; it says so where no event has a date.
 * @param {Graph} graph @param {Holder} holder
 * @returns {(events: number[]) => void} redraws, with the events that pass all other filters
 */
export function makeSlider(graph, holder) {
  const room = part("slider");
  const days = graph.events.map(daysOf).filter((each) => each !== null);
  if (!days.length) {
    const text = "No event here has a date, so there is no time to choose.";
    room.replaceChildren(make("p", { class: "faint", text }));
    return () => {};
  }
  const starts = periods(...spanOf(days));
  const controls = makeControls(holder, starts);
  room.replaceChildren(...controls.parts);
  const undated = graph.events.length - days.length;
  return (events) => {
    const chosen = barsOf(holder.state, starts);
    controls.update(chosen, windowText(holder.state, spanOf(days), undated));
    paint(controls.svg, room, starts, histogram(graph, events, starts), chosen);
  };
}

/** @param {{ since: string, until: string }} state @param {[number, number]} span @param {number} undated */
function windowText({ since, until }, [first, last], undated) {
  const number = undated.toLocaleString("en");
  if (since || until) return `${since || "…"} to ${until || "…"}${undated ? ` · undated events left out: ${number}` : ""}`;
  return `${isoDay(first)} to ${isoDay(last)}${undated ? ` · ${number} more without a date` : ""}`;
}

/** The parts that one moves, and how they follow the state. @param {Holder} holder @param {number[]} starts */
function makeControls(holder, starts) {
  const bars = starts.length - 1;
  const svg = makeSvg("svg", { role: "img", "aria-label": "Events over time", preserveAspectRatio: "none" });
  const told = make("output", { id: "window", for: "since until" });
  const [from, to] = [range("since", "First period", bars), range("until", "Last period", bars)];
  const set = (/** @type {number} */ low, /** @type {number} */ high) => holder.change(windowOf(low, high, starts));
  from.addEventListener("input", () => set(Math.min(Number(from.value), Number(to.value)), Number(to.value)));
  to.addEventListener("input", () => set(Number(from.value), Math.max(Number(from.value), Number(to.value))));
  const play = player(() => {
    const next = holder.state.since || holder.state.until ? Number(to.value) + 1 : 0;
    if (next < bars) set(next, next);
    return next < bars;
  });
  const clear = button("All time", () => holder.change({ since: "", until: "" }), { id: "all-time" });
  brush(svg, bars, set);
  const update = (/** @type {[number, number]} */ [low, high], /** @type {string} */ text) => {
    [from.value, to.value] = [String(low), String(high)];
    from.setAttribute("aria-valuetext", isoDay(starts[low]));
    to.setAttribute("aria-valuetext", isoDay(starts[high + 1] - 1));
    told.textContent = text;
    clear.toggleAttribute("disabled", !holder.state.since && !holder.state.until);
  };
  const parts = [make("div", { class: "row" }, play, clear, told), make("div", { class: "track" }, svg, from, to)];
  return { svg, parts, update };
}

/** @param {string} id @param {string} label @param {number} bars @returns {HTMLInputElement} */
function range(id, label, bars) {
  return /** @type {HTMLInputElement} */ (
    make("input", {
      type: "range",
      id,
      min: 0,
      max: bars - 1,
      step: 1,
      value: id === "since" ? 0 : bars - 1,
      "aria-label": label,
    })
  );
}

/** A button that takes a step after the other until there is none. @param {() => boolean} step */
function player(step) {
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    made.textContent = "Play";
  };
  const made = button(
    "Play",
    () => {
      if (timer) {
        stop();
        return;
      }
      made.textContent = "Stop";
      timer = window.setInterval(() => {
        if (!step()) stop();
      }, PLAY);
      step();
    },
    { id: "play" },
  );
  return made;
}

/** Lets one drag a window over the bars. @param {SVGElement} svg @param {number} bars @param {(low: number, high: number) => void} set */
function brush(svg, bars, set) {
  let start = -1;
  const at = (/** @type {PointerEvent} */ event) => {
    const frame = svg.getBoundingClientRect();
    return Math.max(0, Math.min(bars - 1, Math.floor(((event.clientX - frame.left) / frame.width) * bars)));
  };
  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    start = at(event);
    set(start, start);
  });
  svg.addEventListener("pointermove", (event) => {
    if (start >= 0) set(Math.min(start, at(event)), Math.max(start, at(event)));
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"]))
    svg.addEventListener(name, () => (start = -1));
}

/** @param {SVGElement} svg @param {HTMLElement} room @param {number[]} starts @param {number[]} bars @param {[number, number]} chosen */
function paint(svg, room, starts, bars, chosen) {
  const width = Math.max(room.clientWidth - 24, 200);
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  svg.replaceChildren(...columns(starts, bars, chosen, width), ...axis(starts, width));
}

/** @param {number[]} starts @param {number[]} bars @param {[number, number]} chosen @param {number} width */
function columns(starts, bars, [low, high], width) {
  const most = Math.max(...bars, 1);
  const step = width / bars.length;
  return bars.map((bar, at) => {
    const tall = bar ? Math.max((bar / most) * (HEIGHT - 16), 2) : 0;
    const shape = {
      x: (at * step + 0.5).toFixed(1),
      y: (HEIGHT - 14 - tall).toFixed(1),
      width: Math.max(step - 1, 0.5).toFixed(1),
      height: tall.toFixed(1),
      fill: at >= low && at <= high ? colour("--accent") : colour("--rule"),
    };
    return makeSvg("rect", shape, makeSvg("title", { text: `${isoDay(starts[at])}: ${bar}` }));
  });
}

/** @param {number[]} starts @param {number} width */
function axis(starts, width) {
  const [first, last] = [starts[0], starts[starts.length - 1]];
  return ticks(first, last, width / 80)
    .map(({ day, text }) => ({ text, x: ((day - first) / (last - first)) * width }))
    .filter(({ x }) => x < width - 30)
    .map(({ text, x }) =>
      makeSvg("text", { x: x.toFixed(1), y: HEIGHT - 3, "font-size": 11, fill: colour("--faint"), text }),
    );
}
