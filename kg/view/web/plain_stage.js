// @ts-check
// The network on a canvas of our own, for thousands of nodes: lines and names appear with zoom.

import { colour } from "./look.js";
import { Camera, reachable } from "./camera.js";
import { paintScene } from "./paint.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./vis_stage.js").Focus} Focus */
/** @typedef {{ scene: Scene, focus: Focus, place: Map<string, import("./types.js").SceneNode>, cells: Map<string, import("./types.js").SceneNode[]>, heavy: import("./types.js").SceneEdge[], named: import("./types.js").SceneNode[] }} Drawing */

const CELL = 80;

export class PlainStage {
  name = "plain";

  /** @param {HTMLElement} holder @param {import("./types.js").Graph} graph @param {import("./vis_stage.js").Told} told */
  constructor(holder, graph, told) {
    const canvas = document.createElement("canvas");
    canvas.className = "plain";
    reachable(canvas);
    holder.replaceChildren(canvas);
    this.holder = holder;
    this.graph = graph;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.painted = /** @type {import("./labels.js").Box[]} */ ([]);
    this.waiting = 0;
    const nothing = { nodes: [], edges: [], events: [], ties: [], undated: 0 };
    this.drawing = prepared(nothing, { sel: "", marked: [], rings: false });
    this.camera = new Camera(holder, canvas, {
      changed: () => this.soon(),
      hit: (x, y) => hit(this.drawing, this.camera.view, x, y),
      drag: (id, x, y) => this.drag(id, x, y),
      told,
    });
    this.camera.resize();
  }

  soon() {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.painted = paintScene(this.context, this.graph, this.drawing, this.camera.view, look());
    });
  }

  /** @param {string} id @param {number} x @param {number} y */
  drag(id, x, y) {
    Object.assign(this.drawing.place.get(id) ?? {}, { x, y });
    this.soon();
  }

  /** @param {Scene} scene @param {Focus} focus */
  draw(scene, focus) {
    this.drawing = prepared(scene, focus);
    this.soon();
  }

  /** @param {string[]} ids none for all */
  fit(ids) {
    const wanted = ids.map((id) => this.drawing.place.get(id)).filter((node) => node !== undefined);
    this.camera.fit(wanted.length ? wanted : this.drawing.scene.nodes);
  }

  /** @param {string} id */
  see(id) {
    const node = this.drawing.place.get(id);
    if (node) this.camera.see(node);
  }

  /** @param {string} id @param {number} scale */
  near(id, scale) {
    const node = this.drawing.place.get(id);
    if (node) this.camera.go(node.x, node.y, scale);
  }

  resize() {
    this.camera.resize();
  }

  /** Where something stands on the canvas. @param {string} id @returns {[number, number]} */
  spot(id) {
    const node = this.drawing.place.get(id);
    return node ? this.camera.toScreen(node.x, node.y) : [NaN, NaN];
  }

  scale() {
    return this.camera.view.scale;
  }

  boxes() {
    return this.painted;
  }

  destroy() {
    cancelAnimationFrame(this.waiting);
    this.camera.destroy();
    this.holder.replaceChildren();
  }
}

function look() {
  return { ink: colour("--ink"), paper: colour("--paper"), accent: colour("--accent") };
}

/** @param {Scene} scene @param {Focus} focus @returns {Drawing} */
function prepared(scene, focus) {
  const place = new Map(scene.nodes.map((node) => [node.id, node]));
  const cells = /** @type {Drawing["cells"]} */ (new Map());
  for (const node of scene.nodes) {
    const key = `${Math.floor(node.x / CELL)} ${Math.floor(node.y / CELL)}`;
    const there = cells.get(key);
    if (there) there.push(node);
    else cells.set(key, [node]);
  }
  const heavy = [...scene.edges].sort((one, other) => other.weight - one.weight);
  const named = [...scene.nodes].sort((one, other) => other.weight - one.weight);
  return { scene, focus, place, cells, heavy, named };
}

/** What stands at a spot of the screen: a node, else a line, else "". @param {Drawing} drawing @param {import("./camera.js").View} view @param {number} x @param {number} y */
function hit(drawing, view, x, y) {
  const [wx, wy] = [(x - view.width / 2) / view.scale + view.x, (y - view.height / 2) / view.scale + view.y];
  const reach = 6 / view.scale;
  const wide = Math.min(Math.ceil((30 + reach) / CELL), 6);
  let best = { id: "", far: Infinity };
  for (let i = -wide; i <= wide; i += 1)
    for (let j = -wide; j <= wide; j += 1)
      for (const node of drawing.cells.get(`${Math.floor(wx / CELL) + i} ${Math.floor(wy / CELL) + j}`) ?? []) {
        const far = Math.hypot(node.x - wx, node.y - wy) - Math.max(node.size, reach);
        if (far < best.far) best = { id: node.id, far };
      }
  if (best.far <= reach / 2) return best.id;
  return nearestLine(drawing, wx, wy, reach);
}

/** @param {Drawing} drawing @param {number} x @param {number} y @param {number} reach */
function nearestLine(drawing, x, y, reach) {
  let best = { id: "", far: reach };
  for (const { id, from, to } of drawing.heavy) {
    const [one, two] = [drawing.place.get(from), drawing.place.get(to)];
    if (!one || !two) continue;
    const [dx, dy] = [two.x - one.x, two.y - one.y];
    const along = Math.max(0, Math.min(1, ((x - one.x) * dx + (y - one.y) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(one.x + along * dx - x, one.y + along * dy - y);
    if (far < best.far) best = { id, far };
  }
  return best.id;
}
