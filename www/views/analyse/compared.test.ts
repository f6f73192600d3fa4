import { expect, it } from "vitest";
import type { Spectrum } from "../../engine";
import type { DataSet } from "../../state/store";
import { insideRange, ofUnknownArea } from "./compared";

const spectrum = (unit: Spectrum["unit"], more: Partial<Spectrum> = {}): Spectrum =>
  ({ name: unit, frequency: Float64Array.of(100, 10, 1), re: Float64Array.of(1, 2, 3), im: Float64Array.of(-4, -5, -6), unit, meta: {}, ...more });
const set = (spectrum: Spectrum, more: Partial<DataSet> = {}): DataSet => ({ id: "s1", file: "a.csv", format: "CSV", spectrum, ...more });

it("a spectrum ends where its range does, and stays the same object", () => {
  const whole = set(spectrum("ohm cm2")), part = { ...whole, range: [1, 10] as const };
  expect(insideRange(whole).frequency).toEqual(Float64Array.of(100, 10, 1));
  expect(insideRange(part)).toMatchObject({ frequency: Float64Array.of(10, 1), re: Float64Array.of(2, 3), im: Float64Array.of(-5, -6) });
  expect(insideRange({ ...part, hidden: true })).toBe(insideRange(part));
});

it("an assumed area is compared with no known one", () => {
  const perArea = set(spectrum("ohm cm2")), unknown = set(spectrum("ohm")), typed = set(spectrum("ohm"), { areaCm2: 0.2 });
  const read = set(spectrum("ohm", { areaCm2: 0.5 }));
  expect(ofUnknownArea([perArea, unknown])).toEqual([unknown]);
  expect(ofUnknownArea([typed, unknown, read])).toEqual([unknown]);
  for (const alike of [[perArea, typed, read], [unknown, set(spectrum("ohm"))]]) expect(ofUnknownArea(alike)).toEqual([]);
});
