"use strict";
// Everything together: one selection, shown on the canvas and in the panel.

const view = JSON.parse(document.getElementById("view").textContent);
const kinds = new Map([...view.nodes, ...view.edges].map((part) => [part.id, part.kind]));
const ends = new Map(view.edges.map((edge) => [edge.id, [edge.from, edge.to]]));
// Before anything is drawn, so that the first view fits what room is left.
if (NARROW.matches) document.getElementById("legend").open = false;
const drawn = drawNetwork(view);
const { network } = drawn;

/** Ids of the edges at a node, or of the two ends of an edge. */
function linkedTo(id) {
  if (ends.has(id)) return [...new Set(ends.get(id))];
  return view.edges.filter((edge) => ends.get(edge.id).includes(id)).map((edge) => edge.id);
}

function closePanel() {
  document.getElementById("panel").hidden = true;
  takeRoom(network);
  network.unselectAll();
}

/** Selects a node or an edge; `near` moves the canvas there. */
function choose(id, near = true) {
  for (const part of ends.has(id) ? [...ends.get(id), id] : [id]) filters.reveal(kinds.get(part));
  fillPanel(view, id, linkedTo(id), { onChoose: choose, onClose: closePanel });
  takeRoom(network);
  if (ends.has(id)) network.setSelection({ nodes: [], edges: [id] });
  else network.setSelection({ nodes: [id], edges: linkedTo(id) });
  if (near) travel(network, ends.has(id) ? ends.get(id) : neighbours(id));
  else keepInSight(network, ends.has(id) ? ends.get(id)[1] : id);
}

function neighbours(id) {
  return [...new Set([id, ...linkedTo(id).flatMap((edge) => ends.get(edge))])];
}

/** Hides what the filters switch off, and says how much is left. */
function applyFilters() {
  const seen = (id) => filters.isOn(kinds.get(id));
  const edgeSeen = (edge) => seen(edge.id) && seen(edge.from) && seen(edge.to);
  drawn.nodes.update(view.nodes.map(({ id }) => ({ id, hidden: !seen(id) })));
  drawn.edges.update(view.edges.map((edge) => ({ id: edge.id, hidden: !edgeSeen(edge) })));
  const count = (parts, test) => `${parts.filter(test).length} of ${parts.length}`;
  document.getElementById("status").textContent =
    `Shown: ${count(view.nodes, ({ id }) => seen(id))} things,` +
    ` ${count(view.edges, edgeSeen)} relations.`;
}

const filters = makeFilters(view, applyFilters);
const search = makeSearch(view, choose);
makeHover(view, network);
applyFilters();

network.on("click", ({ nodes, edges }) => {
  if (nodes.length) choose(nodes[0], false);
  else if (edges.length) choose(edges[0], false);
  else closePanel();
});
document.getElementById("fit").addEventListener("click", () => travel(network, []));
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
  if (event.key === "Escape" && !typing) closePanel();
  if (event.key !== "/" || typing) return;
  event.preventDefault();
  search.focus();
});
if (NARROW.matches) network.once("afterDrawing", () => startNear(network, view.nodes[0].id));
network.once("afterDrawing", () => {
  document.documentElement.dataset.ready = "true";
});
