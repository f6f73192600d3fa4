/** Draws a figure into an SVG. Everything that an exported file must contain is drawn here; what only a pointer needs is not. */
import { areaAbove, contourLines } from "./contour";
import { largestOf, makeScale, type Frame, type Panel, type Scale } from "./frame";
import { t } from "../../state/texts";
import { symbolSpans, type Ink, type Span } from "./ink";
import { bestSpot, kept, Occupied, place, type Offset, type Rect } from "./labels";
import { textWidth } from "./measure";
import { linePath } from "./path";
import { thinLine, thinPoints } from "./thin";
import { axisTicks } from "./ticks";
import type { Accent, Axis, Dash, Figure, Handle, Inset, Mark, Series } from "./types";

/** `path` is the line through its pixels, once it was drawn. */
export interface DrawnSeries { series: Series; panel: Panel; x: Scale; px: Float64Array; py: Float64Array; drawn: number; path?: string }

/** Where labels stand to their points, and at which point a tag stands. */
export interface Places {
  readonly labels: Map<string, Offset>;
  readonly tags: Map<string, number>;
}

export interface Look {
  size: number;
  family: string;
  /** Unique in the document, for clip paths. */
  uid: string;
  hidden: ReadonlySet<string>;
  /** The series as they were drawn the last time. */
  before: readonly DrawnSeries[];
  /** Where labels were put the last time, so that they do not jump. */
  places: Places;
  /** Keep to these places, whatever is under them, and the small windows as they are: both can wait while a hand moves something. */
  steady: boolean;
  /** Draw the legend into the SVG (exported figures). */
  legend: boolean;
}

const DASH: Record<Dash, string | undefined> = { solid: undefined, dashed: "7 4", dotted: "1.5 3.5", "dash-dot": "8 3.5 1.5 3.5" };
const OWN_DASH: Partial<Record<Accent, Dash>> = { sei: "dashed", paper: "dotted", "data-3": "dash-dot" };
export const dashOf = (accent: Accent, dash?: Dash): string | undefined => DASH[dash ?? OWN_DASH[accent] ?? "solid"];

const SYMBOLS = ["circle", "square", "diamond", "triangle", "cross"] as const;
const OWN_SYMBOL: Partial<Record<Accent, (typeof SYMBOLS)[number]>> = { sei: "square", "data-2": "square", "data-3": "diamond", "data-4": "triangle", "data-5": "cross", fit: "cross" };
export const symbolOf = (series: Series): (typeof SYMBOLS)[number] => series.symbol ?? OWN_SYMBOL[series.accent] ?? "circle";

/** Outline of a symbol of radius r, relative to where the pen is. */
export function symbolPath(symbol: (typeof SYMBOLS)[number], r: number): string {
  const s = (v: number): string => (v * r).toFixed(2);
  switch (symbol) {
    case "circle": return `m${s(-1)},0a${s(1)},${s(1)} 0 1,0 ${s(2)},0a${s(1)},${s(1)} 0 1,0 ${s(-2)},0z`;
    case "square": return `m${s(-0.9)},${s(-0.9)}h${s(1.8)}v${s(1.8)}h${s(-1.8)}z`;
    case "diamond": return `m0,${s(-1.25)}l${s(1.25)},${s(1.25)}l${s(-1.25)},${s(1.25)}l${s(-1.25)},${s(-1.25)}z`;
    case "triangle": return `m0,${s(-1.2)}l${s(1.1)},${s(1.95)}h${s(-2.2)}z`;
    case "cross": return `m${s(-1)},${s(-1)}l${s(2)},${s(2)}m0,${s(-2)}l${s(-2)},${s(2)}`;
  }
}

const at = (value: number): string => (Math.round(value * 10) / 10).toString();

/** A series on the frame; what of it is as it was, or as in the series drawn just before it, is not computed again. */
function placed(series: Series, panel: Panel, x: Scale, before: DrawnSeries | undefined, neighbour: DrawnSeries | undefined): DrawnSeries {
  const px = [before, neighbour].find((one) => one?.x === x && one.series.x === series.x)?.px ?? x.all(series.x);
  const py = before && before.panel.y === panel.y && before.series.y === series.y ? before.py : panel.y.all(series.y);
  return { series, panel, x, px, py, drawn: px.length, ...(before && before.px === px && before.py === py && before.path !== undefined ? { path: before.path } : {}) };
}

export function titleSpans(axis: Axis, unit: string, short = false): Span[] {
  const spans: Span[] = [];
  if (axis.label && !(short && axis.symbol)) spans.push({ text: axis.label });
  if (axis.symbol) spans.push(...(spans.length ? [{ text: " " }] : []), ...symbolSpans(axis.symbol));
  if (unit) spans.push({ text: `\u2009/\u2009${unit}` });
  return spans;
}

