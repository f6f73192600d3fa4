import { expect, it } from "vitest";
import { addNoise, normal, uniform } from "./noise";

it("gives the same numbers from the same seed, in every engine", () => {
  const next = uniform(1);
  // Known values of mulberry32 with seed 1, as whole 32-bit numbers: exact in any arithmetic that is IEEE.
  const drawn = Array.from({ length: 3 }, () => next() * 4294967296);
  expect(drawn.every(Number.isInteger)).toBe(true);
  const again = uniform(1);
  expect(Array.from({ length: 3 }, () => again() * 4294967296)).toEqual(drawn);
  expect(uniform(2)() * 4294967296).not.toBe(drawn[0]);
});

it("has mean 0 and variance 1, and no far outlier", () => {
  const next = normal(42);
  const sample = Array.from({ length: 20_000 }, next);
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(sample.length));
  expect(Math.abs(variance - 1)).toBeLessThan(6 / Math.sqrt(sample.length));
  expect(Math.max(...sample.map(Math.abs))).toBeLessThanOrEqual(6);
});

it("adds noise in proportion to |Z| and leaves what it was given", () => {
  const points = { frequency: Float64Array.of(1, 2), re: Float64Array.of(100, 1e6), im: Float64Array.of(-100, 0) };
  const noisy = addNoise(points, 0.01, 3);
  expect(points.re[0]).toBe(100);
  expect(Math.abs(noisy.re[0]! - 100)).toBeLessThanOrEqual(6 * 0.01 * Math.hypot(100, 100));
  expect(noisy.im[1]).not.toBe(0);
  expect(addNoise(points, 0, 3).re).toEqual(points.re);
});
