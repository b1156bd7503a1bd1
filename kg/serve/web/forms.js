// @ts-check
// The parameters of a query as fields to fill in.

import { make, part } from "../../web/dom.js";
import { parameters } from "./header.js";

const INPUTS = /** @type {Record<string, string>} */ ({ date: "date", integer: "number" });

/** @type {Record<string, string[]>} */
let names = {};

/**
 * Names of actors, places and deals that fields offer.
 * @param {Record<string, string[]>} given
 */
export function offerNames(given) {
  names = given;
  const lists = Object.entries(given).map(([kind, labels]) =>
    make("datalist", { id: `names-${kind}` }, ...labels.map((value) => make("option", { value }))),
  );
  document.body.append(...lists);
  for (const input of document.querySelectorAll("#fields input[data-kind]")) {
    connect(/** @type {HTMLInputElement} */ (input));
  }
}

/** @param {HTMLInputElement} input */
function connect(input) {
  const kind = input.dataset.kind ?? "";
  if (names[kind]) input.setAttribute("list", `names-${kind}`);
}

/**
 * Draws the fields that a query's header asks for; what was filled in stays.
 * @param {string} text
 * @param {Record<string, string>} [values]
 */
export function drawForm(text, values = readForm()) {
  const declared = parameters(text);
  part("parameters").hidden = declared.length === 0;
  part("fields").replaceChildren(...declared.map((parameter) => field(parameter, values)));
}

/**
 * @param {import("./header.js").Parameter} parameter
 * @param {Record<string, string>} values
 */
function field(parameter, values) {
  const { name, type, initial, required, help } = parameter;
  const id = `param-${name}`;
  const input = /** @type {HTMLInputElement} */ (
    make("input", { id, name, type: INPUTS[type] ?? "text", required, "aria-describedby": `${id}-help` })
  );
  input.value = values[name] ?? initial;
  input.dataset.kind = type;
  connect(input);
  const label = make("label", { for: id, text: `${name}${required ? " (needed)" : ""}` });
  return make("div", { class: "field" }, label, input, make("span", { class: "hint", id: `${id}-help`, text: help }));
}

/** The values that are filled in, by name. */
export function readForm() {
  const inputs = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("#fields input")]);
  return Object.fromEntries(inputs.map((input) => [input.name, input.value]).filter(([, value]) => value));
}