const accentClass = (accent: Accent | undefined): string => `a-${accent ?? "ink"}`;

export function drawFigure(ink: Ink, figure: Figure, frame: Frame, look: Look): { drawn: DrawnSeries[]; occupied: Occupied } {
  ink.begin(frame.width, frame.height);
  const layer = (name: string, parent?: SVGElement): SVGElement => ink.put(name, "g", { class: `ip-${name}` }, parent);
  const defs = ink.put("defs", "defs", {});
  const grid = layer("grid"), under = layer("under"), ghosts = layer("ghosts"), curves = layer("curves"), dashed = layer("dashed"), axes = layer("axes");
  const insets = layer("insets"), notes = layer("marks");
  const { size, uid } = look;
  const width = frame.right - frame.left;

  const { xTicks, panels } = frame;
  const shown = [frame.width, frame.height, size, figure.x.label, figure.x.symbol, xTicks, frame.x, ...panels.flatMap(({ y, ticks, axis }) => [y, ticks, axis.label, axis.symbol])];
  ink.part("axes", shown, () => drawAxes(ink, grid, axes, figure, frame, look));
  frame.panels.forEach((panel, i) => {
    const clip = ink.put(`clip${i}`, "clipPath", { id: `${uid}-${i}` }, defs);
    ink.put(`clip${i}r`, "rect", { x: frame.left - 2, y: panel.top - 2, width: width + 4, height: panel.bottom - panel.top + 4 }, clip);
  });

  const occupied = new Occupied({ x: frame.left, y: frame.top, width, height: frame.bottom - frame.top });
  const before = new Map(look.before.map((one) => [one.series.id, one]));
  const drawn: DrawnSeries[] = [];
  for (const series of figure.series) {
    if (look.hidden.has(series.id)) continue;
    const panelIndex = Math.min(series.panel ?? 0, frame.panels.length - 1);
    const panel = frame.panels[panelIndex]!;
    const clip = `url(#${uid}-${panelIndex})`;
    if (series.kind === "heat" || series.kind === "contour") {
      drawGrid(ink, under, curves, series, frame.x, panel.y, clip, look, occupied);
      continue;
    }
    const entry = placed(series, panel, frame.x, before.get(series.id), drawn.at(-1));
    const { px, py } = entry;
    const home = series.kind === "band" ? under : series.accent === "ghost" || series.listed === false ? ghosts
      // Where a dashed and a solid curve coincide both must be seen.
      : series.kind === "line" && dashOf(series.accent, series.dash) ? dashed : curves;
    drawSeries(ink, home, entry, clip, frame);
    if (series.kind !== "band" && !look.steady) occupied.curve(px, py);
    drawn.push(entry);
  }

  // Labels keep clear of what can be taken hold of.
  for (const handle of figure.handles ?? []) {
    if (look.legend || handle.shape === "bar") continue;
    const { x, y } = handlePlace(handle, frame), reach = handle.shape === "dot" ? 6 : 10;
    occupied.take({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach });
  }
  ink.part("insets", look.steady ? undefined : [Symbol()], () => drawInsets(ink, insets, defs, figure, frame, drawn, look, occupied));
  drawMarks(ink, under, notes, figure.marks ?? [], frame, look, occupied);
  drawTags(ink, notes, drawn, figure, frame, look, occupied);
  const thinned = drawn.filter((d) => d.drawn < d.px.length);
  if (thinned.length) {
    const shown = thinned.reduce((sum, d) => sum + d.drawn, 0), all = thinned.reduce((sum, d) => sum + d.px.length, 0);
    // On a narrow plot the two numbers must do: the sentence would run into the axis.
    const sentence = t("figure-thinned", { shown, all });
    const text = textWidth(sentence, size * 0.85, look.family) < width ? sentence : `${shown} / ${all}`;
    ink.text("thinned", text, { x: frame.right - 3, y: frame.top - 4, class: "ip-small", "text-anchor": "end", "font-size": size * 0.85 }, notes);
  }
  if (look.legend) drawLegend(ink, layer("legend"), figure, frame, look);
  ink.end();
  return { drawn, occupied };
}

/** Where a handle is drawn, inside the frame, and where its stem begins. */
export function handlePlace({ x: valueX, y: valueY, panel: index = 0, lean }: Handle, frame: Frame): { x: number; y: number; foot?: { x: number; y: number } } {
  const panel = frame.panels[Math.min(index, frame.panels.length - 1)]!;
  const inside = (x: number, y: number) => ({ x: Math.min(frame.right, Math.max(frame.left, x)), y: Math.min(panel.bottom, Math.max(panel.top, y)) });
  const foot = inside(frame.x(valueX), panel.y(valueY));
  if (!lean) return foot;
  const dx = frame.x(lean.x) - foot.x, dy = panel.y(lean.y) - foot.y, length = Math.hypot(dx, dy);
  // Beside what it leans to there is no other side to lean to.
  const share = length > 0 ? Math.min(lean.pixels, 0.6 * length) / length : 0;
  return { ...inside(foot.x + share * dx, foot.y + share * dy), foot };
}

