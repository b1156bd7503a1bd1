// @ts-check
// Communities as tinted ground under their members.

import { DARK } from "./look.js";

const TINTS = ["#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#0072B2", "#D55E00", "#8C8C8C"];
const REACH = 58;
const LEAST = 3;

/**
 * Paints the ground of each community of three or more.
 * @param {CanvasRenderingContext2D} context in the scene's own units
 * @param {import("./types.js").Graph} graph
 * @param {import("./types.js").Scene} scene
 */
export function paintRings(context, graph, scene) {
  const members = /** @type {Map<number, { x: number, y: number }[]>} */ (new Map());
  for (const node of scene.nodes) {
    const found = graph.find.get(node.id);
    const community = found?.sort === "thing" ? graph.things[found.index].community : undefined;
    if (community !== undefined) members.set(community, [...(members.get(community) ?? []), node]);
  }
  context.globalAlpha = DARK.matches ? 0.28 : 0.2;
  for (const [community, nodes] of members) {
    if (nodes.length < LEAST) continue;
    context.fillStyle = TINTS[community % TINTS.length];
    context.beginPath();
    for (const { x, y } of nodes) {
      context.moveTo(x + REACH, y);
      context.arc(x, y, REACH, 0, 2 * Math.PI);
    }
    context.fill();
  }
  context.globalAlpha = 1;
}
