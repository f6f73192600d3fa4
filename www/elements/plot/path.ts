/** The `d` of a line through pixels, to a tenth of one: written as bytes, because strings put together piece by piece are what a moving slider would spend its time on. */
import type { Numbers } from "./types";

const MINUS = 45, COMMA = 44, DOT = 46, ZERO = 48, M = 77, L = 76;
/** "L-214748364.8,-214748364.8" */
const LONGEST = 26;
const text = new TextDecoder();
let bytes = new Uint8Array(1 << 12);

/** A point that is not finite lifts the pen; points closer than a tenth of a pixel are one. */
export function linePath(px: Numbers, py: Numbers, indices?: ArrayLike<number>): string {
  const n = indices ? indices.length : px.length;
  if (bytes.length < n * LONGEST) bytes = new Uint8Array(n * LONGEST);
  let end = 0, pen = M, lastX = NaN, lastY = NaN;
  for (let k = 0; k < n; k++) {
    const i = indices ? indices[k]! : k;
    const x = Math.round(px[i]! * 10), y = Math.round(py[i]! * 10);
    if (x - x !== 0 || y - y !== 0) {
      pen = M;
      lastX = NaN;
      continue;
    }
    if (x === lastX && y === lastY) continue;
    bytes[end++] = pen;
    end = tenths(x, end);
    bytes[end++] = COMMA;
    end = tenths(y, end);
    pen = L;
    lastX = x;
    lastY = y;
  }
  return text.decode(bytes.subarray(0, end));
}

/** Writes 1234 as "123.4" at a place; where it ends. */
function tenths(value: number, start: number): number {
  let at = start;
  if (value < 0) bytes[at++] = MINUS;
  const size = Math.abs(value), whole = (size / 10) | 0, rest = size - whole * 10;
  let digits = 1;
  for (let limit = 10; whole >= limit; limit *= 10) digits++;
  for (let left = whole, place = at + digits - 1; place >= at; place--) {
    const tens = (left / 10) | 0;
    bytes[place] = ZERO + left - tens * 10;
    left = tens;
  }
  at += digits;
  if (rest) {
    bytes[at++] = DOT;
    bytes[at++] = ZERO + rest;
  }
  return at;
}
