// @ts-check
// The network as vis-network draws it, with names of our own: for scenes of some hundred nodes.

import { fitted, reachable } from "./camera.js";
import { CALM, colour, lineColour } from "./look.js";
import { paintLabels } from "./labels.js";
import { paintRings } from "./rings.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").SceneNode} SceneNode */
/** @typedef {import("./types.js").SceneEdge} SceneEdge */
/**
 * What a stage tells: what was picked (id or ""), pointed at, and where something was put.
 * @typedef {{ pick: (id: string) => void, point: (id: string, x: number, y: number) => void, put: (id: string, x: number, y: number) => void }} Told
 */
/** @typedef {{ sel: string, marked: string[], rings: boolean }} Focus */

/** The library, which stands in a script of its own. */
const { vis } = /** @type {any} */ (window);
const MOST_NAMES = 400;
/** From afar symbols and lines are drawn so much bolder, or a large scene would be dust. */
const BOLDEST = 1.7;
/** So many lines are seen from afar; the lesser ones appear with zoom. */
const MOST_LINES = /** @type {[number, number][]} */ ([
  [0.6, 500],
  [1, 1000],
]);
/** Smaller changes are not worth drawing again. */
const BOLDER = 0.1;

/**
 * @param {HTMLElement} holder
 * @param {import("./types.js").Graph} graph
 * @param {Told} told
 */
export function visStage(holder, graph, told) {
  const nodes = new vis.DataSet([]);
  const edges = new vis.DataSet([]);
  const network = new vis.Network(holder, { nodes, edges }, { ...graph.network.options, ...options() });
  let scene = /** @type {Scene} */ ({ nodes: [], edges: [], events: [], ties: [], undated: 0 });
  let focus = /** @type {Focus} */ ({ sel: "", marked: [], rings: false });
  let bold = 1;
  // The first look is there at once: what is measured on opening must not cut a flight short.
  let isFirst = true;
  let boxes = /** @type {import("./labels.js").Box[]} */ ([]);

  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    if (focus.rings) paintRings(context, graph, scene);
  });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    boxes = nameAll(context, network, scene, focus, bold);
    const wanted = boldness(network.getScale());
    if (Math.abs(wanted - bold) > BOLDER) setTimeout(() => embolden(wanted), 0);
  });
  /** @param {number} wanted */
  const embolden = (wanted) => {
    bold = wanted;
    nodes.update(scene.nodes.map(({ id, size }) => ({ id, size: size * bold })));
    const shown = linesAt(scene, focus, network.getScale());
    edges.update(scene.edges.map(({ id, width }) => ({ id, width: width * bold, hidden: !shown.has(id) })));
  };
  listen(network, told);
  reachable(/** @type {HTMLElement} */ (holder.firstElementChild));
  return {
    name: "vis",
    network,
    /** @param {Scene} next @param {Focus} seen */
    draw(next, seen) {
      // Lines go first and come last: vis-network must never see one without its ends.
      drop(edges, next.edges);
      drop(nodes, next.nodes);
      nodes.update(next.nodes.map((node) => nodeLook(node, bold)));
      edges.update(next.edges.map((edge) => edgeLook(edge, next.edges.length > 400, bold)));
      [scene, focus] = [next, seen];
      embolden(bold);
      select(network, scene, focus);
    },
    /** @param {string[]} ids */
    fit(ids) {
      const wanted = new Set(ids);
      const near = scene.nodes.filter(({ id }) => !ids.length || wanted.has(id));
      const { scale, ...position } = fitted(near, holder.clientWidth, holder.clientHeight);
      if (CALM.matches) embolden(boldness(scale));
      const animation = CALM.matches || isFirst ? false : { duration: 350, easingFunction: "easeInOutQuad" };
      isFirst = false;
      network.moveTo({ position, scale, animation });
    },
    /** Moves only where something is out of sight. @param {string} id */
    see(id) {
      const position = network.getPositions([id])[id];
      if (!position) return;
      const { x, y } = network.canvasToDOM(position);
      if (x < 30 || y < 30 || x > holder.clientWidth - 30 || y > holder.clientHeight - 30)
        network.moveTo({ position, animation: !CALM.matches });
    },
    /** @param {string} id @param {number} scale */
    near(id, scale) {
      network.moveTo({ position: network.getPosition(id), scale, animation: false });
    },
    /** Takes the room there is; vis-network would shrink the picture, late. */
    resize() {
      const [scale, position] = [network.getScale(), network.getViewPosition()];
      network.setSize("100%", "100%");
      network.moveTo({ position, scale, animation: false });
    },
    /** @param {string} id @returns {[number, number]} */
    spot(id) {
      const { x, y } = network.canvasToDOM(network.getPosition(id));
      return [x, y];
    },
    scale: () => network.getScale(),
    boxes: () => boxes,
    destroy: () => network.destroy(),
  };
}

