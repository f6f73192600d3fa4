/**
 * The `d` of a line through pixels, to a tenth of one. It says no more than can be seen, since every part of it costs a moving
 * slider time, where it is written and where it is painted: a stretch beside the frame is left out, and so is a point that lies
 * on the straight line past it. Written as bytes, because strings put together piece by piece would take longer than all the rest.
 */
import type { Numbers } from "./types";

export interface Edges { left: number; right: number; top: number; bottom: number }

const MINUS = 45, COMMA = 44, DOT = 46, ZERO = 48, M = 77, SPACE = 32;
/** "M-214748364.8,-214748364.8" */
const LONGEST = 26;
/** So many pixels beside a point nobody sees that a line misses it. */
const UNSEEN = 0.05;
/** From so many pixels outside a frame no line is wide enough to be seen in it. */
const MARGIN = 4;
const text = new TextDecoder();
let bytes = new Uint8Array(1 << 12);
let end = 0;

/** A point that is not finite lifts the pen; so does a stretch that lies to one side of `within`. */
export function linePath(px: Numbers, py: Numbers, { indices, within }: { indices?: ArrayLike<number> | undefined; within?: Edges } = {}): string {
  const n = indices ? indices.length : px.length;
  // Each point may be an end and a beginning.
  if (bytes.length < 2 * n * LONGEST) bytes = new Uint8Array(2 * n * LONGEST);
  end = 0;
  const pen = new Pen();
  let lastX = NaN, lastY = NaN, lastSide = 0;
  for (let k = 0; k < n; k++) {
    const i = indices ? indices[k]! : k;
    const x = px[i]!, y = py[i]!, side = within ? sideOf(within, x, y) : 0;
    if ((side & lastSide) !== 0 || x - x !== 0 || y - y !== 0 || lastX - lastX !== 0 || lastY - lastY !== 0) pen.lift();
    else {
      if (!pen.down) pen.set(lastX, lastY);
      pen.draw(x, y);
    }
    lastX = x;
    lastY = y;
    lastSide = side;
  }
  pen.lift();
  return text.decode(bytes.subarray(0, end));
}

/** To which sides of a frame a point lies, a bit for each. */
function sideOf({ left, right, top, bottom }: Edges, x: number, y: number): number {
  return (x < left - MARGIN ? 1 : x > right + MARGIN ? 2 : 0) | (y < top - MARGIN ? 4 : y > bottom + MARGIN ? 8 : 0);
}

/** Draws from `a` a straight line for as long as it misses no point by more than `UNSEEN`: every point leaves it the directions between `u` and `v`. */
class Pen {
  down = false;
  private ax = 0;
  private ay = 0;
  private lastX = 0;
  private lastY = 0;
  private waits = false;
  private far = 0;
  private free = true;
  private ux = 0;
  private uy = 0;
  private vx = 0;
  private vy = 0;

  set(x: number, y: number): void {
    point(M, x, y);
    this.down = true;
    this.from(x, y);
  }

  draw(x: number, y: number): void {
    if (!this.passes(x - this.ax, y - this.ay)) {
      point(SPACE, this.lastX, this.lastY);
      this.from(this.lastX, this.lastY);
      this.passes(x - this.ax, y - this.ay);
    }
    this.lastX = x;
    this.lastY = y;
    this.waits = true;
  }

  lift(): void {
    if (this.waits) point(SPACE, this.lastX, this.lastY);
    this.down = this.waits = false;
  }

  private from(x: number, y: number): void {
    this.ax = x;
    this.ay = y;
    this.far = 0;
    this.free = true;
    this.waits = false;
  }

  /** Whether the straight line can go on to a point, so far from where it began; then that point too leaves it fewer directions. */
  private passes(dx: number, dy: number): boolean {
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance < this.far - UNSEEN) return false;
    if (!this.free && (this.ux * dy < this.uy * dx || dx * this.vy < dy * this.vx)) return false;
    this.far = Math.max(this.far, distance);
    if (distance <= UNSEEN) return true;
    const sin = UNSEEN / distance, cos = Math.sqrt(1 - sin * sin);
    const ux = cos * dx + sin * dy, uy = cos * dy - sin * dx, vx = cos * dx - sin * dy, vy = cos * dy + sin * dx;
    if (this.free || this.ux * uy > this.uy * ux) {
      this.ux = ux;
      this.uy = uy;
    }
    if (this.free || vx * this.vy > vy * this.vx) {
      this.vx = vx;
      this.vy = vy;
    }
    this.free = false;
    return true;
  }
}

function point(command: number, x: number, y: number): void {
  bytes[end++] = command;
  tenths(Math.round(x * 10));
  bytes[end++] = COMMA;
  tenths(Math.round(y * 10));
}

/** Writes 1234 as "123.4". */
function tenths(value: number): void {
  if (value < 0) bytes[end++] = MINUS;
  const size = Math.abs(value), whole = (size / 10) | 0, rest = size - whole * 10;
  let digits = 1;
  for (let limit = 10; whole >= limit; limit *= 10) digits++;
  for (let left = whole, place = end + digits - 1; place >= end; place--) {
    const tens = (left / 10) | 0;
    bytes[place] = ZERO + left - tens * 10;
    left = tens;
  }
  end += digits;
  if (rest) {
    bytes[end++] = DOT;
    bytes[end++] = ZERO + rest;
  }
}