function drawAxes(ink: Ink, grid: SVGElement, axes: SVGElement, figure: Figure, frame: Frame, look: Look): void {
  const { size, family } = look;
  const { left, right, x, xTicks } = frame;
  let lines = "", edges = "", minor = "";
  frame.panels.forEach((panel, i) => {
    const { top, bottom, y, ticks } = panel;
    for (const tick of xTicks.major) {
      const p = at(x(tick.at));
      lines += `M${p},${top}V${at(bottom)}`;
      edges += `M${p},${at(bottom)}v4`;
    }
    for (const value of xTicks.minor) minor += `M${at(x(value))},${at(bottom)}v2.5`;
    for (const tick of ticks.major) {
      const p = at(y(tick.at));
      lines += `M${left},${p}H${right}`;
      edges += `M${left},${p}h-4`;
    }
    for (const value of ticks.minor) minor += `M${left},${at(y(value))}h-2.5`;
    edges += `M${left},${at(top)}V${at(bottom)}H${right}`;
    ticks.major.forEach((tick, k) => ink.text(`y${i}-${k}`, tick.text, { x: left - 7, y: Math.round(y(tick.at)) + size * 0.35, "text-anchor": "end", class: "ip-tick", "font-size": size }, axes));
    const title = titleSpans(panel.axis, ticks.unit);
    const fits = textWidth(title.map((s) => s.text).join(""), size, family) < (bottom - top) * 1.1;
    const middle = (top + bottom) / 2;
    ink.rich(`yt${i}`, fits ? title : titleSpans(panel.axis, ticks.unit, true), { transform: `translate(${Math.round(size * 0.95)},${Math.round(middle)})rotate(-90)`, "text-anchor": "middle", class: "ip-title", "font-size": size }, axes);
  });
  ink.put("gridlines", "path", { d: lines }, grid);
  ink.put("edges", "path", { d: edges, class: "ip-edge" }, axes);
  ink.put("minor", "path", { d: minor, class: "ip-edge" }, axes);
  const base = frame.panels[frame.panels.length - 1]!.bottom;
  xTicks.major.forEach((tick, k) => {
    const half = textWidth(tick.text, size, family) / 2;
    // The outermost label stays inside the drawing.
    const px = Math.min(x(tick.at), frame.width - half - 1);
    ink.text(`x-${k}`, tick.text, { x: px, y: base + 6 + size, "text-anchor": "middle", class: "ip-tick", "font-size": size }, axes);
  });
  ink.rich("xt", titleSpans(figure.x, xTicks.unit), { transform: `translate(${at((left + right) / 2)},${frame.height - Math.round(size * 0.45)})`, "text-anchor": "middle", class: "ip-title", "font-size": size }, axes);
}

