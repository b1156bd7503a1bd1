// @ts-check
// Asking the server.

/** @typedef {{ type: string, value: string, datatype?: string, "xml:lang"?: string }} Cell */
/** @typedef {{ columns: string[], rows: (Cell | undefined)[][] }} Table */
/** @typedef {{ table?: Table, answer?: boolean, turtle?: string, warning?: string }} Answer */

/** What the server says against a query. */
export class Refusal extends Error {}

/**
 * The fields of a request.
 * @param {string} query
 * @param {Record<string, string>} values
 */
export function fields(query, values) {
  const found = new URLSearchParams({ query });
  for (const [name, value] of Object.entries(values)) found.set(`param.${name}`, value);
  return found;
}

/**
 * @param {string} query
 * @param {Record<string, string>} values
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export async function ask(query, values, signal) {
  const headers = { Accept: "application/sparql-results+json, text/turtle;q=0.9" };
  const response = await fetch("/sparql", { method: "POST", body: fields(query, values), headers, signal });
  if (!response.ok) throw new Refusal((await response.text()).trim());
  const warning = response.headers.get("Warning")?.match(/"(.*)"/)?.[1];
  if (response.headers.get("Content-Type")?.startsWith("text/turtle")) {
    return { turtle: await response.text(), warning };
  }
  const told = await response.json();
  if ("boolean" in told) return { answer: told.boolean, warning };
  /** @type {string[]} */
  const columns = told.head.vars;
  const rows = told.results.bindings.map((/** @type {Record<string, Cell>} */ row) => columns.map((name) => row[name]));
  return { table: { columns, rows }, warning };
}
