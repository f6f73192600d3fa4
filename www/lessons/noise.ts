/**
 * Noise that is the same in every browser: a link to a noisy spectrum must show every student the same points.
 * The generator works on 32-bit integers, and a normal deviate is the sum of twelve uniform ones less six (Irwin-Hall): mean 0,
 * variance 1, never beyond 6. Box-Muller would need log and cos, whose last digits differ between browsers.
 */

/** Mulberry32: a stream of uniform numbers in [0, 1) from a 32-bit seed. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Nearly normal deviates: mean 0, variance 1. */
export function normal(seed: number): () => number {
  const next = uniform(seed);
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += next();
    return sum;
  };
}

export interface Points {
  frequency: Float64Array;
  re: Float64Array;
  im: Float64Array;
}

/** Adds to both parts of every point noise of `relative` times |Z| (0.01 is 1 %). */
export function addNoise(points: Points, relative: number, seed: number): Points {
  const next = normal(seed);
  const re = Float64Array.from(points.re);
  const im = Float64Array.from(points.im);
  for (let i = 0; i < re.length; i += 1) {
    const a = points.re[i] ?? 0;
    const b = points.im[i] ?? 0;
    const sigma = relative * Math.sqrt(a * a + b * b);
    re[i] = a + sigma * next();
    im[i] = b + sigma * next();
  }
  return { frequency: Float64Array.from(points.frequency), re, im };
}
