// @ts-check
// What stands in the JSON block of the page (kg/view/block.py) and in a view of it. No code.

/** @typedef {[string, string]} Fact name and value */
/** @typedef {{ kind: string, text: string, low?: number, high?: number, open?: boolean, disputed?: boolean, best?: number }} Toll */
/**
 * An actor, place or deal.
 * @typedef {object} Thing
 * @property {string} id
 * @property {string} label
 * @property {string} cls
 * @property {string} group
 * @property {string} [type]
 * @property {string[]} [also]
 * @property {Fact[]} [facts]
 * @property {number[]} [told]
 * @property {string} [begin]
 * @property {string} [end]
 * @property {[number, number]} [point] latitude and longitude
 * @property {number} x
 * @property {number} y
 * @property {number} size
 * @property {boolean} [shown]
 * @property {number} [community]
 */
/**
 * Something that happened; `by`, `on`, `with`, `at`, `to` and `deals` are positions of things.
 * @typedef {object} Happening
 * @property {string} id
 * @property {string} label
 * @property {string} cls
 * @property {string} group
 * @property {string} [type]
 * @property {string} [stance]
 * @property {Fact[]} [facts]
 * @property {number[]} [told]
 * @property {string} [begin]
 * @property {string} [end]
 * @property {Toll[]} [tolls]
 * @property {number[]} [by]
 * @property {number[]} [on]
 * @property {number[]} [with]
 * @property {number[]} [at]
 * @property {number[]} [to]
 * @property {number[]} [deals]
 * @property {boolean} [violent]
 */
/** @typedef {{ from: number, to: number, kind: string, stance: string, facts?: Fact[], told?: number[], events?: number[], begin?: string, end?: string }} Tie */
/** @typedef {{ quote: string, article: number, stance: string, speaker?: string, confidence?: string, when?: string, figures?: [string, string, boolean][], before?: string, after?: string }} Report */
/** @typedef {{ title?: string, publisher?: string, issued?: string, url?: string }} Article */
/** @typedef {{ name: string, label: string, shape: string, color: string }} GroupLook */
/** @typedef {{ name: string, label: string, color: string, dashes: number[], width: number, arrow: boolean }} RelationLook */
/** @typedef {{ origin: string, steps: number, arcs: number[][], countries: [string, number[][]][] }} Outlines */
/** @typedef {{ id: string, x: number, y: number }} VisNode */
/** @typedef {{ id: string, bend: number }} VisEdge */
/**
 * @typedef {object} Block
 * @property {string} base
 * @property {string} ontology
 * @property {string} title
 * @property {{ nodes: VisNode[], edges: VisEdge[], options: object }} network
 * @property {Thing[]} things
 * @property {Happening[]} events
 * @property {Tie[]} ties
 * @property {Report[]} evidence
 * @property {Article[]} articles
 * @property {GroupLook[]} groups
 * @property {RelationLook[]} relations
 * @property {Outlines | null} outlines
 */
/** @typedef {Block & { first: Map<string, [number, number]>, bends: Map<string, number>, tieIds: string[], find: Map<string, Found>, tiesOf: number[][], eventsOf: number[][], group: Map<string, GroupLook>, relation: Map<string, RelationLook> }} Graph */
/** @typedef {{ sort: "thing" | "event" | "tie", index: number }} Found */
/**
 * What the reader has chosen.
 * @typedef {object} State
 * @property {string} tab
 * @property {string} sel id of what is selected, or ""
 * @property {string} since ISO date, or ""
 * @property {string} until
 * @property {Set<string>} off filters that are switched off: "group:State", "type:AirStrike", …
 * @property {Set<string>} open ids of lines and things whose events are unfolded; "*" for all
 * @property {Set<string>} more ids of things whose neighbours are all shown
 * @property {Set<string>} hide ids of things that are hidden
 * @property {Map<string, [number, number]>} pins where the reader has put things
 * @property {string[]} path ids of the two ends of a path, or none
 * @property {boolean} whole whether all things are shown
 * @property {boolean} rings whether communities are marked
 */
/** @typedef {{ id: string, label: string, group: string, shape: string, color: string, size: number, x: number, y: number, weight: number, pinned: boolean, event: boolean }} SceneNode */
/** @typedef {{ id: string, from: string, to: string, kind: string, label: string, color: string, dashes: number[], width: number, arrow: boolean, bend: number, doubtful: boolean, weight: number, onPath: boolean }} SceneEdge */
/** @typedef {{ nodes: SceneNode[], edges: SceneEdge[], events: number[], ties: number[], undated: number }} Scene */

export const NO_CODE = null;