function drawSeries(ink: Ink, home: SVGElement, entry: DrawnSeries, clip: string, frame: Frame): void {
  const { series, px, py, panel } = entry;
  const accent = accentClass(series.accent);
  const name = `s:${series.id}`;
  const group = ink.put(name, "g", { class: accent, "clip-path": clip }, home);
  if (series.kind === "band") {
    const lower = series.y2 ? panel.y.all(series.y2) : new Float64Array(px.length).fill(panel.bottom);
    let back = "";
    for (let i = px.length - 1; i >= 0; i--) if (px[i]! - px[i]! === 0 && lower[i]! - lower[i]! === 0) back += `L${at(px[i]!)},${at(lower[i]!)}`;
    const d = linePath(px, py).replace(/(?!^)M/g, "L") + back;
    ink.put(`${name}:band`, "path", { d: d && `${d}Z`, class: "ip-band" }, group);
    return;
  }
  if (series.kind === "bars") {
    const foot = panel.axis.scale === "log" ? panel.bottom : Math.min(panel.bottom, Math.max(panel.top, panel.y(0)));
    const gap = px.length > 1 ? Math.abs(px[px.length - 1]! - px[0]!) / (px.length - 1) : 20;
    const half = Math.max(0.5, gap * 0.36);
    let d = "";
    for (let i = 0; i < px.length; i++) if (py[i]! - py[i]! === 0) d += `M${at(px[i]! - half)},${at(foot)}V${at(py[i]!)}h${at(2 * half)}V${at(foot)}z`;
    ink.put(`${name}:bars`, "path", { d, class: "ip-bars" }, group);
    return;
  }
  if (series.kind !== "points") {
    const kept = thinLine(px, py);
    if (kept) entry.drawn = kept.length;
    entry.path ??= linePath(px, py, { indices: kept, within: { ...frame, top: panel.top, bottom: panel.bottom } });
    ink.line(`${name}:line`, entry.path, { class: "ip-line", "stroke-dasharray": dashOf(series.accent, series.dash) }, group);
  }
  if (series.errorY || series.errorX) drawErrors(ink, group, name, entry, frame);
  if (series.kind !== "line") {
    const kept = thinPoints(px, py, { left: frame.left - 9, right: frame.right + 9, top: panel.top - 9, bottom: panel.bottom + 9 });
    if (kept) entry.drawn = kept.length;
    const radius = px.length > 400 ? 1.6 : px.length > 120 ? 2.2 : 2.8;
    // Thousands of symbols are drawn by a round pen that is set down once for each: a tenth of the path.
    const dots = kept !== undefined;
    const shape = dots ? "h0" : symbolPath(px.length > 400 ? "circle" : symbolOf(series), radius);
    let inside = "", outside = "";
    const n = kept ? kept.length : px.length;
    for (let k = 0; k < n; k++) {
      const i = kept ? kept[k]! : k;
      const x = px[i]!, y = py[i]!;
      if (!(x > frame.left - 9 && x < frame.right + 9 && y > panel.top - 9 && y < panel.bottom + 9)) continue;
      if (series.masked?.[i]) outside += `M${at(x)},${at(y)}${shape}`;
      else inside += `M${at(x)},${at(y)}${shape}`;
    }
    // On a line of their own the points are open, so that the line shows where it runs.
    const open = dots ? "ip-dots" : series.kind === "points" ? "ip-points" : "ip-points ip-open";
    ink.put(`${name}:out`, "path", { d: outside, class: dots ? "ip-dots ip-masked" : "ip-points ip-open ip-masked" }, group);
    ink.put(`${name}:points`, "path", { d: inside, class: open }, group);
  }
}

function drawErrors(ink: Ink, group: SVGElement, name: string, entry: DrawnSeries, frame: Frame): void {
  const { series, px, py, panel } = entry;
  const bounded = (value: number, low: number, high: number): number => (value >= low && value <= high ? value : value > high ? high : low);
  let d = "";
  for (let i = 0; i < px.length; i++) {
    const ey = series.errorY?.[i] ?? 0, ex = series.errorX?.[i] ?? 0;
    if (px[i]! - px[i]! !== 0 || py[i]! - py[i]! !== 0) continue;
    if (ey > 0) {
      const up = bounded(panel.y(series.y[i]! + ey), panel.top - 9, panel.bottom + 9);
      const foot = panel.y(series.y[i]! - ey);
      const down = Number.isFinite(foot) ? bounded(foot, panel.top - 9, panel.bottom + 9) : panel.bottom + 9;
      d += `M${at(px[i]! - 2.5)},${at(up)}h5m-2.5,0V${at(down)}m-2.5,0h5`;
    }
    if (ex > 0) {
      const low = frame.x(series.x[i]! - ex), high = frame.x(series.x[i]! + ex);
      if (Number.isFinite(low) && Number.isFinite(high)) d += `M${at(low)},${at(py[i]! - 2.5)}v5m0,-2.5H${at(high)}m0,-2.5v5`;
    }
  }
  ink.put(`${name}:errors`, "path", { d, class: "ip-error" }, group);
}

/** A value at a fractional index of grid edges, between them as the scale goes. */
function alongEdges(edges: Float64Array, index: number): number {
  const i = Math.min(edges.length - 2, Math.floor(index)), t = index - i;
  return edges[i]! + t * (edges[i + 1]! - edges[i]!);
}

