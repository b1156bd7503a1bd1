// @ts-check
// Everything together: one state, shown as network, timeline, map and table.

import { makeActions } from "./actions.js";
import { count, part } from "../../web/dom.js";
import { DARK, NARROW } from "./look.js";
import { makeExports } from "./exports.js";
import { filtersOf, sceneOf } from "./scene.js";
import { filtersOver, makeLegend } from "./legend.js";
import { indexed, shortestPath, titleOf } from "./graph.js";
import { makeHover } from "./hover.js";
import { makeMap } from "./map.js";
import { fillPanel } from "./panel.js";
import { PlainStage } from "./plain_stage.js";
import { makeSearch, searchEntries } from "./search.js";
import { makeSlider } from "./slider.js";
import { Holder } from "./state.js";
import { Table } from "./table.js";
import { makeTabs } from "./tabs.js";
import { drawTimeline } from "./timeline.js";
import { VisStage } from "./vis_stage.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Scene} Scene */

/** Above so many nodes or lines vis-network is slow, and our own canvas draws. */
const MOST_NODES = 700;
const MOST_EDGES = 2500;

const graph = indexed(JSON.parse(part("view").textContent ?? ""));
const spots = /** @type {Map<string, [number, number]>} */ (new Map());
const entries = searchEntries(graph);
const holder = new Holder(show);
const hover = makeHover(graph);
const say = (/** @type {string} */ text) => (part("said").textContent = text);
const told = {
  pick: (/** @type {string} */ id) => choose(id, false),
  point: hover,
  put: (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y) =>
    holder.change({ pins: new Map(holder.state.pins).set(id, [x, y]) }),
};
let scene = /** @type {Scene} */ ({ nodes: [], edges: [], events: [], ties: [], undated: 0 });
let stage = /** @type {VisStage | PlainStage | null} */ (null);
let stale = true;

/** For tests and for those who look under the hood. */
export const app = { graph, holder, scene: () => scene, stage: () => stage };

/** Selects a thing, event or line; `travel` moves the network there. @param {string} id @param {boolean} [travel] */
function choose(id, travel = true) {
  const over = filtersOver(graph, id).filter((name) => holder.state.off.has(name));
  const off = new Set([...holder.state.off].filter((name) => !over.includes(name)));
  const hide = new Set([...holder.state.hide].filter((name) => name !== id));
  const found = graph.find.get(id);
  const outside = found?.sort === "event" && !filtersOf(graph, { ...holder.state, off }).event(found.index);
  holder.change(
    { sel: id, path: [], ...(over.length ? { off } : {}), hide, ...(outside ? { since: "", until: "" } : {}) },
    over.length > 0,
  );
  if (!stage || !id || holder.state.tab !== "network") return;
  if (travel) stage.fit(nearby(id));
  else stage.see(ends(id)[0]);
}

/** What stands for something on the canvas: the ends of a line, else itself. @param {string} id @returns {string[]} */
function ends(id) {
  const found = graph.find.get(id);
  if (found?.sort !== "tie") return [id];
  return [graph.ties[found.index].from, graph.ties[found.index].to].map((end) => graph.things[end].id);
}

/** @param {string} since @param {string} until */
function narrow(since, until) {
  holder.change({ since, until });
}

/** @param {string} id @returns {string[]} */
function nearby(id) {
  const around = scene.edges.filter(({ from, to }) => from === id || to === id).flatMap(({ from, to }) => [from, to]);
  const drawn = new Set(scene.nodes.map((node) => node.id));
  return [...new Set([...ends(id), ...around])].filter((each) => drawn.has(each));
}

/** The way between the two ends of a path over lines that pass the filters. @param {State} state @returns {string[] | null} */
function wayOf(state) {
  const [one, two] = state.path.map((id) => graph.find.get(id));
  if (one?.sort !== "thing" || two?.sort !== "thing") return null;
  const { tie } = filtersOf(graph, state);
  const strict = shortestPath(
    graph,
    one.index,
    two.index,
    (index) => tie(index) && graph.ties[index].kind !== "within",
  );
  return strict.length ? strict : shortestPath(graph, one.index, two.index, tie);
}

/** Shows a state. @param {State} state @param {State} before */
function show(state, before) {
  const way = wayOf(state);
  scene = sceneOf(graph, state, spots, new Set(way ?? []));
  stale = true;
  showTab(state.tab);
  const picked = graph.find.has(state.sel);
  if (!picked && part("panel").contains(document.activeElement)) part(`tab-${state.tab}`).focus();
  part("panel").hidden = !picked;
  if (picked) fillPanel(graph, state.sel, { choose, close: () => choose(""), actions, way });
  drawTab(state, way ?? []);
  legend.update(state.off);
  slide(graph.events.map((_, index) => index).filter(filtersOf(graph, { ...state, since: "", until: "" }).event));
  showButtons(state);
  if (way?.length && state.path !== before.path) stage?.fit(way.filter((id) => !id.includes(" ")));
}

