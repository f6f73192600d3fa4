import { expect, test } from "vitest";
import { perAreaOf, usedOf } from "./points";
import type { DataSet } from "./store";

const set: DataSet = {
  id: "1", file: "cell.csv", format: "table",
  spectrum: { name: "cell", frequency: Float64Array.of(100, 10, 1), re: Float64Array.of(1, 2, 3), im: Float64Array.of(-1, -2, -1), unit: "ohm", meta: {} },
};

test("per area is times the area, and an area nobody said is told so", () => {
  expect([...perAreaOf({ ...set, areaCm2: 2 }).re]).toEqual([2, 4, 6]);
  expect(perAreaOf(set).meta["area"]).toBe("assumed");
  expect([...perAreaOf({ ...set, leftOut: [1] }).im]).toEqual([-1, -1]);
});

test("a spectrum is the same object until what it is made of changes: a fit range dragged along it asks nothing anew", () => {
  for (const of of [usedOf, perAreaOf])
    for (const one of [set, { ...set, areaCm2: 2, leftOut: [1] as const, geometry: "half" as const }]) {
      const spectrum = of(one);
      expect(of({ ...one, range: [1, 10], hidden: true })).toBe(spectrum);
      expect(of({ ...one, leftOut: [0] })).not.toBe(spectrum);
    }
  expect(perAreaOf({ ...set, areaCm2: 3 })).not.toBe(perAreaOf(set));
});
