// @ts-check
// The page together: questions, editor, parameters, results, and the address that holds them.

import { Refusal, ask } from "./ask.js";
import { knowPrefixes } from "./cells.js";
import { button, make, part } from "../../web/dom.js";
import { goTo, offerWords, text, write } from "./editor.js";
import { drawForm, offerNames, readForm } from "./forms.js";
import { showAnswer, summary } from "./results.js";

const FIRST = `SELECT ?type (COUNT(?event) AS ?events) WHERE {
  ?event a ?type .
  ?type rdfs:subClassOf* kg:Event .
  FILTER NOT EXISTS { ?event a kg:Report }
}
GROUP BY ?type
ORDER BY DESC(?events)
`;
let view = "";
/** @type {AbortController | null} */
let running = null;

/** The address that leads back here, with query, values and view. */
function address() {
  const held = new URLSearchParams({ query: text() });
  for (const [name, value] of Object.entries(readForm())) held.set(`param.${name}`, value);
  if (view) held.set("view", view);
  return `#${held}`;
}

function noteAddress() {
  part("link").setAttribute("href", address());
}

/** Puts back what an address holds; whether it held a query. */
function restore() {
  const held = new URLSearchParams(location.hash.slice(1));
  const query = held.get("query");
  if (query === null) return false;
  const params = [...held].filter(([name]) => name.startsWith("param."));
  write(query);
  drawForm(query, Object.fromEntries(params.map(([name, value]) => [name.slice(6), value])));
  view = held.get("view") ?? "";
  noteAddress();
  return true;
}

/** @param {string} message */
function showError(message) {
  const error = part("error");
  const place = /^query:(\d+):(\d+): /.exec(message);
  error.replaceChildren(make("p", { text: message }));
  if (place) {
    const [line, column] = [Number(place[1]), Number(place[2])];
    error.append(button(`Go to line ${line}, column ${column}`, () => goTo(line, column)));
  }
  error.hidden = false;
}

async function run() {
  running?.abort();
  const own = new AbortController();
  running = own;
  const [query, values, began] = [text(), readForm(), performance.now()];
  history.replaceState(null, "", address());
  part("error").hidden = true;
  part("status").textContent = "Asking …";
  showAsking(true);
  try {
    const answer = await ask(query, values, own.signal);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    showAnswer(answer, query, values, view, (name) => {
      view = name;
      history.replaceState(null, "", address());
      noteAddress();
    });
    const warning = answer.warning ? ` (${answer.warning})` : "";
    part("status").textContent = `${summary(answer)} in ${seconds} s${warning}`;
  } catch (error) {
    if (running !== own) return;
    part("results").hidden = true;
    part("status").textContent = own.signal.aborted ? "Stopped." : "";
    if (!own.signal.aborted) showError(error instanceof Refusal ? error.message : "The server can't be reached.");
  } finally {
    if (running === own) showAsking(false);
  }
}

/** @param {boolean} asking */
function showAsking(asking) {
  part("stop").toggleAttribute("disabled", !asking);
  document.documentElement.dataset.asking = String(asking);
}

/** @typedef {{ name: string, title: string, text: string }} Question */

/** @param {Question[]} questions */
function drawQuestions(questions) {
  const items = questions.map((question) => {
    return make("li", {}, button(question.title, () => choose(question), { title: question.name }));
  });
  part("questions").replaceChildren(...items);
  const sift = /** @type {HTMLInputElement} */ (part("sift"));
  sift.addEventListener("input", () => {
    const sought = sift.value.toLowerCase();
    questions.forEach(({ name, title }, at) => {
      items[at].hidden = !`${name} ${title}`.toLowerCase().includes(sought);
    });
  });
}

/** Writes a shipped query; runs it unless a value is needed first. */
function choose(/** @type {Question} */ question) {
  write(question.text);
  drawForm(question.text, {});
  view = "";
  noteAddress();
  const needed = document.querySelector("#fields input:invalid");
  if (needed instanceof HTMLElement) needed.focus();
  else run();
}

part("asking").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  run();
});
part("stop").addEventListener("click", () => running?.abort());
for (const kind of ["input", "change"]) {
  part("query").addEventListener(kind, () => {
    drawForm(text());
    noteAddress();
  });
}
part("fields").addEventListener("input", noteAddress);
window.addEventListener("hashchange", () => {
  if (restore()) run();
});

/** @param {string} path */
async function told(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

async function begin() {
  const { version, limits, queries } = await told("/queries.json");
  part("about").textContent =
    `kg ${version}. A query may take ${limits.seconds} s and give ${limits.rows.toLocaleString("en")} rows.`;
  drawQuestions(queries);
  const words = await told("/words.json");
  offerWords(words);
  knowPrefixes(words.prefixes);
  offerNames(words.names);
  const declared = ["kg", "rdfs"].map((prefix) => `PREFIX ${prefix}: <${words.prefixes[prefix]}>\n`);
  write(`${declared.join("")}\n${FIRST}`);
}

begin()
  .catch(() => showError("The server can't be reached."))
  .finally(() => {
    document.documentElement.dataset.ready = "true";
    if (restore()) run();
    else noteAddress();
  });
