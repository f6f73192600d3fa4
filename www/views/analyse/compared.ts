/** Spectra set beside each other: each cut to the range chosen for it, and which of them cannot be compared with the others. */
import type { Spectrum } from "../../engine";
import { perAreaOf } from "../../state/points";
import { remember } from "../../state/remember";
import type { DataSet } from "../../state/store";

const cut = remember((spectrum: Spectrum, low: number, high: number): Spectrum => {
  const inside = (values: Float64Array) => values.filter((_, i) => spectrum.frequency[i]! >= low && spectrum.frequency[i]! <= high);
  return { ...spectrum, frequency: inside(spectrum.frequency), re: inside(spectrum.re), im: inside(spectrum.im) };
});

/** The spectrum per area inside the range of its arc; the same object as long as neither changes. */
export const insideRange = (set: DataSet): Spectrum => (set.range ? cut(perAreaOf(set), ...set.range) : perAreaOf(set));

/** The sets whose area nobody knows, where that of others is known: 1 cm² is assumed for them, and no factor between the two means anything. */
export function ofUnknownArea(sets: readonly DataSet[]): DataSet[] {
  const assumed = sets.filter((set) => perAreaOf(set).meta["area"] === "assumed");
  return assumed.length < sets.length ? assumed : [];
}