function drawGrid(ink: Ink, under: SVGElement, curves: SVGElement, series: Series, x: Scale, y: Scale, clip: string, look: Look, occupied: Occupied): void {
  const name = `s:${series.id}`;
  const columns = series.x.length, rows = series.y.length, z = series.z;
  const levels = series.levels ?? [];
  const group = ink.put(name, "g", { class: accentClass(series.accent), "clip-path": clip }, series.kind === "heat" ? under : curves);
  if (!z || columns < 2 || rows < 2 || z.length < columns * rows) return;
  const gx = x.all(series.x), gy = y.all(series.y);
  const pixel = (p: readonly [number, number]): [number, number] => [alongEdges(gx, p[0]), alongEdges(gy, p[1])];
  levels.forEach((level, k) => {
    if (series.kind === "heat") {
      let d = "";
      for (const polygon of areaAbove(z, columns, rows, level)) d += linePath(polygon.map((p) => pixel(p)[0]), polygon.map((p) => pixel(p)[1])) + "Z";
      ink.put(`${name}:${k}`, "path", { d, class: "ip-heat", "fill-opacity": 0.85 / levels.length }, group);
      return;
    }
    let d = "", longest: [number, number][] = [];
    for (const line of contourLines(z, columns, rows, level)) {
      const points = line.map(pixel);
      d += linePath(points.map((p) => p[0]), points.map((p) => p[1]));
      if (points.length > longest.length) longest = points;
    }
    ink.put(`${name}:${k}`, "path", { d, class: "ip-line ip-contour", "stroke-dasharray": dashOf(series.accent, series.dash) }, group);
    if (!series.levelLabel || longest.length < 4) return;
    const text = series.levelLabel(level);
    const width = textWidth(text, look.size * 0.9, look.family) + 6;
    // The label lies on its line where the surroundings are free, along the line's direction.
    let best = { cost: Infinity, i: -1 };
    for (const share of [0.5, 0.35, 0.65, 0.22, 0.78]) {
      const i = Math.floor(share * (longest.length - 1)), p = longest[i]!;
      const cost = occupied.cost({ x: p[0] - width / 2, y: p[1] - look.size, width, height: look.size * 2 });
      if (cost < best.cost) best = { cost, i };
    }
    if (best.cost >= 200) return;
    const [px, py] = longest[best.i]!;
    const a = longest[Math.max(0, best.i - 3)]!, b = longest[Math.min(longest.length - 1, best.i + 3)]!;
    let angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
    if (angle > 90) angle -= 180;
    if (angle < -90) angle += 180;
    ink.text(`${name}:${k}t`, text, { transform: `translate(${at(px)},${at(py)})rotate(${at(angle)})`, y: look.size * 0.32, "text-anchor": "middle", class: "ip-on-line", "font-size": look.size * 0.9 }, group);
    occupied.take({ x: px - width / 2, y: py - look.size * 0.7, width, height: look.size * 1.4 });
  });
}

function drawInsets(ink: Ink, parent: SVGElement, defs: SVGElement, figure: Figure, frame: Frame, drawn: DrawnSeries[], look: Look, occupied: Occupied): void {
  const panel = frame.panels[0]!;
  const room = frame.right - frame.left;
  if (room < 220) return;
  for (const inset of figure.insets ?? []) {
    const size = look.size * 0.9, pad = Math.round(size * 0.6);
    const { x: x0, y: y0, width, height } = insetPlace(inset, frame, panel, occupied);
    const name = `inset:${inset.id}`;
    const inner = { left: x0 + pad + size * 2.1, right: x0 + width - pad - 4, top: y0 + (inset.title ? size * 1.9 : pad), bottom: y0 + height - size * 1.7 };
    // Letters too large for the window leave nothing to draw on.
    if (Math.min(inner.right - inner.left, inner.bottom - inner.top) < 16) continue;
    const group = ink.put(name, "g", {}, parent);
    ink.put(`${name}b`, "rect", { x: x0, y: y0, width, height, rx: 3, class: "ip-inset" }, group);
    let xd = inset.x, yd = inset.y;
    if (figure.equalAspect) {
      const unit = Math.max((xd[1] - xd[0]) / (inner.right - inner.left), (yd[1] - yd[0]) / (inner.bottom - inner.top));
      xd = [xd[0], xd[0] + unit * (inner.right - inner.left)];
      yd = [yd[0], yd[0] + unit * (inner.bottom - inner.top)];
    }
    const x = makeScale(figure.x.scale, xd, [inner.left, inner.right], figure.x.reversed);
    const y = makeScale(panel.axis.scale, yd, [inner.bottom, inner.top], panel.axis.reversed);
    // One unit for both directions; where it is not that of the large axes, the title says so.
    const shared = figure.equalAspect ? { largest: largestOf(xd, yd) } : undefined;
    const xt = axisTicks(figure.x, xd, inner.right - inner.left, (t) => textWidth(t, size, look.family) + size * 1.6, shared);
    const yt = axisTicks(panel.axis, yd, inner.bottom - inner.top, () => size * 1.7, shared);
    const clip = ink.put(`${name}c`, "clipPath", { id: `${look.uid}-i-${inset.id}` }, defs);
    ink.put(`${name}cr`, "rect", { x: inner.left - 1, y: inner.top - 1, width: inner.right - inner.left + 2, height: inner.bottom - inner.top + 2 }, clip);
    let edges = `M${at(inner.left)},${at(inner.top)}V${at(inner.bottom)}H${at(inner.right)}`;
    xt.major.forEach((tick, k) => {
      edges += `M${at(x(tick.at))},${at(inner.bottom)}v3`;
      ink.text(`${name}x${k}`, tick.text, { x: x(tick.at), y: inner.bottom + size * 1.15, "text-anchor": "middle", class: "ip-tick", "font-size": size }, group);
    });
    yt.major.forEach((tick, k) => {
      edges += `M${at(inner.left)},${at(y(tick.at))}h-3`;
      ink.text(`${name}y${k}`, tick.text, { x: inner.left - 5, y: y(tick.at) + size * 0.35, "text-anchor": "end", class: "ip-tick", "font-size": size }, group);
    });
    ink.put(`${name}e`, "path", { d: edges, class: "ip-edge" }, group);
    const unit = xt.unit && xt.unit !== frame.xTicks.unit ? xt.unit : undefined;
    // Over the axis where it fits, else from the window's edge, else its first part alone.
    const titles = [inset.title, inset.title?.split(" · ")[0]].map((name) => [name, unit].filter(Boolean).join(" / "));
    const room = (text: string): number => width - 8 - textWidth(text, size, look.family);
    const title = titles.find((text) => room(text) >= 0) ?? "";
    const start = Math.min(inner.left + 4, x0 + 4 + room(title));
    ink.text(`${name}t`, title, { x: start, y: y0 + size * 1.3, class: "ip-label", "font-size": size }, group);
    const body = ink.put(`${name}g`, "g", { "clip-path": `url(#${look.uid}-i-${inset.id})` }, group);
    for (const { series } of drawn) {
      if ((series.panel ?? 0) !== 0 || series.kind === "band" || series.kind === "bars") continue;
      const px = x.all(series.x), py = y.all(series.y);
      if (series.kind === "points") {
        const shape = symbolPath(symbolOf(series), 1.8);
        let d = "";
        for (let i = 0; i < px.length; i++) if (px[i]! > inner.left && px[i]! < inner.right && py[i]! > inner.top && py[i]! < inner.bottom) d += `M${at(px[i]!)},${at(py[i]!)}${shape}`;
        ink.put(`${name}s:${series.id}`, "path", { d, class: `ip-points ${accentClass(series.accent)}` }, body);
      } else {
        ink.line(`${name}s:${series.id}`, linePath(px, py, { indices: thinLine(px, py), within: inner }), { class: `ip-line ${accentClass(series.accent)}`, "stroke-dasharray": dashOf(series.accent, series.dash) }, body);
      }
    }
    occupied.take({ x: x0, y: y0, width, height });
  }
}

