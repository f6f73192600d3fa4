/** The frame of a figure: what range each axis shows, where its panels lie, and the scales from values to pixels. */
import { tickStep } from "d3-array";
import { alike } from "../../state/remember";
import type { Range } from "../../state/store";
import { textWidth } from "./measure";
import { axisTicks, type Shared, type Ticks } from "./ticks";
import type { Axis, Figure, Numbers, Series } from "./types";

export interface Scale {
  (value: number): number;
  /** The pixels of many values; NaN where a value has none, and held back far outside the frame, where a line's slope no longer shows. */
  all(values: Numbers): Float64Array;
  invert(pixel: number): number;
  kind: Axis["scale"];
  domain: [number, number];
  range: [number, number];
  reversed: boolean;
}

export interface Panel { axis: Axis; y: Scale; ticks: Ticks; top: number; bottom: number }

export interface Frame {
  width: number; height: number; left: number; right: number; top: number; bottom: number;
  x: Scale; xUnit: string | undefined; xTicks: Ticks; panels: Panel[];
}

export interface Box { width: number; height: number; size: number; family: string; legendHeight: number }

export const yAxes = (figure: Figure): Axis[] => (Array.isArray(figure.y) ? figure.y : [figure.y]);

/** Pixels from the frame to which a line is drawn at most. */
const FAR = 1e5;

/** From values to pixels and back: y = a + b x, or a + b ln x. */
export function makeScale(kind: Axis["scale"], domain: [number, number], range: [number, number], reversed = false): Scale {
  const [from, to] = reversed ? [domain[1], domain[0]] : domain;
  const log = kind === "log";
  const start = log ? Math.log(from) : from;
  const slope = (range[1] - range[0]) / ((log ? Math.log(to) : to) - start);
  const scale = ((value: number) => range[0] + ((log ? Math.log(value) : value) - start) * slope) as Scale;
  scale.all = (values) => {
    const out = new Float64Array(values.length);
    for (let i = 0; i < out.length; i++) {
      const p = scale(values[i]!);
      // Zero on a log axis has no place: -Infinity would draw a line to it.
      out[i] = p - p !== 0 ? NaN : p > FAR ? FAR : p < -FAR ? -FAR : p;
    }
    return out;
  };
  scale.invert = (pixel) => {
    const moved = start + (pixel - range[0]) / slope;
    return log ? Math.exp(moved) : moved;
  };
  return Object.assign(scale, { kind, domain, range, reversed });
}

const known = { log: new WeakMap<Numbers, Extent>(), linear: new WeakMap<Numbers, Extent>() };

class Extent {
  low = Infinity;
  high = -Infinity;
  constructor(private readonly scale: Axis["scale"]) {}
  add(value: number): void {
    if (!Number.isFinite(value) || (this.scale === "log" && value <= 0)) return;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
  }
  /** Looked through once: frequencies and the setting before are asked for again and again. */
  all(values: Numbers | undefined): void {
    if (!values) return;
    let own = known[this.scale].get(values);
    if (!own) {
      known[this.scale].set(values, (own = new Extent(this.scale)));
      for (let i = 0; i < values.length; i++) own.add(values[i]!);
    }
    if (own.low < this.low) this.low = own.low;
    if (own.high > this.high) this.high = own.high;
  }
  around(values: Numbers, errors: Numbers | undefined): void {
    if (errors) for (let i = 0; i < values.length; i++) {
      this.add(values[i]! - errors[i]!);
      this.add(values[i]! + errors[i]!);
    }
  }
}

function extentOf(axis: Axis, series: readonly Series[], of: "x" | "y"): [number, number] {
  const extent = new Extent(axis.scale);
  for (const s of series) {
    extent.all(s[of]);
    if (of === "y") {
      extent.all(s.y2);
      extent.around(s.y, s.errorY);
      if (s.kind === "bars" && axis.scale === "linear") extent.add(0);
    } else extent.around(s.x, s.errorX);
  }
  for (const value of axis.include ?? []) extent.add(value);
  if (extent.low > extent.high) return axis.scale === "log" ? [1, 1000] : [0, 1];
  if (extent.low === extent.high) {
    const half = axis.scale === "log" ? 0 : Math.abs(extent.low) * 0.5 || 0.5;
    return axis.scale === "log" ? [extent.low / 3, extent.high * 3] : [extent.low - half, extent.high + half];
  }
  return [extent.low, extent.high];
}

