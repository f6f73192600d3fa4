/** Room for labels: each is tried near its anchor, further out with a leader line, and takes the place that hides least. */

export interface Rect { x: number; y: number; width: number; height: number }
export interface Placed extends Rect { leader: boolean }

/** What is taken on a figure: curves lightly, labels and the world outside entirely. */
export class Occupied {
  private readonly cells: Uint8Array;
  private readonly columns: number;
  private readonly rows: number;
  constructor(private readonly area: Rect, private readonly cell = 6) {
    this.columns = Math.max(1, Math.ceil(area.width / cell));
    this.rows = Math.max(1, Math.ceil(area.height / cell));
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  private mark(px: number, py: number, value: number): void {
    const i = Math.floor((px - this.area.x) / this.cell), j = Math.floor((py - this.area.y) / this.cell);
    if (i >= 0 && j >= 0 && i < this.columns && j < this.rows) this.cells[j * this.columns + i] = Math.max(value, this.cells[j * this.columns + i]!);
  }

  /** A curve through these pixels. */
  curve(x: ArrayLike<number>, y: ArrayLike<number>): void {
    let px = NaN, py = NaN;
    for (let i = 0; i < x.length; i++) {
      const qx = x[i]!, qy = y[i]!;
      const steps = Math.min(60, Math.ceil(Math.max(Math.abs(qx - px), Math.abs(qy - py)) / this.cell)) || 1;
      for (let k = 1; k <= steps; k++) this.mark(px + ((qx - px) * k) / steps || qx, py + ((qy - py) * k) / steps || qy, 1);
      px = qx;
      py = qy;
    }
  }

  take(rect: Rect): void {
    for (let x = rect.x; x <= rect.x + rect.width; x += this.cell) for (let y = rect.y; y <= rect.y + rect.height; y += this.cell) this.mark(x, y, 200);
  }

  /** How far a box must move along one side to lie inside. */
  private into(from: number, length: number, low: number, all: number): number {
    return Math.max(0, low - from) - Math.max(0, from + length - (low + all));
  }
  /** The same place, moved inside where it stands out. */
  inside(rect: Rect): Rect {
    const { area } = this;
    return { ...rect, x: rect.x + this.into(rect.x, rect.width, area.x, area.width), y: rect.y + this.into(rect.y, rect.height, area.y, area.height) };
  }

  /** 0 where free. */
  cost(rect: Rect): number {
    const { area, cell } = this;
    if (rect.x < area.x || rect.y < area.y || rect.x + rect.width > area.x + area.width || rect.y + rect.height > area.y + area.height) return 1e4;
    let sum = 0;
    const i0 = Math.floor((rect.x - area.x) / cell), i1 = Math.min(this.columns - 1, Math.floor((rect.x + rect.width - area.x) / cell));
    const j0 = Math.floor((rect.y - area.y) / cell), j1 = Math.min(this.rows - 1, Math.floor((rect.y + rect.height - area.y) / cell));
    for (let j = j0; j <= j1; j++) for (let i = i0; i <= i1; i++) sum += this.cells[j * this.columns + i]!;
    return sum;
  }
}

const DIRECTIONS = [[0, -1], [0.7, -0.7], [-0.7, -0.7], [1, 0], [-1, 0], [0.7, 0.7], [-0.7, 0.7], [0, 1]] as const;

interface Spot { cost: number; dx: number; dy: number; distance: number }

/** The best place for a label of this size about (x, y). `before` (the place of the last time) is kept while it is nearly as good. */
export function bestSpot(occupied: Occupied, x: number, y: number, width: number, height: number, before?: { dx: number; dy: number }, furthest = Infinity): Spot {
  const taken = (dx: number, dy: number): number => occupied.cost({ x: x + dx - width / 2, y: y + dy - height / 2, width, height }) * 10;
  let best: Spot = { cost: Infinity, dx: 0, dy: 0, distance: 0 };
  for (const distance of [9, 18, 30, 46, 66, 90]) {
    for (const [ux, uy] of DIRECTIONS) {
      const wished = { x: x + ux * (distance + width / 2) - width / 2, y: y + uy * (distance + height / 2) - height / 2, width, height };
      const rect = occupied.inside(wished);
      const dx = rect.x + width / 2 - x, dy = rect.y + height / 2 - y;
      const cost = taken(dx, dy) + distance * 0.5 + (uy > 0 ? 3 : 0) + (uy === 0 ? 1 : 0) + 0.3 * Math.hypot(rect.x - wished.x, rect.y - wished.y);
      if (cost < best.cost) best = { cost, dx, dy, distance };
    }
    if (best.cost < distance || distance >= furthest) break;
  }
  if (before) {
    const distance = Math.hypot(Math.max(0, Math.abs(before.dx) - width / 2), Math.max(0, Math.abs(before.dy) - height / 2));
    const cost = taken(before.dx, before.dy) + distance * 0.5;
    if (cost <= best.cost + 8) best = { ...before, cost, distance };
  }
  return best;
}

/** Takes the best place for a label. Further away than its own line it needs a leader. */
export function place(occupied: Occupied, x: number, y: number, width: number, height: number, before?: { dx: number; dy: number }, furthest = Infinity): Placed {
  const { dx, dy, distance } = bestSpot(occupied, x, y, width, height, before, furthest);
  const placed = kept(x, y, width, height, { dx, dy, leader: distance > 12 });
  occupied.take(placed);
  return placed;
}

/** Where a label stands to its point: its middle, and whether a line leads to it. */
export interface Offset { readonly dx: number; readonly dy: number; readonly leader: boolean }

/** A label that stays where it was to its point. */
export function kept(x: number, y: number, width: number, height: number, { dx, dy, leader }: Offset): Placed {
  return { x: x + dx - width / 2, y: y + dy - height / 2, width, height, leader };
}
