/** Spectra set beside each other: each cut to the range chosen for it, and which of them cannot be compared with the others. */
import type { Spectrum } from "../../engine";
import { areaKnown, perAreaOf, points } from "../../state/points";
import { remember } from "../../state/remember";
import type { DataSet } from "../../state/store";

const cut = remember((spectrum: Spectrum, low: number, high: number): Spectrum =>
  points(spectrum, (i) => spectrum.frequency[i]! >= low && spectrum.frequency[i]! <= high));

/** The spectrum per area inside the range of its arc; the same object as long as neither changes. */
export const insideRange = (set: DataSet): Spectrum => (set.range ? cut(perAreaOf(set), ...set.range) : perAreaOf(set));

/** The sets whose area nobody knows, where that of others is known: 1 cm² is assumed for them, and no factor between the two means anything. */
export function ofUnknownArea(sets: readonly DataSet[]): DataSet[] {
  const assumed = sets.filter((set) => !areaKnown(set));
  return assumed.length < sets.length ? assumed : [];
}
