// @ts-check
// Cells of answers: as text, as numbers, in order.

/** @typedef {import("./ask.js").Cell} Cell */

const NUMBER = /#(integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger)$/;
/** @type {[string, string][]} */
let prefixes = [];

/** @param {Record<string, string>} known */
export function knowPrefixes(known) {
  prefixes = Object.entries(known);
}

/** @param {Cell | undefined} cell */
export function words(cell) {
  if (!cell) return "";
  if (cell.type !== "uri") return cell.value;
  const found = prefixes.find(([, iri]) => cell.value.startsWith(iri));
  return found ? `${found[0]}:${cell.value.slice(found[1].length)}` : cell.value;
}

/**
 * The number in a cell; NaN where there is none.
 * @param {Cell | undefined} cell
 */
export function number(cell) {
  return cell && NUMBER.test(cell.datatype ?? "") ? Number(cell.value) : NaN;
}

/**
 * Whether all that stands in a column is numbers.
 * @param {import("./ask.js").Table} table
 * @param {number} column
 */
export function isNumeric(table, column) {
  const cells = table.rows.map((row) => row[column]).filter(Boolean);
  return cells.length > 0 && cells.every((cell) => !Number.isNaN(number(cell)));
}

/**
 * Order of cells: numbers by size, the rest by words; empty ones first.
 * @param {Cell | undefined} one
 * @param {Cell | undefined} other
 */
export function compare(one, other) {
  const difference = number(one) - number(other);
  if (!Number.isNaN(difference)) return difference;
  return words(one).localeCompare(words(other), "en");
}
