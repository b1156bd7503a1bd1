// @ts-check
// A large scene on a canvas: only what is in sight, lines by colour at once, names where there is room.

import { lineColour } from "./look.js";
import { paintLabels } from "./labels.js";
import { canvasMark } from "./marks.js";
import { paintRings } from "./rings.js";

/** @typedef {import("./plain_stage.js").Drawing} Drawing */
/** @typedef {import("./camera.js").View} View */
/** @typedef {{ ink: string, paper: string, accent: string }} Look */
/** @typedef {import("./types.js").SceneNode} SceneNode */

const MOST_LINES = 5000;
const MOST_NAMES = 160;
const CROWD = 4000;
/** Symbols smaller than this many pixels are squares, which are fast to fill. */
const DOT = 2.6;

/**
 * Paints the scene and returns the boxes of the names.
 * @param {CanvasRenderingContext2D} context @param {import("./types.js").Graph} graph
 * @param {Drawing} drawing @param {View} view @param {Look} look
 */
export function paintScene(context, graph, drawing, view, look) {
  const { ratio, scale } = view;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = look.paper;
  context.fillRect(0, 0, view.width, view.height);
  const toScene = () =>
    context.setTransform(
      ratio * scale,
      0,
      0,
      ratio * scale,
      ratio * (view.width / 2 - view.x * scale),
      ratio * (view.height / 2 - view.y * scale),
    );
  toScene();
  if (drawing.focus.rings) paintRings(context, graph, drawing.scene);
  paintLines(context, drawing, view, look);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNodes(context, drawing, view, look);
  return paintNames(context, drawing, view, look);
}

/** Whether a box about a line or node, in the scene's units, is in sight. @param {View} view */
function sight(view) {
  const [halfWidth, halfHeight] = [view.width / 2 / view.scale + 30, view.height / 2 / view.scale + 30];
  return (
    /** @type {number} */ left,
    /** @type {number} */ right,
    /** @type {number} */ top,
    /** @type {number} */ bottom,
  ) =>
    right > view.x - halfWidth &&
    left < view.x + halfWidth &&
    bottom > view.y - halfHeight &&
    top < view.y + halfHeight;
}

/** @typedef {[SceneNode, SceneNode]} Ends of a line */

/** @param {CanvasRenderingContext2D} context @param {Drawing} drawing @param {View} view @param {Look} look */
function paintLines(context, drawing, view, look) {
  const { strong, batches } = linesInSight(drawing, view);
  context.lineWidth = 1 / view.scale;
  context.globalAlpha = Math.max(0.12, Math.min(0.6, 0.15 + view.scale / 2));
  for (const [color, lines] of batches) strokeAll(context, lines, lineColour(color));
  context.globalAlpha = 1;
  context.lineWidth = 2.5 / view.scale;
  strokeAll(context, strong, look.accent);
}

/** The lines to paint: the heaviest by colour, and those of what is selected. @param {Drawing} drawing @param {View} view */
function linesInSight(drawing, view) {
  const seen = sight(view);
  const batches = /** @type {Map<string, Ends[]>} */ (new Map());
  const strong = /** @type {Ends[]} */ ([]);
  const { sel, marked } = drawing.focus;
  const chosen = new Set(marked);
  let left = MOST_LINES;
  for (const { id, from, to, color, onPath } of drawing.heavy) {
    const [one, two] = [drawing.place.get(from), drawing.place.get(to)];
    if (!one || !two) continue;
    if (!seen(Math.min(one.x, two.x), Math.max(one.x, two.x), Math.min(one.y, two.y), Math.max(one.y, two.y))) continue;
    if (onPath || id === sel || from === sel || to === sel || chosen.has(id)) strong.push([one, two]);
    else if (left > 0) {
      left -= 1;
      const batch = batches.get(color);
      if (batch) batch.push([one, two]);
      else batches.set(color, [[one, two]]);
    }
  }
  return { strong, batches };
}

/** @param {CanvasRenderingContext2D} context @param {Ends[]} lines @param {string} color */
function strokeAll(context, lines, color) {
  context.strokeStyle = color;
  context.beginPath();
  for (const [one, two] of lines) {
    context.moveTo(one.x, one.y);
    context.lineTo(two.x, two.y);
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {Drawing} drawing @param {View} view @param {Look} look */
function paintNodes(context, drawing, view, look) {
  context.strokeStyle = look.ink;
  context.lineWidth = 1;
  for (const nodes of nodesInSight(drawing, view)) {
    context.fillStyle = nodes[0].color;
    context.beginPath();
    for (const { shape, size, x, y } of nodes) {
      const [sx, sy] = spot(view, x, y);
      const reach = symbolReach(size, view.scale, drawing);
      if (reach < DOT) context.rect(sx - reach, sy - reach, 2 * reach, 2 * reach);
      else canvasMark(context, shape, reach, sx, sy);
    }
    context.fill();
    if (view.scale > 0.35) context.stroke();
  }
  const chosen = drawing.place.get(drawing.focus.sel);
  if (!chosen) return;
  const reach = symbolReach(chosen.size, view.scale, drawing) + 3;
  context.strokeStyle = look.accent;
  context.lineWidth = 4;
  context.beginPath();
  canvasMark(context, chosen.shape, reach, ...spot(view, chosen.x, chosen.y));
  context.stroke();
}

/** Nodes in sight, those of one look together. @param {Drawing} drawing @param {View} view */
function nodesInSight(drawing, view) {
  const seen = sight(view);
  const batches = /** @type {Map<string, SceneNode[]>} */ (new Map());
  for (const node of drawing.scene.nodes) {
    if (!seen(node.x, node.x, node.y, node.y)) continue;
    const key = `${node.color} ${node.shape}`;
    const batch = batches.get(key);
    if (batch) batch.push(node);
    else batches.set(key, [node]);
  }
  return batches.values();
}

/** Half the width of a symbol in pixels: from afar all are drawn larger, where they are not too many. @param {number} size @param {number} scale @param {Drawing} drawing */
function symbolReach(size, scale, { scene }) {
  const boldest = scene.nodes.length > CROWD ? 1.3 : 2.4;
  return Math.max(size * scale * Math.max(1, Math.min(boldest, 0.9 / scale)), Math.min(1.2, 0.4 + size / 14));
}

/** @param {View} view @param {number} x @param {number} y @returns {[number, number]} */
function spot(view, x, y) {
  return [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];
}

/** @param {CanvasRenderingContext2D} context @param {Drawing} drawing @param {View} view @param {Look} look */
function paintNames(context, drawing, view, look) {
  const seen = sight(view);
  const chosen = new Set([drawing.focus.sel, ...drawing.focus.marked]);
  const first = [...chosen].map((id) => drawing.place.get(id)).filter((node) => node !== undefined);
  const labels = [];
  for (const node of [...first, ...drawing.named]) {
    if (labels.length >= MOST_NAMES) break;
    if (!seen(node.x, node.x, node.y, node.y) || (chosen.has(node.id) && labels.length >= first.length)) continue;
    const [x, y] = spot(view, node.x, node.y);
    labels.push({
      id: node.id,
      text: node.label,
      x,
      y,
      reach: symbolReach(node.size, view.scale, drawing),
      strong: chosen.has(node.id),
    });
  }
  return paintLabels(context, labels, look);
}