/** Room above and below the data, out to round values. Not for x: curves run from edge to edge. */
function rounded(axis: Axis, [low, high]: [number, number]): [number, number] {
  if (axis.scale === "linear") {
    const step = axis.steps?.find((s) => (high - low) / s <= 6) ?? tickStep(low, high, 6);
    const room = (high - low) * 0.02;
    return [Math.floor((low === 0 ? 0 : low - room) / step + 1e-9) * step, Math.ceil((high === 0 ? 0 : high + room) / step - 1e-9) * step];
  }
  const outward = (value: number, up: boolean): number => {
    const decade = 10 ** Math.floor(Math.log10(value));
    const lead = value / decade;
    const marks = [1, 2, 5, 10];
    return decade * (up ? marks.find((m) => m >= lead * (1 - 1e-9))! : [...marks].reverse().find((m) => m <= lead * (1 + 1e-9))!);
  };
  return [outward(low / 1.1, false), outward(high * 1.1, true)];
}

/** Whether an axis can show a range: a logarithmic one has no place for zero. */
export const showable = (axis: Axis, [low, high]: [number, number]): boolean => Number.isFinite(high - low) && low < high && (axis.scale !== "log" || low > 0);

/** Whether a person may come so near, or so far from it. */
export const zoomable = (axis: Axis, [low, high]: [number, number]): boolean => showable(axis, [low, high])
  && (axis.scale === "log" ? low > 1e-15 && high < 1e18 && high / low > 1.0001 : high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) && high - low < 1e15);

function fixedEnds(axis: Axis, automatic: [number, number]): [number, number] {
  const ends: [number, number] = [axis.domain?.[0] ?? automatic[0], axis.domain?.[1] ?? automatic[1]];
  return showable(axis, ends) ? ends : automatic;
}

/** As many units a pixel across as up: the axis with room to spare shows more. `sized` may choose another size of a pixel. */
function equalised(
  x: [number, number], y: [number, number], width: number, height: number, about: "corner" | "centre", sized: (unit: number) => number,
): [[number, number], [number, number]] {
  const unit = sized(Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height));
  const stretch = ([low, high]: [number, number], pixels: number): [number, number] => {
    const spare = unit * pixels - (high - low);
    return about === "corner" ? [low, high + spare] : [low - spare / 2, high + spare / 2];
  };
  return [stretch(x, width), stretch(y, height)];
}

/** Sizes of a pixel, by decade: while a hand moves something the axes stand still between two of them. */
const COARSE = [1, 1.6, 2.5, 4, 6.3, 10];

/** The pixel's size before while the data fit and are not lost in it, else the next coarse one. */
function steadied(unit: number, before: number): number {
  if (unit <= before * (1 + 1e-9) && unit > before / 3) return before;
  const decade = 10 ** Math.floor(Math.log10(unit));
  return decade * COARSE.find((step) => step * decade >= unit * (1 - 1e-9))!;
}

/** The scale that was, where it is the same: what was computed with it still holds. */
function sameOr(before: Scale | undefined, now: Scale): Scale {
  return before && before.kind === now.kind && before.reversed === now.reversed && alike(before.domain, now.domain) && alike(before.range, now.range) ? before : now;
}

export const largestOf = (...domains: [number, number][]): number => Math.max(...domains.flat().map(Math.abs));

const GAP = 16;