/** Ids of the lines to be seen at a scale: the weightiest, and those of what is selected. @param {Scene} scene @param {Focus} focus @param {number} scale */
function linesAt({ edges }, focus, scale) {
  const most = MOST_LINES.find(([nearest]) => scale < nearest)?.[1] ?? Infinity;
  const ranked =
    edges.length > most ? [...edges].sort((one, other) => other.weight - one.weight).slice(0, most) : edges;
  const asked = edges.filter(({ from, to, id, onPath }) => onPath || [from, to, id].includes(focus.sel));
  return new Set([...ranked, ...asked].map(({ id }) => id));
}

/** @param {number} scale */
function boldness(scale) {
  return Math.max(1, Math.min(BOLDEST, 0.9 / scale));
}

function options() {
  return {
    layout: { improvedLayout: false },
    interaction: {
      hover: true,
      keyboard: { enabled: true, bindToWindow: false },
      selectConnectedEdges: false,
      tooltipDelay: 1e9,
    },
    nodes: { borderWidth: 1, borderWidthSelected: 4 },
    edges: { arrows: { to: { scaleFactor: 0.5 } }, hoverWidth: 1.5, selectionWidth: 2 },
  };
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

/** @param {SceneNode} node @param {number} bold */
function nodeLook({ id, shape, color, size, x, y, pinned }, bold) {
  const strong = { background: color, border: colour("--accent") };
  return {
    id,
    shape,
    size: size * bold,
    x,
    y,
    borderWidth: pinned ? 3 : 1,
    color: { background: color, border: colour("--ink"), highlight: strong, hover: strong },
  };
}

/** @param {SceneEdge} edge @param {boolean} faint @param {number} bold */
function edgeLook(edge, faint, bold) {
  const tint = edge.onPath ? colour("--accent") : lineColour(edge.color);
  const opacity = edge.onPath ? 1 : faint ? 0.45 : 0.8;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    width: edge.width * bold,
    dashes: edge.dashes.length ? edge.dashes : false,
    arrows: edge.arrow ? "to" : "",
    color: { color: tint, highlight: tint, hover: tint, inherit: false, opacity },
    smooth: edge.bend
      ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) }
      : { enabled: false },
  };
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

/** @param {CanvasRenderingContext2D} context @param {any} network @param {Scene} scene @param {Focus} focus @param {number} bold */
function nameAll(context, network, scene, focus, bold) {
  const scale = network.getScale();
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const [width, height] = [context.canvas.clientWidth, context.canvas.clientHeight];
  const marked = new Set([focus.sel, ...focus.marked]);
  const labels = scene.nodes.flatMap(({ id, label, size, weight, pinned }) => {
    const position = network.getPositions([id])[id];
    // vis-network may draw while a scene is being exchanged.
    if (!position) return [];
    const { x, y } = network.canvasToDOM(position);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) return [];
    const strong = marked.has(id);
    return [
      {
        id,
        text: label,
        x,
        y,
        reach: size * bold * scale,
        strong,
        rank: strong ? Infinity : weight + (pinned ? 1000 : 0),
      },
    ];
  });
  labels.sort((one, other) => other.rank - one.rank);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const boxes = paintLabels(context, labels.slice(0, MOST_NAMES), { ink: colour("--ink"), paper: colour("--paper") });
  context.restore();
  return boxes;
}
