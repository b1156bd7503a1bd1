// @ts-check
// The header of a query: comments that tell its title, parameters and columns (kg queries).

/** @typedef {{ name: string, type: string, initial: string, required: boolean, help: string }} Parameter */

const PARAM = /^#\s*param:\s*(\w+)\s+(\w+)(?:\s+([^|]*?))?\s*(?:\|\s*(.*))?$/;
const COLUMN = /^#\s*column:\s*(\w+)\s*\|\s*(.*)$/;

/**
 * The comment lines before the query itself.
 * @param {string} text
 */
function comments(text) {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line.trim() && !line.startsWith("#"));
  return lines.slice(0, end < 0 ? lines.length : end);
}

/**
 * The parameters that a query declares.
 * @param {string} text
 * @returns {Parameter[]}
 */
export function parameters(text) {
  return comments(text).flatMap((line) => {
    const found = PARAM.exec(line);
    if (!found) return [];
    const [, name, type, initial = "", help = ""] = found;
    const required = initial === "-";
    return [{ name, type, initial: required ? "" : initial.replaceAll('"', ""), required, help }];
  });
}

/**
 * What stands in the columns: pairs of a name and its meaning.
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function columns(text) {
  const found = comments(text).map((line) => COLUMN.exec(line));
  return new Map(found.flatMap((match) => (match ? [[match[1], match[2]]] : [])));
}
