// @ts-check
// Nodes and lines as vis-network wants to be told of them.

import { colour, lineColour } from "./look.js";

/** @typedef {import("./types.js").SceneNode} SceneNode */
/** @typedef {import("./types.js").SceneEdge} SceneEdge */

/** What vis-network lets people do, and its arrows. */
export function options() {
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

/** @param {SceneNode} node @param {number} bold */
export function nodeLook({ id, shape, color, size, x, y, pinned }, bold) {
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
export function edgeLook(edge, faint, bold) {
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
