// @ts-check
// Names on a canvas: as large as text on paper at any zoom, the weightiest first, none on another.

/** @typedef {{ id: string, text: string, x: number, y: number, reach: number, strong: boolean }} Label x, y and reach in pixels of the screen */
/** @typedef {{ id: string, left: number, top: number, right: number, bottom: number }} Box */

const FONT = "system-ui, 'Liberation Sans', Arial, sans-serif";
/** Height of a line, in pixels. */
export const LINE = 14;
const LONGEST = 18;
const LINES = 3;
const CELL = 64;
const GAP = 2;
/** So many of the weightiest names may lie over symbols of lesser things, or a crowd would hide them. */
const FIRST = 16;

/** A name in at most three lines of about eighteen letters. @param {string} text @returns {string[]} */
export function wrapped(text) {
  const lines = [""];
  for (const word of text.slice(0, 200).split(/(?<=\s)|(?<=[_/])/)) {
    const last = lines[lines.length - 1];
    if (!last || last.length + word.trimEnd().length <= LONGEST) lines[lines.length - 1] += word;
    else lines.push(word);
  }
  const cut = lines.map((line) => line.trim()).map((line) => (line.length > LONGEST + 4 ? `${line.slice(0, LONGEST + 3)}…` : line));
  return cut.length > LINES ? [...cut.slice(0, LINES - 1), `${cut[LINES - 1].replace(/…$/, "")}…`] : cut;
}

/** Boxes that are taken, by cells of a grid. */
export class Room {
  constructor() {
    this.cells = /** @type {Map<string, Box[]>} */ (new Map());
  }

  /** @param {Box} box @returns {string[]} */
  cellsOf(box) {
    const found = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) found.push(`${x} ${y}`);
    return found;
  }

  /** @param {Box} box */
  take(box) {
    for (const cell of this.cellsOf(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** Whether nothing but what has the same id stands there. @param {Box} box */
  isFree(box) {
    return this.cellsOf(box).every((cell) =>
      (this.cells.get(cell) ?? []).every(
        (other) =>
          other.id === box.id ||
          box.left >= other.right ||
          other.left >= box.right ||
          box.top >= other.bottom ||
          other.top >= box.bottom,
      ),
    );
  }
}

/**
 * Draws as many names as have room and returns their boxes; the context must count screen pixels.
 * @param {CanvasRenderingContext2D} context
 * @param {Label[]} labels the weightiest first
 * @param {{ ink: string, paper: string }} look
 * @returns {Box[]}
 */
export function paintLabels(context, labels, look) {
  const room = new Room();
  const symbol = (/** @type {Label} */ { id, x, y, reach }) =>
    room.take({ id, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  labels.slice(0, FIRST).forEach(symbol);
  const boxes = [];
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const [rank, label] of labels.entries()) {
    if (rank === FIRST) labels.slice(FIRST).forEach(symbol);
    context.font = `${label.strong ? "bold " : ""}12px ${FONT}`;
    const lines = wrapped(label.text);
    const width = Math.max(...lines.map((line) => widthOf(context, line)));
    const free = spots(label, width, lines.length * LINE).filter((each) => room.isFree(each));
    const box = free.find((each) => isWhole(each, context.canvas)) ?? free[0];
    if (!box) continue;
    room.take(box);
    boxes.push(box);
    paint(context, lines, box, look);
  }
  return boxes;
}

/** Whether nothing of a box is cut by the canvas. @param {Box} box @param {HTMLCanvasElement} canvas */
function isWhole({ left, right, top, bottom }, { clientWidth, clientHeight }) {
  return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
}

const widths = /** @type {Map<string, number>} */ (new Map());

/** @param {CanvasRenderingContext2D} context @param {string} line */
function widthOf(context, line) {
  const key = context.font + line;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(line).width;
    widths.set(key, width);
  }
  return width;
}

/** Boxes for a name: below, above, right or left of its symbol. @param {{ id: string, x: number, y: number, reach: number }} label @param {number} width @param {number} height @returns {Box[]} */
export function spots({ id, x, y, reach }, width, height) {
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({
    id,
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  return [
    box(x - width / 2, y + reach + GAP),
    box(x - width / 2, y - reach - GAP - height),
    box(x + reach + 2 * GAP, y - height / 2),
    box(x - reach - 2 * GAP - width, y - height / 2),
  ];
}

/** @param {CanvasRenderingContext2D} context @param {string[]} lines @param {Box} box @param {{ ink: string, paper: string }} look */
function paint(context, lines, box, look) {
  context.strokeStyle = look.paper;
  context.lineWidth = 4;
  context.fillStyle = look.ink;
  lines.forEach((line, at) => {
    const y = box.top + LINE * (at + 1) - 3;
    context.strokeText(line, (box.left + box.right) / 2, y);
    context.fillText(line, (box.left + box.right) / 2, y);
  });
}
