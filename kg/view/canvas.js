"use strict";
// The drawing: vis-network with places from the file, colours from the style sheet.

function nodeColours(fill) {
  const ink = colour("--ink");
  const strong = { background: fill, border: colour("--accent") };
  return { background: fill, border: ink, highlight: strong, hover: strong };
}

function edgeColours(hex, faint) {
  const line = lineColour(hex);
  return { color: line, highlight: line, hover: line, inherit: false, opacity: faint ? 0.45 : 0.85 };
}

/** Options of vis-network that hold for every node and edge. */
function canvasOptions(large) {
  return {
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      hover: true,
      hideEdgesOnDrag: large,
      keyboard: { enabled: true, bindToWindow: false },
      selectConnectedEdges: true,
    },
    nodes: {
      borderWidth: 1,
      borderWidthSelected: 4,
      font: fontLook(),
      scaling: { label: { drawThreshold: 6 } },
    },
    edges: {
      arrows: { to: { scaleFactor: 0.55 } },
      hoverWidth: 1.5,
      selectionWidth: 2,
      endPointOffset: { to: 2 },
    },
  };
}

function fontLook() {
  return {
    size: 14,
    face: "system-ui, Liberation Sans, Arial, sans-serif",
    color: colour("--ink"),
    strokeWidth: 4,
    strokeColor: colour("--paper"),
    vadjust: -2,
  };
}

/** Draws the view; returns the network and its data sets. */
function drawNetwork(view) {
  const plain = ({ kind, ...rest }) => rest;
  const painted = (part, paint) => ({ ...plain(part), color: paint(part.color) });
  const nodes = new vis.DataSet(view.nodes.map((node) => painted(node, nodeColours)));
  const edges = new vis.DataSet(view.edges.map((edge) => painted(edge, (hex) => edgeColours(hex, view.edges.length > 400))));
  const holder = document.getElementById("canvas");
  const network = new vis.Network(holder, { nodes, edges }, canvasOptions(view.nodes.length > 400));
  // Colours are set once, when drawn; a change of theme is rare enough to draw anew.
  DARK.addEventListener("change", () => location.reload());
  return { network, nodes, edges };
}

/** The title, the first facts, and the first words that prove them. */
function hoverLines(view, detail) {
  const short = (text) => (text.length > 140 ? `${text.slice(0, 139)}…` : text);
  const facts = [...detail.tolls, ...detail.facts].slice(0, 6);
  const quotes = detail.reports.slice(0, 3).map((index) => {
    const report = view.evidence[index];
    const stance = report.stance === "Asserted" ? "" : ` (${report.stance.toLowerCase()})`;
    return `“${short(report.quote)}” ${sourceLine(report, view.articles[report.article])}${stance}`;
  });
  const more = detail.reports.length - quotes.length;
  return [
    detail.title,
    detail.cls,
    ...facts.map(([name, value]) => `${name}: ${short(value)}`),
    ...quotes,
    ...(more > 0 ? [`and ${more} more report${more > 1 ? "s" : ""}`] : []),
  ];
}

/** The lines beside the pointer, made of text, kept inside the stage. */
function makeHover(view, network) {
  const box = document.getElementById("hover");
  const stage = document.getElementById("stage");
  const show = (id, pointer) => {
    const lines = hoverLines(view, view.details[id]);
    box.replaceChildren(...lines.map((text) => make("p", { text, dir: "auto" })));
    box.hidden = false;
    const left = Math.min(pointer.x + 14, stage.clientWidth - box.offsetWidth - 6);
    const top = Math.min(pointer.y + 14, stage.clientHeight - box.offsetHeight - 6);
    box.style.left = `${Math.max(left, 4)}px`;
    box.style.top = `${Math.max(top, 4)}px`;
  };
  const hide = () => {
    box.hidden = true;
  };
  network.on("hoverNode", ({ node, pointer }) => show(node, pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => show(edge, pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(event, hide);
}

/** Where a narrow screen starts: at the heaviest node, near enough to read. */
function startNear(network, id) {
  network.moveTo({ position: network.getPosition(id), scale: 0.75, animation: false });
}

/** Takes the room that the panel leaves; vis-network would shrink the picture, late. */
function takeRoom(network) {
  const scale = network.getScale();
  network.setSize("100%", "100%");
  network.moveTo({ scale, animation: false });
}

/** Moves the view only where a node has left it, as when the panel opens over it. */
function keepInSight(network, id) {
  const position = network.getPosition(id);
  const { x, y } = network.canvasToDOM(position);
  const stage = document.getElementById("stage");
  const inside = x > 30 && y > 30 && x < stage.clientWidth - 30 && y < stage.clientHeight - 30;
  if (!inside) network.moveTo({ position, animation: !CALM.matches });
}

/** Moves the view, at once where people ask for calm. */
function travel(network, ids) {
  const animation = CALM.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  if (ids.length) network.fit({ nodes: ids, animation, maxZoomLevel: 1.1 });
  else network.fit({ animation, maxZoomLevel: 1.3 });
}
