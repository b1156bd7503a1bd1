// @ts-check
// Taking away what is shown: pictures, tables and graphs, written by the page itself.

import { button, part } from "../../web/dom.js";
import { colour } from "./look.js";
import { graphmlOf, turtleOf } from "./formats.js";
import { csvOf, eventTable, thingTable, tieTable } from "./rows.js";
import { sketch } from "./sketch.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {() => { scene: import("./types.js").Scene, tab: string, table: string }} Shown */

const SHARPNESS = 2;
/** Browsers refuse larger pictures. */
const WIDEST = 8000;

/** @param {Graph} graph @param {Shown} shown @param {(text: string) => void} say */
export function makeExports(graph, shown, say) {
  const name = (/** @type {string} */ ending) =>
    `${
      graph.title
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .slice(0, 60)
        .replace(/^-|-$/g, "") || "network"
    }.${ending}`;
  const write = (/** @type {string} */ ending, /** @type {string} */ kind, /** @type {string | Blob} */ content) => {
    save(name(ending), content instanceof Blob ? content : new Blob([content], { type: kind }));
    say(`Saved ${name(ending)}.`);
  };
  const tables = { Events: eventTable, Things: thingTable, Relations: tieTable };
  const makers = {
    PNG: async () => write("png", "image/png", await png(pictureOf(graph, shown()))),
    SVG: () => write("svg", "image/svg+xml", svgText(pictureOf(graph, shown()))),
    CSV: () =>
      write("csv", "text/csv", csvOf(tables[/** @type {keyof typeof tables} */ (shown().table)](graph, shown().scene))),
    GraphML: () => write("graphml", "application/xml", graphmlOf(graph, shown().scene)),
    Turtle: () => write("ttl", "text/turtle", turtleOf(graph, shown().scene)),
  };
  const made = Object.entries(makers).map(([text, act]) =>
    button(text, () => void Promise.resolve(act()).catch((problem) => say(`Not saved: ${problem.message}`)), {
      "data-export": text,
    }),
  );
  part("exports").append(...made);
}

/** The picture of the tab that is shown; that of the network where a tab has none. @param {Graph} graph @param {ReturnType<Shown>} shown */
function pictureOf(graph, { scene, tab }) {
  const drawn = tab === "map" || tab === "timeline" ? document.querySelector(`#${tab} svg`) : null;
  if (!drawn) return sketch(graph, scene);
  const copy = /** @type {SVGElement} */ (drawn.cloneNode(true));
  copy.setAttribute("font-family", "Liberation Sans, Arial, sans-serif");
  return copy;
}

/** @param {SVGElement} svg */
function svgText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** @param {SVGElement} svg @returns {Promise<Blob>} */
async function png(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, WIDEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = colour("--paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large"))), "image/png"),
  );
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
