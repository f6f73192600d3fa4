/** Lines and areas of equal value on a rectangular grid (marching squares, linear between the grid's points). */
import type { Numbers } from "./types";

type Point = readonly [number, number];

/** The four corners of cell (i, j), counter-clockwise, as [column, row, value]. */
function corners(z: Numbers, width: number, i: number, j: number): [number, number, number][] {
  return [
    [i, j, z[j * width + i]!], [i + 1, j, z[j * width + i + 1]!],
    [i + 1, j + 1, z[(j + 1) * width + i + 1]!], [i, j + 1, z[(j + 1) * width + i]!],
  ];
}

const crossing = (a: readonly [number, number, number], b: readonly [number, number, number], level: number): Point => {
  const t = (level - a[2]) / (b[2] - a[2]);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
};

/** Polylines, in grid coordinates (column, row), along which z equals `level`. */
export function contourLines(z: Numbers, width: number, height: number, level: number): Point[][] {
  const segments: [Point, Point][] = [];
  for (let j = 0; j + 1 < height; j++) {
    for (let i = 0; i + 1 < width; i++) {
      const cell = corners(z, width, i, j);
      if (!cell.every((c) => Number.isFinite(c[2]))) continue;
      const cuts: Point[] = [];
      for (let k = 0; k < 4; k++) {
        const a = cell[k]!, b = cell[(k + 1) % 4]!;
        if (a[2] >= level !== b[2] >= level) cuts.push(crossing(a, b, level));
      }
      for (let k = 0; k + 1 < cuts.length; k += 2) segments.push([cuts[k]!, cuts[k + 1]!]);
    }
  }
  return join(segments);
}

/** Segments joined end to end into as few lines as possible. */
function join(segments: [Point, Point][]): Point[][] {
  const name = (p: Point): string => `${p[0].toFixed(5)},${p[1].toFixed(5)}`;
  const at = new Map<string, number[]>();
  segments.forEach((segment, index) => {
    for (const p of segment) at.set(name(p), [...(at.get(name(p)) ?? []), index]);
  });
  const used = new Uint8Array(segments.length);
  const follow = (from: Point): Point[] => {
    const line: Point[] = [];
    for (let p = from; ;) {
      const next = at.get(name(p))?.find((index) => !used[index]);
      if (next === undefined) return line;
      used[next] = 1;
      const [a, b] = segments[next]!;
      p = name(a) === name(p) ? b : a;
      line.push(p);
    }
  };
  const lines: Point[][] = [];
  segments.forEach(([a, b], index) => {
    if (used[index]) return;
    used[index] = 1;
    lines.push([...follow(a).reverse(), a, b, ...follow(b)]);
  });
  return lines;
}

/** Polygons, in grid coordinates, that together cover where z is at least `level`; whole cells of a row are merged. */
export function areaAbove(z: Numbers, width: number, height: number, level: number): Point[][] {
  const polygons: Point[][] = [];
  for (let j = 0; j + 1 < height; j++) {
    let start = -1;
    for (let i = 0; i < width; i++) {
      const cell = i + 1 < width ? corners(z, width, i, j) : undefined;
      const whole = cell?.every((c) => c[2] >= level) ?? false;
      if (whole && start < 0) start = i;
      if (!whole && start >= 0) {
        polygons.push([[start, j], [i, j], [i, j + 1], [start, j + 1]]);
        start = -1;
      }
      if (!cell || whole || !cell.every((c) => Number.isFinite(c[2]))) continue;
      const polygon: Point[] = [];
      for (let k = 0; k < 4; k++) {
        const a = cell[k]!, b = cell[(k + 1) % 4]!;
        if (a[2] >= level) polygon.push([a[0], a[1]]);
        if (a[2] >= level !== b[2] >= level) polygon.push(crossing(a, b, level));
      }
      if (polygon.length > 2) polygons.push(polygon);
    }
  }
  return polygons;
}