/** The corner that was asked for, unless another place, or a smaller window, hides less of the curves. */
function insetPlace(inset: Inset, frame: Frame, panel: Panel, occupied: Occupied): Rect {
  const tall = panel.bottom - panel.top, room = frame.right - frame.left;
  let best: Rect | undefined, least = Infinity;
  for (const scale of [1, 0.85, 0.72]) {
    const width = Math.max(118, Math.min(220, room * 0.46)) * scale, height = Math.min(150, tall * 0.4) * scale;
    if (best && (width < 118 || height < 76)) break;
    const right = frame.right - width - 1, left = frame.left + 8, top = panel.top + 1, bottom = panel.bottom - height - 10;
    const corners = { "top-right": [right, top], "top-left": [left, top], "bottom-right": [right, bottom] } as const;
    const asked = corners[inset.corner ?? "top-right"];
    for (const [x, y] of [asked, ...Object.values(corners), [(left + right) / 2, bottom] as const]) {
      const cost = occupied.cost({ x, y, width, height }) + (1 - scale) * 12 + (x === asked[0] && y === asked[1] ? 0 : 2);
      if (cost < least) {
        least = cost;
        best = { x, y, width, height };
      }
    }
  }
  return best!;
}

function drawMarks(ink: Ink, under: SVGElement, notes: SVGElement, marks: readonly Mark[], frame: Frame, look: Look, occupied: Occupied): void {
  const { size, family, uid } = look;
  for (const mark of marks) {
    const index = Math.min(mark.panel ?? 0, frame.panels.length - 1);
    const panel = frame.panels[index]!;
    const name = `m:${mark.id}`, accent = accentClass(mark.accent), clip = `url(#${uid}-${index})`;
    if (mark.kind === "line" || mark.kind === "span") {
      const vertical = mark.axis === "x";
      const scale = vertical ? frame.x : panel.y;
      const [low, high] = vertical ? [frame.left, frame.right] : [panel.top, panel.bottom];
      const held = (value: number): number => {
        const p = scale(value);
        return p - p === 0 ? Math.min(high, Math.max(low, p)) : low;
      };
      let a: number, b: number;
      if (mark.kind === "line") {
        a = b = scale(mark.at);
        if (!(a >= low - 0.5 && a <= high + 0.5)) continue;
        const d = vertical ? `M${at(a)},${panel.top}V${at(panel.bottom)}` : `M${frame.left},${at(a)}H${frame.right}`;
        ink.put(name, "path", { d, class: `ip-rule ${accent}`, "stroke-dasharray": DASH[mark.dash ?? "dotted"] }, notes);
      } else {
        [a, b] = [held(mark.from), held(mark.to)].sort((p, q) => p - q) as [number, number];
        ink.put(name, "rect", { x: vertical ? a : frame.left, y: vertical ? panel.top : a, width: vertical ? b - a : frame.right - frame.left, height: vertical ? panel.bottom - panel.top : b - a, class: `ip-span ${accent}` }, under);
      }
      if (mark.text) {
        const width = textWidth(mark.text, size, family) + 8;
        const placed = vertical
          ? [panel.top + size * 0.8, panel.top + size * 2.2].flatMap((y) => [...(b - a > width ? [{ x: (a + b - width) / 2 + 4, y }] : []), { x: b + 4, y }, { x: a - width, y }])
          : [frame.right - width, frame.left + 6].flatMap((x) => [{ x, y: a - size * 0.8 }, { x, y: b + size * 0.9 }]);
        const cost = (p: { x: number; y: number }): number => occupied.cost({ x: p.x, y: p.y - size * 0.7, width, height: size * 1.4 });
        const best = placed.reduce((p, q) => (cost(q) < cost(p) ? q : p));
        ink.text(`${name}t`, mark.text, { x: best.x, y: best.y + size * 0.35, class: `ip-label ip-quiet ${accent}`, "font-size": size }, notes);
        occupied.take({ x: best.x, y: best.y - size * 0.7, width, height: size * 1.4 });
      }
      continue;
    }
    if (mark.kind === "area") {
      const px = frame.x.all(mark.x), py = panel.y.all(mark.y);
      ink.put(name, "path", { d: `${linePath(px, py)}Z`, class: `${mark.hatch ? "ip-hatched" : "ip-span"} ${accent}`, "clip-path": clip }, under);
      if (!mark.text) continue;
      let cx = 0, cy = 0;
      for (let i = 0; i < px.length; i++) {
        cx += Math.min(frame.right, Math.max(frame.left, px[i]!)) / px.length;
        cy += Math.min(panel.bottom, Math.max(panel.top, py[i]!)) / px.length;
      }
      label(ink, notes, name, mark.text, cx, cy, `ip-label ip-quiet ${accent}`, frame, look, occupied, false);
      continue;
    }
    const x = frame.x(mark.x), y = panel.y(mark.y);
    if (!(x >= frame.left - 1 && x <= frame.right + 1 && y >= panel.top - 1 && y <= panel.bottom + 1)) continue;
    if (mark.dot !== false) {
      ink.put(`${name}d`, "circle", { cx: x, cy: y, r: 4.2, class: `ip-dot ${accent}` }, notes);
      occupied.take({ x: x - 5, y: y - 5, width: 10, height: 10 });
    }
    label(ink, notes, name, mark.text, x, y, `ip-label ${accent}`, frame, look, occupied, mark.dot !== false);
  }
}

