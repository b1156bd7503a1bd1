// @ts-check
// Places for what Python has not placed: events that are unfolded, neighbours that are added.

/** @typedef {import("./types.js").Scene} Scene */

const CELL = 34;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Gives every node without a place one near those that it is joined to, where no other node is;
 * once given, `spots` keeps it.
 * @param {Scene} scene
 * @param {Map<string, [number, number]>} spots
 */
export function placeNear(scene, spots) {
  const lost = scene.nodes.filter(({ x }) => Number.isNaN(x));
  if (!lost.length) return;
  const placed = new Map(scene.nodes.filter(({ x }) => !Number.isNaN(x)).map((node) => [node.id, node]));
  const taken = new Set([...placed.values()].map(({ x, y }) => cell(x, y)));
  const near = neighbours(scene);
  for (const node of lost) {
    const anchors = (near.get(node.id) ?? []).map((id) => placed.get(id)).filter((each) => each !== undefined);
    const known = spots.get(node.id);
    const [x, y] = known ?? free(middle(anchors.length ? anchors : [...placed.values()]), taken);
    spots.set(node.id, [x, y]);
    taken.add(cell(x, y));
    Object.assign(node, { x, y });
    placed.set(node.id, node);
  }
}

/** @param {Scene} scene @returns {Map<string, string[]>} */
function neighbours(scene) {
  const near = /** @type {Map<string, string[]>} */ (new Map());
  const add = (/** @type {string} */ one, /** @type {string} */ other) => {
    const known = near.get(one);
    if (known) known.push(other);
    else near.set(one, [other]);
  };
  for (const { from, to } of scene.edges) {
    add(from, to);
    add(to, from);
  }
  return near;
}

/** @param {{ x: number, y: number }[]} nodes @returns {[number, number]} */
function middle(nodes) {
  const count = Math.max(nodes.length, 1);
  const sum = (/** @type {"x" | "y"} */ axis) => nodes.reduce((total, node) => total + node[axis], 0);
  return [sum("x") / count, sum("y") / count];
}

/** @param {number} x @param {number} y */
function cell(x, y) {
  return `${Math.round(x / CELL)} ${Math.round(y / CELL)}`;
}

/** The first free cell on a sunflower's spiral. @param {[number, number]} start @param {Set<string>} taken @returns {[number, number]} */
function free([x, y], taken) {
  for (let step = 0; ; step += 1) {
    const reach = CELL * 0.75 * Math.sqrt(step);
    const at = /** @type {[number, number]} */ ([
      Math.round(x + reach * Math.cos(step * TURN)),
      Math.round(y + reach * Math.sin(step * TURN)),
    ]);
    if (!taken.has(cell(...at))) return at;
  }
}
