"use strict";
// The legend: one checkbox for each group and relation, with its look and its count.

const REGULAR = {
  square: { corners: 4, turn: 45 },
  diamond: { corners: 4, turn: 0 },
  triangle: { corners: 3, turn: 0 },
  triangleDown: { corners: 3, turn: 180 },
  hexagon: { corners: 6, turn: 30 },
};

/** Corners of a regular polygon, or of a star when two radii are given, as SVG points. */
function corners(count, turn, outer, inner = outer) {
  const steps = inner === outer ? count : count * 2;
  return Array.from({ length: steps }, (_, step) => {
    const angle = ((turn + (360 / steps) * step - 90) * Math.PI) / 180;
    const radius = step % 2 ? inner : outer;
    return `${13 + radius * Math.cos(angle)},${9 + radius * Math.sin(angle)}`;
  }).join(" ");
}

/** The symbol of a group. */
function symbol(group) {
  const look = { fill: group.color, stroke: colour("--ink"), "stroke-width": 1 };
  const shape =
    group.shape === "dot"
      ? makeSvg("circle", { cx: 13, cy: 9, r: 6.5, ...look })
      : makeSvg("polygon", { points: outline(group.shape), ...look });
  return makeSvg("svg", { width: 26, height: 18, "aria-hidden": "true" }, shape);
}

function outline(shape) {
  if (shape === "star") return corners(5, 0, 8.5, 3.8);
  const { corners: count, turn } = REGULAR[shape];
  return corners(count, turn, 8);
}

/** The stroke of a relation. */
function stroke(relation) {
  const line = makeSvg("path", {
    d: relation.arrow ? "M1 9H25M20 5L25 9L20 13" : "M1 9H25",
    fill: "none",
    stroke: lineColour(relation.color),
    "stroke-width": Math.max(relation.width, 1.5),
    "stroke-dasharray": relation.dashes.join(" ") || "none",
  });
  return makeSvg("svg", { width: 26, height: 18, "aria-hidden": "true" }, line);
}

/** Fills the legend; returns which groups and relations are on, and `reveal(kind)`. */
function makeFilters(view, onChange) {
  const boxes = new Map();
  const row = (entry, picture) => {
    const box = make("input", { type: "checkbox", checked: true });
    box.addEventListener("change", onChange);
    boxes.set(entry.name, box);
    return make(
      "label",
      { class: "filter" },
      box,
      picture,
      make("span", { text: entry.label }),
      make("span", { class: "count", text: String(entry.count) }),
    );
  };
  for (const group of view.groups) {
    document.getElementById("groups").append(row(group, symbol(group)));
  }
  for (const relation of view.relations) {
    document.getElementById("relations").append(row(relation, stroke(relation)));
  }
  return {
    isOn: (kind) => boxes.get(kind).checked,
    reveal(kind) {
      if (boxes.get(kind).checked) return;
      boxes.get(kind).checked = true;
      onChange();
    },
  };
}