function label(ink: Ink, parent: SVGElement, name: string, text: string, x: number, y: number, style: string, frame: Frame, look: Look, occupied: Occupied, leader: boolean, bold = false, furthest = Infinity): void {
  const { size, family } = look;
  const whole = textWidth(text, size, family, bold);
  const lines = whole > (frame.right - frame.left) * 0.42 && text.includes(" · ") ? text.split(" · ") : [text];
  const width = Math.max(...lines.map((line) => textWidth(line, size, family, bold))) + 4, height = size * 1.3 * lines.length;
  const before = look.places.labels.get(name);
  const placed = before && look.steady ? kept(x, y, width, height, before) : place(occupied, x, y, width, height, before, furthest);
  look.places.labels.set(name, { dx: placed.x + placed.width / 2 - x, dy: placed.y + placed.height / 2 - y, leader: placed.leader });
  const cx = placed.x + placed.width / 2;
  if (leader && placed.leader) {
    // From the dot's rim to the nearest point of the label's box.
    const qx = Math.min(placed.x + placed.width, Math.max(placed.x, x)), qy = Math.min(placed.y + placed.height, Math.max(placed.y, y));
    const length = Math.hypot(qx - x, qy - y) || 1;
    ink.put(`${name}l`, "path", { d: `M${at(x + ((qx - x) / length) * 6)},${at(y + ((qy - y) / length) * 6)}L${at(qx)},${at(qy)}`, class: "ip-leader" }, parent);
  }
  lines.forEach((line, k) => ink.text(`${name}t${k}`, line, { x: cx, y: placed.y + size * (1.3 * k + 1), "text-anchor": "middle", class: style, "font-size": size }, parent));
}

