/** Whether a capacitance can be a film's: what its thickness would be. */

/** A film thinner than this is none, nm: an atom is wider. */
const ATOM_NM = 0.1;
/** A film thicker than this is none, nm: 0.1 mm is the gap between two electrodes, and what is measured is the capacitance of the cell or its leads. */
const GAP_NM = 1e5;

export const filmOf = (nm: number): "film" | "too-thin" | "too-thick" => (!(nm > ATOM_NM) ? "too-thin" : nm > GAP_NM ? "too-thick" : "film");