/** @param {State} state @param {string[]} marked */
function drawTab(state, marked) {
  if (state.tab === "timeline") drawTimeline(graph, scene, state, { choose, narrow });
  else if (state.tab === "map") drawMap(scene, state.sel);
  else if (state.tab === "table") table.draw(scene, state.sel);
  else drawNetwork(state, marked);
}

/** @param {State} state @param {string[]} marked */
function drawNetwork(state, marked) {
  if (!stale) return;
  stale = false;
  const canvas = part("canvas");
  const wanted = scene.nodes.length > MOST_NODES || scene.edges.length > MOST_EDGES ? "plain" : "vis";
  const anew = stage?.name !== wanted;
  if (anew) {
    stage?.destroy();
    stage = new (wanted === "vis" ? VisStage : PlainStage)(canvas, graph, told);
  }
  stage?.draw(scene, { sel: state.sel, marked, rings: state.rings });
  if (anew) home();
}

/** The first look: all of it, or on a narrow screen the heaviest, near enough to read. */
function home() {
  const first = scene.nodes[0]?.id;
  if (NARROW.matches && first && !holder.state.whole) stage?.near(first, 0.75);
  else stage?.fit([]);
}

/** @param {State} state */
function showButtons(state) {
  const things = scene.nodes.filter(({ event }) => !event).length;
  part("status").textContent =
    `Shown: ${things.toLocaleString("en")} of ${count(graph.things.length, "thing")}, ${count(scene.edges.length, "relation")}, ${scene.events.length.toLocaleString("en")} of ${count(graph.events.length, "event")}.`;
  part("unfold").setAttribute("aria-pressed", String(state.open.has("*")));
  part("whole").setAttribute("aria-pressed", String(state.whole));
  part("whole").hidden = graph.things.every(({ shown }) => shown);
  part("rings").setAttribute("aria-pressed", String(state.rings));
  for (const id of ["fit", "unfold", "rings"]) part(id).hidden = state.tab !== "network";
  part("undo").toggleAttribute("disabled", !holder.past.length);
  const hidden = state.hide.size;
  part("unhide").hidden = !hidden;
  part("unhide").textContent = `Show ${hidden} hidden`;
  document.title = graph.find.has(state.sel) ? `${titleOf(graph, state.sel)} – ${graph.title}` : graph.title;
}

const legend = makeLegend(graph, (names, on) => holder.put("off", names, !on));
const slide = makeSlider(graph, holder);
const drawMap = makeMap(graph, choose);
const table = new Table(graph, choose, say);
const showTab = makeTabs((tab) => holder.change({ tab }));
const actions = makeActions(graph, holder, entries, (id) => {
  const node = scene.nodes.find((each) => each.id === id);
  return node ? [node.x, node.y] : null;
});
makeExports(graph, () => ({ scene, tab: holder.state.tab, table: table.kind() }), say);
makeSearch(/** @type {HTMLInputElement} */ (part("search")), part("found"), entries, (id) => choose(id));

part("fit").addEventListener("click", () => stage?.fit([]));
part("undo").addEventListener("click", () => holder.undo());
part("unfold").addEventListener("click", () => holder.put("open", ["*"], !holder.state.open.has("*")));
part("whole").addEventListener("click", () => {
  holder.change({ whole: !holder.state.whole });
  stage?.fit([]);
});
part("rings").addEventListener("click", () => holder.change({ rings: !holder.state.rings }));
part("unhide").addEventListener("click", () => holder.change({ hide: new Set() }));
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && !typing && holder.state.sel) choose("");
  if (event.key === "z" && (event.ctrlKey || event.metaKey) && !typing) holder.undo();
  if (event.key !== "/" || typing) return;
  event.preventDefault();
  part("search").focus();
});
for (const tab of ["timeline", "map"]) {
  part(tab).addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const days = scene.events
      .filter((index) => graph.events[index].begin)
      .sort((one, other) => ((graph.events[one].begin ?? "") < (graph.events[other].begin ?? "") ? -1 : 1));
    const at = days.findIndex((index) => graph.events[index].id === holder.state.sel);
    const next = days[at < 0 ? (step > 0 ? 0 : days.length - 1) : at + step];
    if (next !== undefined) choose(graph.events[next].id);
  });
}
// Colours are set once, when drawn; the address keeps the rest.
DARK.addEventListener("change", () => location.reload());
// Before anything is drawn, so that the first look fits what room is left.
if (NARROW.matches) /** @type {HTMLDetailsElement} */ (part("legend")).open = false;
show(holder.state, holder.state);
if (graph.find.has(holder.state.sel) && holder.state.tab === "network") stage?.fit(nearby(holder.state.sel));
new ResizeObserver(() => {
  if (holder.state.tab === "network") stage?.resize();
  else drawTab(holder.state, []);
}).observe(part("stage"));
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = "true")));
