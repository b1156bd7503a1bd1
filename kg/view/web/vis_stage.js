// @ts-check
// The network as vis-network draws it, with names of our own: for scenes of some hundred nodes.

import { fitted, reachable } from "./camera.js";
import { CALM, colour } from "./look.js";
import { paintLabels } from "./labels.js";
import { paintRings } from "./rings.js";
import { edgeLook, nodeLook, options } from "./vis_looks.js";

/** @typedef {import("./types.js").Scene} Scene */
/**
 * What a stage tells: what was picked (id or ""), pointed at, and where something was put.
 * @typedef {{ pick: (id: string) => void, point: (id: string, x: number, y: number) => void, put: (id: string, x: number, y: number) => void }} Told
 */
/** @typedef {{ sel: string, marked: string[], rings: boolean }} Focus */

/** The library, which stands in a script of its own. */
const { vis } = /** @type {any} */ (window);
const MOST_NAMES = 400;
/** More lines than these are paler. */
const CROWD = 400;
/** What stands nearer to the edge of the canvas is out of sight. */
const RIM = 30;
/** Names of symbols so far outside may reach in. */
const NEAR = 40;
/** From afar symbols and lines are drawn so much bolder, or a large scene would be dust. */
const BOLDEST = 1.7;
/** So many lines are seen from afar; the lesser ones appear with zoom. */
const MOST_LINES = /** @type {[number, number][]} */ ([
  [0.6, 500],
  [1, 1000],
]);
/** Smaller changes are not worth drawing again. */
const BOLDER = 0.1;

export class VisStage {
  name = "vis";

  /** @param {HTMLElement} holder @param {import("./types.js").Graph} graph @param {Told} told */
  constructor(holder, graph, told) {
    this.holder = holder;
    this.graph = graph;
    this.nodes = new vis.DataSet([]);
    this.edges = new vis.DataSet([]);
    const { nodes, edges } = this;
    this.network = new vis.Network(holder, { nodes, edges }, { ...graph.network.options, ...options() });
    this.scene = /** @type {Scene} */ ({ nodes: [], edges: [], events: [], ties: [], undated: 0 });
    this.focus = /** @type {Focus} */ ({ sel: "", marked: [], rings: false });
    this.bold = 1;
    this.level = levelAt(1);
    // The first look is there at once: what is measured on opening must not cut a flight short.
    this.isFirst = true;
    this.painted = /** @type {import("./labels.js").Box[]} */ ([]);
    this.network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
      if (this.focus.rings) paintRings(context, graph, this.scene);
    });
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.write(context));
    listen(this.network, told);
    reachable(/** @type {HTMLElement} */ (holder.firstElementChild));
  }

  /** Writes the names, and suits the picture to where one has moved. @param {CanvasRenderingContext2D} context */
  write(context) {
    this.painted = nameAll(context, this);
    if (!this.suits(this.scale())) setTimeout(() => this.adapt(this.scale()), 0);
  }

  /** @param {number} scale */
  suits(scale) {
    return Math.abs(boldness(scale) - this.bold) <= BOLDER && levelAt(scale) === this.level;
  }

  /** Makes symbols bolder from afar, and shows lesser lines from near. @param {number} scale */
  adapt(scale) {
    if (this.suits(scale)) return;
    [this.bold, this.level] = [boldness(scale), levelAt(scale)];
    const { bold } = this;
    const shown = linesAt(this.scene, this.focus, this.level);
    this.nodes.update(this.scene.nodes.map(({ id, size }) => ({ id, size: size * bold })));
    this.edges.update(this.scene.edges.map(({ id, width }) => ({ id, width: width * bold, hidden: !shown.has(id) })));
  }

  /** @param {Scene} scene @param {Focus} focus */
  draw(scene, focus) {
    // Lines go first and come last: vis-network must never see one without its ends.
    drop(this.edges, scene.edges);
    drop(this.nodes, scene.nodes);
    [this.scene, this.focus] = [scene, focus];
    this.nodes.update(scene.nodes.map((node) => nodeLook(node, this.bold)));
    const [shown, isCrowd] = [linesAt(scene, focus, this.level), scene.edges.length > CROWD];
    this.edges.update(
      scene.edges.map((edge) => ({ ...edgeLook(edge, isCrowd, this.bold), hidden: !shown.has(edge.id) })),
    );
    select(this.network, scene, focus);
  }

  /** @param {string[]} ids none for all */
  fit(ids) {
    const { holder } = this;
    const wanted = new Set(ids);
    const near = this.scene.nodes.filter(({ id }) => !ids.length || wanted.has(id));
    const { scale, ...position } = fitted(near, holder.clientWidth, holder.clientHeight);
    if (CALM.matches) this.adapt(scale);
    const animation = CALM.matches || this.isFirst ? false : { duration: 350, easingFunction: "easeInOutQuad" };
    this.isFirst = false;
    this.network.moveTo({ position, scale, animation });
  }

  /** Moves only where something is out of sight. @param {string} id */
  see(id) {
    const { holder, network } = this;
    const position = network.getPositions([id])[id];
    if (!position) return;
    const { x, y } = network.canvasToDOM(position);
    if (x < RIM || y < RIM || x > holder.clientWidth - RIM || y > holder.clientHeight - RIM)
      network.moveTo({ position, animation: !CALM.matches });
  }

  /** @param {string} id @param {number} scale */
  near(id, scale) {
    this.network.moveTo({ position: this.network.getPosition(id), scale, animation: false });
  }

  /** Takes the room there is; vis-network would shrink the picture, late. */
  resize() {
    const [scale, position] = [this.scale(), this.network.getViewPosition()];
    this.network.setSize("100%", "100%");
    this.network.moveTo({ position, scale, animation: false });
  }

  /** Where something stands on the canvas. @param {string} id @returns {[number, number]} */
  spot(id) {
    const { x, y } = this.network.canvasToDOM(this.network.getPosition(id));
    return [x, y];
  }

  /** @returns {number} */
  scale() {
    return this.network.getScale();
  }

  boxes() {
    return this.painted;
  }

  destroy() {
    this.network.destroy();
  }
}

