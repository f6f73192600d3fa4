/** The points of a data set that count: without those left out, in the unit they were read in or per area. */
import type { Spectrum } from "../engine";
import { remember } from "./remember";
import type { DataSet } from "./store";

/** The points of a spectrum whose places pass. */
export const points = (spectrum: Spectrum, wanted: (place: number) => boolean): Spectrum => {
  const chosen = (values: Float64Array) => values.filter((_, i) => wanted(i));
  return { ...spectrum, frequency: chosen(spectrum.frequency), re: chosen(spectrum.re), im: chosen(spectrum.im) };
};

const used = remember((spectrum: Spectrum, leftOut: DataSet["leftOut"], geometry: DataSet["geometry"]): Spectrum => {
  const said = geometry ? { ...spectrum, meta: { ...spectrum.meta, geometry } } : spectrum;
  if (!leftOut?.length) return said;
  const out = new Set(leftOut);
  return points(said, (i) => !out.has(i));
});
/** A measured spectrum in its own unit, without the points that were left out. The same object, whatever else changes about its data set. */
export const usedOf = ({ spectrum, leftOut, geometry }: DataSet): Spectrum => used(spectrum, leftOut, geometry);

const perArea = remember((spectrum: Spectrum, typed: number | undefined): Spectrum => {
  if (spectrum.unit === "ohm cm2") return spectrum;
  const known = typed ?? spectrum.areaCm2;
  const area = known ?? 1;
  // What is exported must not state an area that nobody measured.
  const meta = known === undefined ? { ...spectrum.meta, area: "assumed" } : spectrum.meta;
  return { ...spectrum, re: spectrum.re.map((x) => x * area), im: spectrum.im.map((x) => x * area), unit: "ohm cm2", areaCm2: area, meta };
});
/** A measured spectrum per area: as read if the file knew the area, else by the area typed; 1 cm² when nobody said. The same object, as `usedOf`. */
export const perAreaOf = (set: DataSet): Spectrum => perArea(usedOf(set), set.areaCm2);

/** Whether somebody said how large the electrode is. */
export const areaKnown = ({ spectrum, areaCm2 }: DataSet): boolean =>
  spectrum.unit === "ohm cm2" || (areaCm2 ?? spectrum.areaCm2) !== undefined;

/** What was left out of a data set, per area, so that it can be shown as such. */
export const leftOutOf = remember((set: DataSet): Spectrum => {
  const out = new Set(set.leftOut);
  return perArea(points(set.spectrum, (i) => out.has(i)), set.areaCm2);
});
