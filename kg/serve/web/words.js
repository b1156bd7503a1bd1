// @ts-check
// What could be written at a place of a query.

const KEYWORDS = (
  "ASK AVG BASE BIND BOUND BY COALESCE CONCAT CONSTRUCT CONTAINS COUNT DESC DESCRIBE DISTINCT EXISTS FILTER " +
  "GRAPH GROUP GROUP_CONCAT HAVING IF IN LANG LCASE LIMIT MAX MIN MINUS NOT OFFSET OPTIONAL ORDER PREFIX REGEX " +
  "SAMPLE SELECT SEPARATOR STR STRSTARTS SUM UNION VALUES WHERE YEAR MONTH DAY"
).split(" ");
const MOST = 50;

/** @typedef {{ insert: string, means: string }} Offer */
/** @typedef {{ prefixes: Record<string, string>, terms: { name: string, kind: string, means: string }[] }} Words */

/**
 * The unfinished word before a place in a text.
 * @param {string} text
 * @param {number} place
 */
export function wordBefore(text, place) {
  return /[?$]?[\w-]*:?[\w-]*$/.exec(text.slice(0, place))?.[0] ?? "";
}

/**
 * What may complete a word, best first.
 * @param {string} word
 * @param {string} text the whole query, for its variables
 * @param {Words} words
 * @returns {Offer[]}
 */
export function offers(word, text, words) {
  if (/^[?$]/.test(word)) return variables(word, text);
  const sought = word.toLowerCase();
  const local = sought.replace(/^\w*:/, "");
  const terms = words.terms.filter(({ name }) =>
    word.includes(":") ? name.toLowerCase().startsWith(sought) : name.split(":")[1].toLowerCase().includes(local),
  );
  const first = (/** @type {{ name: string }} */ { name }) =>
    name.split(":")[1].toLowerCase().startsWith(local) ? 0 : 1;
  terms.sort((one, other) => first(one) - first(other));
  const plain = word.includes(":") ? [] : [...keywords(sought), ...prefixes(sought, words.prefixes)];
  const named = terms.map(({ name, kind, means }) => ({ insert: name, means: `${kind}. ${means}` }));
  return [...plain, ...named].filter(({ insert }) => insert !== word).slice(0, MOST);
}

/** @param {string} word @param {string} text @returns {Offer[]} */
function variables(word, text) {
  const found = new Set(text.match(/[?$]\w+/g) ?? []);
  found.delete(word);
  return [...found].filter((name) => name.startsWith(word)).sort().map((insert) => ({ insert, means: "variable" }));
}

/** @param {string} sought @returns {Offer[]} */
function keywords(sought) {
  const fitting = sought ? KEYWORDS.filter((word) => word.toLowerCase().startsWith(sought)) : [];
  return fitting.map((insert) => ({ insert, means: "keyword" }));
}

/** @param {string} sought @param {Record<string, string>} known @returns {Offer[]} */
function prefixes(sought, known) {
  const fitting = Object.entries(known).filter(([prefix]) => prefix.startsWith(sought));
  return fitting.map(([prefix, means]) => ({ insert: `${prefix}:`, means }));
}

/**
 * The line that declares the prefix of a name, unless the query has it; "" where none is needed.
 * @param {string} name
 * @param {string} text
 * @param {Record<string, string>} known
 */
export function declaration(name, text, known) {
  const prefix = /^(\w+):/.exec(name)?.[1];
  if (!prefix || !known[prefix] || new RegExp(`PREFIX\\s+${prefix}:`, "i").test(text)) return "";
  return `PREFIX ${prefix}: <${known[prefix]}>\n`;
}
