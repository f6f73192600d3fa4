import { describe, expect, it } from "vitest";
import { addNoise } from "../../lessons/noise";
import { patterned } from "./patterned";

const frequency = Float64Array.from({ length: 60 }, (_, i) => 10 ** (6 - i / 8));
/** Noise of half a percent on |Z| = 1. */
const noise = (seed: number) => {
  const { re, im } = addNoise({ frequency, re: new Float64Array(60).fill(1), im: new Float64Array(60) }, 0.005, seed);
  return [re.map((value) => value - 1), im] as const;
};

describe("residuals", () => {
  it("of noise have no pattern, whatever the seed", () => {
    for (let seed = 1; seed <= 300; seed++) expect(patterned(...noise(seed))).toBe(false);
  });
  it("that follow the frequency have one, also under noise", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const [re, im] = noise(seed);
      expect(patterned(re.map((value, i) => value + 0.015 * Math.sin(i / 6)), im)).toBe(true);
    }
  });
  it("too few, too small or not finite are let be", () => {
    expect(patterned([1, 1, 1, 1])).toBe(false);
    expect(patterned(new Float64Array(60).fill(1e-6))).toBe(false);
    expect(patterned(new Float64Array(60).fill(NaN))).toBe(false);
  });
});