function drawTags(ink: Ink, parent: SVGElement, drawn: DrawnSeries[], figure: Figure, frame: Frame, look: Look, occupied: Occupied): void {
  for (const { series, panel, px, py } of drawn) {
    if (!series.tag) continue;
    const seen = (i: number): boolean => px[i]! >= frame.left && px[i]! <= frame.right && py[i]! >= panel.top && py[i]! <= panel.bottom;
    // Along the curve, where there is most room: preferably towards the end, and near enough to belong to no other curve.
    const width = textWidth(series.tag, look.size, look.family, true) + 4;
    let best = look.steady ? look.places.tags.get(series.id) ?? -1 : -1, least = Infinity;
    if (!(best in px)) for (const share of figure.equalAspect ? [0.78, 0.7, 0.86, 0.62, 0.94, 0.5, 0.36] : [0.96, 0.86, 0.74, 0.6, 0.45, 0.3, 0.15]) {
      // Measured in x across what is shown, since points crowd at the ends of an arc.
      const i = nearestIndex(px, frame.left + share * (Math.min(frame.right, Math.max(px[0]!, px[px.length - 1]!)) - frame.left));
      if (!seen(i)) continue;
      const { cost } = bestSpot(occupied, px[i]!, py[i]!, width, look.size * 1.3, undefined, NEAR);
      if (cost < least - 2) {
        least = cost;
        best = i;
      }
    }
    if (!seen(best)) continue;
    look.places.tags.set(series.id, best);
    label(ink, parent, `tag:${series.id}`, series.tag, px[best]!, py[best]!, `ip-label ip-tag a-${series.accent}`, frame, look, occupied, false, true, NEAR);
  }
}

/** Pixels within which a tag stays with its curve. */
const NEAR = 9;

/** Of the points at this x the last one drawn (the low-frequency side of an arc). */
function nearestIndex(px: Float64Array, x: number): number {
  let index = -1, least = Infinity;
  for (let i = 0; i < px.length; i++) {
    const distance = Math.abs(px[i]! - x);
    if (distance <= least) {
      least = distance;
      index = i;
    }
  }
  return index;
}

/** Series that stand in a legend. */
export const listed = (figure: Figure): Series[] => {
  const seen = new Set<string>();
  // The same label in two panels (|Z| and phase of one curve) is one entry.
  return figure.series.filter((s) => s.listed !== false && s.label && s.kind !== "heat" && !seen.has(s.label) && seen.add(s.label));
};

export const SAMPLE = 26;
/** How tall the legend is that `drawLegend` draws on this width. */
export const legendHeight = (figure: Figure, look: { size: number; family: string; hidden: ReadonlySet<string> }, width: number): number =>
  legendPlaces(figure, look, width).rows * look.size * 1.5;

function legendPlaces(figure: Figure, look: { size: number; family: string; hidden: ReadonlySet<string> }, width: number): { rows: number; entries: { series: Series; x: number; row: number }[] } {
  let x = 0, row = 0;
  const entries = listed(figure).filter((s) => !look.hidden.has(s.id)).map((series) => {
    const needs = SAMPLE + 6 + textWidth(series.label, look.size, look.family) + 16;
    if (x > 0 && x + needs > width) {
      x = 0;
      row++;
    }
    const entry = { series, x, row };
    x += needs;
    return entry;
  });
  return { rows: entries.length > 1 ? row + 1 : 0, entries };
}

function drawLegend(ink: Ink, parent: SVGElement, figure: Figure, frame: Frame, look: Look): void {
  const { rows, entries } = legendPlaces(figure, look, frame.right - frame.left);
  if (!rows) return;
  for (const { series, x, row } of entries) {
    const name = `key:${series.id}`, y = look.size * (row * 1.5 + 0.8), left = frame.left + x;
    const group = ink.put(name, "g", { class: accentClass(series.accent), transform: `translate(${at(left)},${at(y)})` }, parent);
    const { line, points, band } = samplePaths(series);
    if (band) ink.put(`${name}b`, "path", { d: band, class: "ip-band" }, group);
    if (line) ink.put(`${name}l`, "path", { d: line, class: "ip-line", "stroke-dasharray": dashOf(series.accent, series.dash) }, group);
    if (points) ink.put(`${name}p`, "path", { d: points, class: "ip-points" }, group);
    ink.text(`${name}t`, series.label, { x: SAMPLE + 6, y: look.size * 0.35, class: "ip-label", "font-size": look.size }, group);
  }
}

/** What stands before a legend entry, about y = 0 and SAMPLE wide. */
export function samplePaths(series: Series): { line?: string; points?: string; band?: string } {
  const line = `M0,0H${SAMPLE}`;
  const points = `M${SAMPLE / 2},0${symbolPath(symbolOf(series), 3)}`;
  switch (series.kind) {
    case "points": return { points };
    case "both": return { line, points };
    case "band": case "bars": return { band: `M0,-5H${SAMPLE}V5H0Z` };
    default: return { line };
  }
}