/** `before`: the frame that was, in the same language and letters, whose ticks serve again; with `steady` its axes are kept as long as they can be. */
export function makeFrame(figure: Figure, hidden: ReadonlySet<string>, box: Box, view?: Range, before?: Frame, steady = false): Frame {
  const axes = yAxes(figure);
  const shown = figure.series.filter((s) => !hidden.has(s.id));
  const on = (panel: number): Series[] => shown.filter((s) => (s.panel ?? 0) === panel);
  const { size, family } = box;
  const lineHeight = Math.round(size * 1.25);

  // A range chosen in another figure may be none of this one's.
  if (view && !(zoomable(figure.x, view.x) && (view.y.length === 0 || view.y.length === axes.length) && view.y.every((ends, i) => zoomable(axes[i]!, ends)))) view = undefined;
  let xDomain = view?.x ?? fixedEnds(figure.x, extentOf(figure.x, shown, "x"));
  let yDomains = view && view.y.length > 0 ? view.y : axes.map((axis, i) => {
    const extent = extentOf(axis, on(i), "y");
    return fixedEnds(axis, figure.equalAspect ? extent : rounded(axis, extent));
  });
  if (figure.equalAspect && !view) {
    const margin = (xDomain[1] - xDomain[0]) * 0.03;
    xDomain = [xDomain[0] < 0 ? xDomain[0] - margin : xDomain[0], xDomain[1] + margin];
    yDomains = yDomains.map(([low, high]) => [low < 0 ? low - margin : low, high + (high - low) * 0.06]);
  }

  const top = Math.round(size * 0.9) + box.legendHeight;
  const bottom = box.height - Math.round(size * 0.6) - 2 * lineHeight - 2;
  const weights = axes.map((axis) => axis.weight ?? 1);
  const total = weights.reduce((a, b) => a + b, 0);
  const usable = Math.max(20, bottom - top - GAP * (axes.length - 1));
  const heights = weights.map((w) => (usable * w) / total);

  const roomY = (): number => lineHeight * 1.15;
  const roomX = (text: string): number => textWidth(text, size, family) + size * 0.9;
  // Labels set the left margin, the margin sets the aspect, the aspect may set the labels: two rounds settle it.
  let left = (steady && before?.left) || Math.round(size * 4.4);
  let x!: Scale, xTicks!: Ticks, panels!: Panel[];
  const right = box.width - Math.round(size * 0.9);
  for (let round = 0; round < 2; round++) {
    const width = Math.max(20, right - left);
    let xd = xDomain, yds = yDomains, shared: Shared | undefined;
    if (figure.equalAspect) {
      const held = steady && !view && before ? (before.x.domain[1] - before.x.domain[0]) / (before.right - before.left) : undefined;
      const [ex, ey] = equalised(xDomain, yDomains[0]!, width, heights[0]!, view ? "centre" : "corner", (unit) => (held ? steadied(unit, held) : unit));
      xd = ex;
      yds = [ey];
      shared = { step: tickStep(0, ex[1] - ex[0], Math.max(2, width / (size * 5.2))), largest: largestOf(ex, ey) };
    }
    x = sameOr(before?.x, makeScale(figure.x.scale, xd, [left, left + width], figure.x.reversed));
    xTicks = before && x === before.x && figure.x.unit === before.xUnit ? before.xTicks : axisTicks(figure.x, xd, width, roomX, shared);
    let y = top;
    panels = axes.map((axis, i) => {
      const height = heights[i]!;
      const was = before?.panels[i];
      const scale = sameOr(was?.y, makeScale(axis.scale, yds[i]!, [y + height, y], axis.reversed));
      const ticks = was && scale === was.y && axis.unit === was.axis.unit && xTicks === before.xTicks ? was.ticks : axisTicks(axis, yds[i]!, height, roomY, shared);
      const panel = { axis, y: scale, ticks, top: y, bottom: y + height };
      y += height + GAP;
      return panel;
    });
    // The labels that were there need the room that they had.
    if (before && box.width === before.width && panels.every(({ ticks }, i) => ticks === before.panels[i]?.ticks)) {
      left = before.left;
      continue;
    }
    const widest = Math.max(...panels.flatMap((p) => p.ticks.major.map((t) => textWidth(t.text, size, family))), size * 2.2);
    // In steps of 4 px, so that the frame stands still while a slider moves.
    left = Math.ceil((widest + lineHeight + size * 1.1) / 4) * 4;
  }
  return { width: box.width, height: box.height, left: x.range[0], right: x.range[1], top, bottom, x, xUnit: figure.x.unit, xTicks, panels };
}

/** The range seen after scaling by `factor` about pixel `at` (factor 2: half the range) and moving by `shift` pixels. */
export function zoomed(scale: Scale, reversed: boolean | undefined, factor: number, at: number, shift = 0): [number, number] {
  const ends = scale.range.map((edge) => scale.invert(at + (edge - at - shift) / factor)) as [number, number];
  return reversed ? [ends[1], ends[0]] : ends;
}