/** Which of the bounds on lines holds at a scale; none from near. @param {number} scale */
function levelAt(scale) {
  return MOST_LINES.findIndex(([nearest]) => scale < nearest);
}

/** Ids of the lines to be seen: the weightiest, and those of what is selected. @param {Scene} scene @param {Focus} focus @param {number} level */
function linesAt({ edges }, focus, level) {
  const most = MOST_LINES[level]?.[1] ?? Infinity;
  const ranked =
    edges.length > most ? [...edges].sort((one, other) => other.weight - one.weight).slice(0, most) : edges;
  const asked = edges.filter(({ from, to, id, onPath }) => onPath || [from, to, id].includes(focus.sel));
  return new Set([...ranked, ...asked].map(({ id }) => id));
}

/** @param {number} scale */
function boldness(scale) {
  return Math.max(1, Math.min(BOLDEST, 0.9 / scale));
}

/** @param {any} network @param {Told} told */
function listen(network, told) {
  network.on("click", (/** @type {{ nodes: string[], edges: string[] }} */ { nodes, edges }) =>
    told.pick(nodes[0] ?? edges[0] ?? ""),
  );
  network.on("hoverNode", (/** @type {any} */ { node, pointer }) => told.point(node, pointer.DOM.x, pointer.DOM.y));
  network.on("hoverEdge", (/** @type {any} */ { edge, pointer }) => told.point(edge, pointer.DOM.x, pointer.DOM.y));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => told.point("", 0, 0));
  network.on("dragEnd", (/** @type {{ nodes: string[] }} */ { nodes }) => {
    for (const [id, { x, y }] of Object.entries(network.getPositions(nodes))) told.put(id, x, y);
  });
}

/** Takes away what is no longer wanted. @param {any} set @param {{ id: string }[]} wanted */
function drop(set, wanted) {
  const ids = new Set(wanted.map(({ id }) => id));
  set.remove(set.getIds().filter((/** @type {string} */ id) => !ids.has(id)));
}

/** @param {any} network @param {Scene} scene @param {Focus} focus */
function select(network, scene, focus) {
  const marked = new Set([focus.sel, ...focus.marked]);
  const nodes = scene.nodes.map(({ id }) => id).filter((id) => marked.has(id));
  const edges = scene.edges
    .filter(({ id, from, to }) => marked.has(id) || (focus.sel && (from === focus.sel || to === focus.sel)))
    .map(({ id }) => id);
  network.setSelection({ nodes, edges }, { highlightEdges: false });
}

/** Paints the names over the picture. @param {CanvasRenderingContext2D} context @param {VisStage} stage */
function nameAll(context, stage) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const labels = labelsInSight(stage, context.canvas.clientWidth, context.canvas.clientHeight);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const boxes = paintLabels(context, labels.slice(0, MOST_NAMES), { ink: colour("--ink"), paper: colour("--paper") });
  context.restore();
  return boxes;
}

/** Names of what is on the canvas or near it, the weightiest first. @param {VisStage} stage @param {number} width @param {number} height */
function labelsInSight({ network, scene, focus, bold }, width, height) {
  const scale = network.getScale();
  const marked = new Set([focus.sel, ...focus.marked]);
  const labels = scene.nodes.flatMap(({ id, label, size, weight, pinned }) => {
    const position = network.getPositions([id])[id];
    // vis-network may draw while a scene is being exchanged.
    if (!position) return [];
    const { x, y } = network.canvasToDOM(position);
    if (x < -NEAR || y < -NEAR || x > width + NEAR || y > height + NEAR) return [];
    const strong = marked.has(id);
    const rank = strong ? Infinity : weight + (pinned ? 1000 : 0);
    return [{ id, text: label, x, y, reach: size * bold * scale, strong, rank }];
  });
  return labels.sort((one, other) => other.rank - one.rank);
}
