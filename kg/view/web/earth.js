// @ts-check
// From degrees to the plane: an equirectangular map, true about the middle of what is told.

/** @typedef {{ lat: number, long: number, scale: number, shrink: number, width: number, height: number }} Ground the middle in degrees, pixels a degree of latitude */

/** @param {Ground} ground @param {number} lat @param {number} long @returns {[number, number]} */
export function toPlane(ground, lat, long) {
  return [
    (long - ground.long) * ground.scale * ground.shrink + ground.width / 2,
    (ground.lat - lat) * ground.scale + ground.height / 2,
  ];
}

/** @param {Ground} ground @param {number} x @param {number} y @returns {[number, number]} latitude and longitude */
export function toEarth(ground, x, y) {
  return [
    ground.lat - (y - ground.height / 2) / ground.scale,
    ground.long + (x - ground.width / 2) / (ground.scale * ground.shrink),
  ];
}

/** The ground that holds all points, with room around them. @param {[number, number][]} points latitude and longitude @param {number} width @param {number} height @returns {Ground} */
export function groundOf(points, width, height) {
  const [south, north] = extent(points.map(([lat]) => lat));
  const [west, east] = extent(points.map(([, long]) => long));
  const [lat, long] = [(south + north) / 2, (west + east) / 2];
  const shrink = Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  const room = (/** @type {number} */ pixels, /** @type {number} */ degrees) => (pixels * 0.8) / Math.max(degrees, 0.4);
  return {
    lat,
    long,
    shrink,
    width,
    height,
    scale: Math.min(room(height, north - south), room(width / shrink, east - west)),
  };
}

/** @param {number[]} values @returns {[number, number]} */
function extent(values) {
  return [
    values.reduce((low, value) => Math.min(low, value), Infinity),
    values.reduce((high, value) => Math.max(high, value), -Infinity),
  ];
}

/**
 * Longitude and latitude along each ring of each country.
 * @param {import("./types.js").Outlines} outlines
 * @returns {{ name: string, rings: [number, number][][] }[]}
 */
export function countriesOf({ arcs, countries, steps }) {
  const lines = arcs.map(([x, y, ...moves]) => {
    const line = /** @type {[number, number][]} */ ([[x / steps, y / steps]]);
    for (let at = 0; at < moves.length; at += 2) {
      [x, y] = [x + moves[at], y + moves[at + 1]];
      line.push([x / steps, y / steps]);
    }
    return line;
  });
  const along = (/** @type {number} */ arc) => (arc < 0 ? [...lines[~arc]].reverse() : lines[arc]);
  return countries.map(([name, rings]) => ({
    name,
    rings: rings.map((ring) => ring.flatMap((arc, at) => along(arc).slice(at ? 1 : 0))),
  }));
}

/** Steps of a graticule in degrees, so that some lines are in sight. @param {Ground} ground */
export function graticuleStep(ground) {
  return [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30].find((step) => step * ground.scale > 90) ?? 45;
}
