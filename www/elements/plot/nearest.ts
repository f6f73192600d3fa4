/** Finding points: under the pointer in pixels, or by the number they share with other figures. */
import type { Numbers } from "./types";

/** Index of the point nearest to (px, py) and its distance in pixels. `alongX` lets the x distance decide (curves over frequency or time). */
export function nearestPoint(x: Numbers, y: Numbers, px: number, py: number, alongX = false): { index: number; distance: number } {
  let index = -1, least = Infinity;
  const weight = alongX ? 0.04 : 1;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - px, dy = y[i]! - py;
    const square = dx * dx + weight * dy * dy;
    if (square < least) {
      least = square;
      index = i;
    }
  }
  return { index, distance: Math.sqrt(least) };
}

/** Index of the point whose key is nearest: to a positive key (a frequency) by ratio, so that none but positive ones are near it; to
 * another by difference. -1 without any. */
export function nearestKey(keys: Numbers, key: number): number {
  let index = -1, least = Infinity;
  for (let i = 0; i < keys.length; i++) {
    const k = keys[i]!;
    const distance = key > 0 ? (k > 0 ? Math.abs(Math.log(k / key)) : Infinity) : Math.abs(k - key);
    if (distance < least) {
      least = distance;
      index = i;
    }
  }
  return index;
}
