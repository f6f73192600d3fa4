/** Fewer points, same picture: what cannot be told apart on the screen is drawn once. */
import type { Edges } from "./path";

/** Up to this many points a series is drawn as it is. */
export const DRAW_ALL = 1500;

/** Indices of a line that keep every vertical extreme: per pixel column the first, lowest, highest and last point.
 * Falls back to `farApart` where x runs back and forth (a Nyquist arc). NaN breaks a line, so a point that is not finite stays. */
export function thinLine(x: Float64Array, y: Float64Array): Uint32Array | undefined {
  const n = x.length;
  if (n <= DRAW_ALL) return undefined;
  let direction = 0;
  for (let i = 1; i < n; i++) {
    const step = Math.sign(x[i]! - x[i - 1]!);
    if (!step) continue;
    if (direction && step === -direction) return farApart(x, y, 0.5);
    direction = step;
  }
  const kept: number[] = [];
  let start = 0;
  while (start < n) {
    const column = Math.floor(x[start]!);
    let end = start, low = start, high = start;
    while (end + 1 < n && Math.floor(x[end + 1]!) === column) {
      end++;
      if (y[end]! < y[low]!) low = end;
      if (y[end]! > y[high]!) high = end;
    }
    const chosen = [start, Math.min(low, high), Math.max(low, high), end];
    for (const index of chosen) if (kept[kept.length - 1] !== index) kept.push(index);
    start = end + 1;
  }
  return Uint32Array.from(kept);
}

/** Indices of points at least `distance` pixels from the one kept before; always the last one too. */
export function farApart(x: Float64Array, y: Float64Array, distance: number): Uint32Array {
  const kept: number[] = [];
  let px = NaN, py = NaN;
  for (let i = 0; i < x.length; i++) {
    const gone = Math.hypot(x[i]! - px, y[i]! - py);
    if (!(gone < distance) || i === x.length - 1) {
      kept.push(i);
      px = x[i]!;
      py = y[i]!;
    }
  }
  return Uint32Array.from(kept);
}

/** Indices of one point per `cell` x `cell` pixels of the frame: symbols that would hide each other are drawn once, those outside not at all. */
export function thinPoints(x: Float64Array, y: Float64Array, frame: Edges, cell = 2.5): Uint32Array | undefined {
  if (x.length <= DRAW_ALL) return undefined;
  const { left, right, top, bottom } = frame;
  const columns = Math.ceil((right - left) / cell) + 1;
  const taken = new Uint8Array(columns * (Math.ceil((bottom - top) / cell) + 1));
  const kept: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!, py = y[i]!;
    if (!(px >= left && px <= right && py >= top && py <= bottom)) continue;
    const place = Math.floor((py - top) / cell) * columns + Math.floor((px - left) / cell);
    if (taken[place]) continue;
    taken[place] = 1;
    kept.push(i);
  }
  return Uint32Array.from(kept);
}
