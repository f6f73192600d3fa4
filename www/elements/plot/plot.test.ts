import { describe, expect, it } from "vitest";
import { setLocale } from "../../state/format";
import { areaAbove, contourLines } from "./contour";
import { linePath } from "./path";
import { fileName, withMeta } from "./export";
import { makeFrame, zoomed } from "./frame";
import { bestSpot, Occupied, place } from "./labels";
import { nearestKey, nearestPoint } from "./nearest";
import { cell, csvOf, tableOf } from "./table";
import { DRAW_ALL, farApart, thinLine, thinPoints } from "./thin";
import { axisTicks } from "./ticks";
import type { Axis, Figure } from "./types";

setLocale("en");
const room = (text: string) => text.length * 7 + 10;
const frequency: Axis = { label: "frequency", unit: "Hz", scale: "log" };
const ohms: Axis = { label: "", symbol: "Z′", unit: "Ω·cm²", scale: "linear" };
const texts = (axis: Axis, domain: [number, number], length: number) => axisTicks(axis, domain, length, room).major.map(({ text }) => text.replaceAll("\u00a0", " "));

describe("ticks", () => {
  it("writes every other decade with its prefix when there is no room for all", () => {
    expect(texts(frequency, [0.006, 1e6], 280)).toEqual(["10 m", "1", "100", "10 k", "1 M"]);
    expect(texts(frequency, [0.006, 1e6], 900)).toContain("100 m");
  });
  it("puts the prefix of a linear axis into its unit", () => {
    const { unit, major } = axisTicks(ohms, [0, 194_000], 160, room);
    expect(unit).toBe("kΩ·cm²");
    expect(major.map(({ text }) => text)).toEqual(["0", "50", "100", "150"]);
  });
  it("writes a true minus, and no minus before zero", () => {
    expect(texts({ label: "phase", unit: "°", scale: "linear", steps: [15, 30, 45, 90] }, [-90, 0], 200)).toEqual(["−90", "−75", "−60", "−45", "−30", "−15", "0"]);
  });
  it.each([320, 150, 60])("never lets labels touch on %i px", (length) => {
    for (const axis of [frequency, ohms, { label: "t", unit: "h", scale: "linear" } as const, { label: "C", unit: "µF·cm⁻²", scale: "log" } as const]) {
      for (const domain of [[0.02, 1e6], [3, 4], [1e-9, 1e-2], [12_345, 12_346]] as [number, number][]) {
        const { major } = axisTicks(axis, domain, length, room);
        const log = axis.scale === "log";
        const at = (v: number) => (log ? Math.log(v / domain[0]) / Math.log(domain[1] / domain[0]) : (v - domain[0]) / (domain[1] - domain[0])) * length;
        for (let i = 1; i < major.length; i++) {
          const gap = at(major[i]!.at) - at(major[i - 1]!.at);
          expect(gap).toBeGreaterThanOrEqual((room(major[i]!.text) + room(major[i - 1]!.text)) / 2 - 10);
        }
      }
    }
  });
});

const figure = (over: Partial<Figure> = {}): Figure => ({
  title: "Nyquist plot", summary: "", equalAspect: true,
  x: { ...ohms, include: [0] }, y: { ...ohms, symbol: "−Z″", include: [0] },
  series: [{ id: "a", label: "anti-SEI", kind: "line", accent: "anti-sei", x: [10, 100, 190], y: [1, 90, 5], key: [1000, 1, 0.01] }],
  key: { label: "frequency", symbol: "f", unit: "Hz" }, ...over,
});
const box = { width: 500, height: 320, size: 12, family: "sans-serif", legendHeight: 0 };
const perPixel = (scale: { domain: [number, number]; range: [number, number] }) => (scale.domain[1] - scale.domain[0]) / Math.abs(scale.range[1] - scale.range[0]);

describe("frame", () => {
  it("shows everything where a range was chosen that its axes have no place for", () => {
    const log = figure({ equalAspect: false, x: { ...ohms, scale: "log" }, y: { ...ohms, scale: "log" } });
    for (const [low, high] of [[-5, 5], [0, 5], [5, 5], [NaN, 5], [1, Infinity]] as [number, number][]) {
      const frame = makeFrame(log, new Set(), box, { x: [low, high], y: [[low, high]] });
      expect([...frame.x.domain, ...frame.panels[0]!.y.domain]).toEqual([10, 190, 0.5, 100]);
      expect(frame.xTicks.major.every(({ at }) => Number.isFinite(frame.x(at)))).toBe(true);
    }
  });
  it.each([[500, 320], [320, 480], [1600, 300]])("shows as many ohms a pixel across as up on %i x %i, zoomed or not", (width, height) => {
    for (const view of [undefined, { x: [20, 60] as [number, number], y: [[-3, 8]] as [number, number][] }]) {
      const frame = makeFrame(figure(), new Set(), { ...box, width, height }, view);
      expect(perPixel(frame.x) / perPixel(frame.panels[0]!.y)).toBeCloseTo(1, 9);
      expect(frame.x(frame.x.domain[0])).toBeCloseTo(frame.left, 6);
    }
  });
  it("contains all points and what it must include", () => {
    const frame = makeFrame(figure(), new Set(), box);
    expect(frame.x.domain[0]).toBeLessThanOrEqual(0);
    expect(frame.x.domain[1]).toBeGreaterThanOrEqual(190);
    expect(frame.panels[0]!.y.domain[1]).toBeGreaterThanOrEqual(90);
  });
  it("ignores hidden series, values that are not finite, and zeros on a log axis", () => {
    const frame = makeFrame(figure({ equalAspect: false, x: ohms, y: { label: "", unit: "Ω", scale: "log" }, series: [
      { id: "a", label: "a", kind: "line", accent: "data", x: [1, 2, NaN], y: [0, 10, Infinity] },
      { id: "b", label: "b", kind: "line", accent: "data", x: [1, 2000], y: [1e9, 1e9] },
    ] }), new Set(["b"]), box);
    expect(frame.x.domain).toEqual([1, 2]);
    expect(frame.panels[0]!.y.domain[1]).toBeLessThan(100);
  });
  it("zooms about the pointer: what lies under it stays", () => {
    const frame = makeFrame(figure(), new Set(), box);
    const under = frame.x.invert(200);
    const [low, high] = zoomed(frame.x, false, 2, 200);
    expect(high - low).toBeCloseTo((frame.x.domain[1] - frame.x.domain[0]) / 2, 9);
    const zoomedFrame = makeFrame(figure({ equalAspect: false }), new Set(), box, { x: [low, high], y: [frame.panels[0]!.y.domain] });
    expect(zoomedFrame.x.invert(200)).toBeCloseTo(under, 0);
  });
  it("follows the data along y where only x was chosen", () => {
    const sized = (size: number): Figure => figure({ equalAspect: false, series: [{ id: "a", label: "a", kind: "line", accent: "data", x: [0, 100], y: [0, size] }] });
    const near = (size: number) => makeFrame(sized(size), new Set(), box, { x: [20, 40], y: [] });
    for (const size of [10, 5000]) {
      expect(near(size).x.domain).toEqual([20, 40]);
      expect(near(size).panels[0]!.y.domain).toEqual(makeFrame(sized(size), new Set(), box).panels[0]!.y.domain);
    }
  });
});

describe("frame while a hand moves", () => {
  const sized = (size: number): Figure => figure({ series: [{ id: "a", label: "a", kind: "line", accent: "data", x: [0, size], y: [0, size / 2] }] });
  const rest = makeFrame(sized(100), new Set(), box);
  const moved = (size: number, before = rest) => makeFrame(sized(size), new Set(), box, undefined, before, true);

  it("stands still while the curve fits, and is not lost in it", () => {
    for (const size of [100, 99, 60, 40]) {
      const frame = moved(size);
      expect(frame.x).toBe(rest.x);
      expect(frame.panels[0]!.y).toBe(rest.panels[0]!.y);
      expect(frame.xTicks).toBe(rest.xTicks);
    }
  });
  it("shows every curve whole, in few steps over many decades", () => {
    let before = rest;
    const scales = new Set([rest.x]);
    for (let size = 100; size < 1e6; size *= 1.03) {
      before = moved(size, before);
      expect(before.x.domain[1]).toBeGreaterThanOrEqual(size);
      expect(before.panels[0]!.y.domain[1]).toBeGreaterThanOrEqual(size / 2);
      expect(perPixel(before.x) / perPixel(before.panels[0]!.y)).toBeCloseTo(1, 9);
      scales.add(before.x);
    }
    expect(scales.size).toBeLessThan(25);
    for (let size = 1e6; size > 100; size /= 1.03) {
      before = moved(size, before);
      expect(size / before.x.domain[1]).toBeGreaterThan(0.15);
    }
  });
  it("at rest is what the figure alone makes it", () => {
    const after = moved(3e4);
    for (const size of [100, 40, 3e4]) {
      const [fresh, led] = [makeFrame(sized(size), new Set(), box), makeFrame(sized(size), new Set(), box, undefined, after)];
      expect(led.x.domain).toEqual(fresh.x.domain);
      expect(led.x.range).toEqual(fresh.x.range);
      expect(led.xTicks).toEqual(fresh.xTicks);
      expect(led.panels.map(({ ticks }) => ticks)).toEqual(fresh.panels.map(({ ticks }) => ticks));
    }
  });
});

describe("thinning", () => {
  const n = 10_000;
  const x = Float64Array.from({ length: n }, (_, i) => i / 20);
  const y = Float64Array.from({ length: n }, (_, i) => Math.sin(i / 7) * 50 + (i === 4321 ? 400 : 0));
  it("leaves short series alone", () => expect(thinLine(x.subarray(0, DRAW_ALL), y.subarray(0, DRAW_ALL))).toBeUndefined());
  it("keeps every pixel column's lowest and highest point of a curve", () => {
    const kept = thinLine(x, y)!;
    expect(kept.length).toBeLessThan(2100);
    expect(kept).toContain(4321);
    for (let column = 0; column < 500; column++) {
      const all = [...y.subarray(column * 20, column * 20 + 20)];
      const left = [...kept].filter((i) => Math.floor(x[i]!) === column).map((i) => y[i]!);
      expect(Math.max(...left)).toBe(Math.max(...all));
      expect(Math.min(...left)).toBe(Math.min(...all));
    }
  });
  it("moves no part of an arc by more than half a pixel", () => {
    const turn = Float64Array.from({ length: 5000 }, (_, i) => (i / 5000) * 4 * Math.PI);
    const ax = turn.map((t) => 100 * Math.cos(t)), ay = turn.map((t) => 100 * Math.sin(t));
    const kept = thinLine(ax, ay)!;
    expect(kept.length).toBeLessThan(5000);
    let worst = 0;
    for (let i = 0, k = 0; i < 5000; i++) {
      while (k + 1 < kept.length && kept[k + 1]! <= i) k++;
      worst = Math.max(worst, Math.hypot(ax[kept[k]!]! - ax[i]!, ay[kept[k]!]! - ay[i]!));
    }
    expect(worst).toBeLessThanOrEqual(0.5);
    expect([...farApart(ax, ay, 0.5)].at(-1)).toBe(4999);
  });
  it("draws points that hide each other once", () => {
    const frame = { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
    const cellOf = (i: number) => `${Math.floor((x[i]! - frame.left) / 2.5)},${Math.floor((y[i]! - frame.top) / 2.5)}`;
    const kept = thinPoints(x, y, frame)!;
    const cells = new Set([...kept].map(cellOf));
    expect(cells.size).toBe(kept.length);
    for (let i = 0; i < n; i += 97) expect(cells.has(cellOf(i))).toBe(true);
    // What lies outside is not drawn at all.
    expect([...thinPoints(x, y, { ...frame, right: (frame.left + frame.right) / 2 })!].every((i) => x[i]! <= (frame.left + frame.right) / 2)).toBe(true);
  });
});

describe("nearest", () => {
  it("measures in pixels, and along x where that is asked", () => {
    const x = [0, 100, 200], y = [0, 90, 0];
    expect(nearestPoint(x, y, 140, 90).index).toBe(1);
    expect(nearestPoint(x, y, 160, 60, true).index).toBe(2);
    expect(nearestPoint([], [], 0, 0).index).toBe(-1);
  });
  it("compares frequencies by ratio", () => {
    expect(nearestKey([1, 10, 100], 4)).toBe(1);
    expect(nearestKey([], 4)).toBe(-1);
    // A measurement at 0 Hz is not near to any frequency, as near as its number may be.
    expect(nearestKey([0, 2e-3, 1], 1e-3)).toBe(1);
    expect(nearestKey([0, 0.5, 1], 0)).toBe(0);
  });
});

describe("labels", () => {
  it("do not lie on each other, nor outside", () => {
    const occupied = new Occupied({ x: 0, y: 0, width: 300, height: 200 });
    const rects = Array.from({ length: 5 }, () => place(occupied, 150, 100, 60, 15));
    for (const [i, a] of rects.entries()) {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 300 && a.y + a.height <= 200).toBe(true);
      for (const b of rects.slice(i + 1)) expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false);
    }
  });
  it("keep clear of a curve when there is room", () => {
    const occupied = new Occupied({ x: 0, y: 0, width: 300, height: 200 });
    occupied.curve([0, 300], [100, 100]);
    const { dx, dy } = bestSpot(occupied, 150, 100, 60, 15);
    expect(occupied.cost({ x: 150 + dx - 30, y: 100 + dy - 7.5, width: 60, height: 15 })).toBe(0);
  });
});

describe("contours", () => {
  const width = 21;
  const z = Float64Array.from({ length: width * width }, (_, k) => Math.hypot((k % width) - 10, Math.floor(k / width) - 10));
  it("find a circle as one closed line", () => {
    const lines = contourLines(z, width, width, 6);
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines[0]!) expect(Math.hypot(x - 10, y - 10)).toBeCloseTo(6, 1);
    expect(lines[0]![0]![0]).toBeCloseTo(lines[0]!.at(-1)![0], 6);
  });
  it("cover the right area", () => {
    const area = areaAbove(z, width, width, 6).reduce((sum, p) => sum + Math.abs(p.reduce((s, [x, y], i) => s + x * p[(i + 1) % p.length]![1] - y * p[(i + 1) % p.length]![0], 0)) / 2, 0);
    expect(area).toBeCloseTo(400 - Math.PI * 36, -0.5);
  });
});

describe("paths", () => {
  const tenth = (value: number): string => String(Math.round(value * 10) / 10 || 0);
  const pointsOf = (path: string) => path.split(/(?=M)/).map((run) => run.slice(1).split(" ").map((point) => point.split(",").map(Number) as [number, number]));
  /** How far a point is from the line through others. */
  const away = (x: number, y: number, run: [number, number][]) => Math.min(...run.slice(1).map(([bx, by], i) => {
    const [ax, ay] = run[i]!, long = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = long ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) : 0;
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
  }));

  it("lift the pen where a value is missing", () => {
    expect(linePath([0, 1, NaN, 3, 4, 5], [0, 1, 2, 3, Infinity, 5])).toBe("M0,0 1,1");
    expect(linePath([0, 1, NaN, 3, 4], [0, 1, 2, 3, 5])).toBe("M0,0 1,1M3,3 4,5");
    expect(linePath([], [])).toBe("");
  });
  it("print every corner to a tenth, however many there are", () => {
    const x = Float64Array.from({ length: 4000 }, (_, i) => (i % 2 ? -1 : 1) * 1.006 ** i % 1e6 + (i % 2)), y = x.map((value, i) => value / 7 + i);
    expect(linePath(x, y)).toBe(`M${[...x].map((value, i) => `${tenth(value)},${tenth(y[i]!)}`).join(" ")}`);
    expect(linePath(x, y, { indices: [3, 1] })).toBe(`M${tenth(x[3]!)},${tenth(y[3]!)} ${tenth(x[1]!)},${tenth(y[1]!)}`);
  });
  it("leave out what lies on the way, and move no point by more than a twentieth of a pixel and a rounding", () => {
    expect(linePath([0, 1, 2, 30, 30, 30, 10], [0, 0, 0, 0, 5, 9, 9])).toBe("M0,0 30,0 30,9 10,9");
    // There and back again is not the way.
    expect(linePath([0, 50, 20, 60], [0, 0, 0, 0])).toBe("M0,0 50,0 20,0 60,0");
    const arc = Float64Array.from({ length: 217 }, (_, i) => (i / 216) ** 3 * Math.PI);
    const curves: [Float64Array, Float64Array, number][] = [
      [arc.map((a) => 200 - 125 * Math.cos(a)), arc.map((a) => 300 - 125 * Math.sin(a)), 80],
      [arc.map((a) => a * 80), arc.map((a) => 150 / (1 + Math.exp(8 * (a - 1.5)))), 80],
      [arc.map((a) => 60 * Math.sin(3 * a)), arc.map((a) => 60 * Math.sin(4 * a)), 120],
    ];
    for (const [x, y, most] of curves) {
      const [run, ...more] = pointsOf(linePath(x, y));
      expect(more).toEqual([]);
      expect(run!.length).toBeLessThan(most);
      for (let i = 0; i < x.length; i++) expect(away(x[i]!, y[i]!, run!)).toBeLessThan(0.05 + Math.SQRT1_2 * 0.1);
      expect(run!.at(-1)).toEqual([x, y].map((values) => Number(tenth(values.at(-1)!))));
    }
  });
  it("stop beside the frame, and show in it all that was there", () => {
    const within = { left: 0, right: 100, top: 0, bottom: 100 };
    // A long way round that only crosses a corner, a line straight through, and one that never comes near.
    expect(linePath([-900, -50, 50, 50, 900], [50, 50, 50, -50, -900], { within })).toBe("M-50,50 50,50 50,-50");
    expect(linePath([-1e5, 1e5], [50, 50], { within })).toBe("M-100000,50 100000,50");
    expect(linePath([-500, -40, -30], [-1e5, 50, 1e5], { within })).toBe("");
    const angle = Float64Array.from({ length: 5000 }, (_, i) => i / 50);
    const x = angle.map((a) => 50 + 3 * a * Math.cos(a)), y = angle.map((a) => 50 + 3 * a * Math.sin(a));
    const runs = pointsOf(linePath(x, y, { within }));
    expect(runs.length).toBeGreaterThan(4);
    for (let i = 0; i < angle.length; i++) {
      if (x[i]! < 0 || x[i]! > 100 || y[i]! < 0 || y[i]! > 100) continue;
      expect(Math.min(...runs.map((run) => away(x[i]!, y[i]!, run)))).toBeLessThan(0.05 + Math.SQRT1_2 * 0.1);
    }
    expect(runs.flat().every(([px, py]) => px > -12 && px < 112 && py > -12 && py < 112)).toBe(true);
  });
});

describe("tables and files", () => {
  it("guard text that a spreadsheet would run, and quote what needs it", () => {
    expect(cell("=1+1")).toBe("'=1+1");
    expect(cell('@a,"b"')).toBe('"\'@a,""b"""');
    expect(cell("-2")).toBe("'-2");
    expect(cell(" =1+1")).toBe("' =1+1");
    expect(cell("＝1+1")).toBe("'＝1+1");
    // Excel cuts at semicolons where the comma is the decimal sign, whatever the quotes say.
    expect(cell("a;=1+1")).toBe('"a,=1+1"');
    expect(cell("plain")).toBe("plain");
  });
  it("write all digits, the key first, and say what the numbers are", () => {
    const csv = csvOf(tableOf(figure()), { package: "1.2.3", model: "4", geometry: "symmetric cell", notes: { file: "=evil()" } });
    const lines = csv.trimEnd().split("\r\n");
    expect(lines[1]).toContain("1.2.3");
    expect(csv).toContain("symmetric cell");
    expect(lines.at(-4)).toBe("anti-SEI: f / Hz,anti-SEI: Z′ / Ω·cm²,anti-SEI: −Z″ / Ω·cm²");
    expect(lines.at(-3)).toBe("1000,10,1");
    for (const line of lines) expect(line).not.toMatch(/^[=+@-]/);
  });
  it("let |Z| and phase of one spectrum share the frequency", () => {
    const f = [1, 10];
    const bode = figure({ equalAspect: false, x: frequency, y: [ohms, { label: "phase", unit: "°", scale: "linear" }], series: [0, 1].map((panel) => ({ id: `${panel}`, label: "Mg", kind: "line" as const, accent: "data" as const, x: f, y: [3, 4], key: f, panel })) });
    expect(tableOf(bode).columns.map(({ head }) => head)).toEqual(["Mg: frequency / Hz", "Mg: Z′ / Ω·cm²", "Mg: phase / °"]);
  });
  it("put resolution and description into a PNG after its header", () => {
    const header = new Uint8Array(33).fill(7);
    const out = withMeta(new Uint8Array([...header, 1, 2, 3]), 300, "Z″");
    const view = new DataView(out.buffer);
    expect(new TextDecoder().decode(out.subarray(37, 41))).toBe("pHYs");
    expect(view.getUint32(41)).toBe(11811);
    // CRC-32 of "pHYs" with 11811, 11811, 1 as the PNG specification defines it; the value is zlib's.
    expect(view.getUint32(50)).toBe(0x78a53f76);
    expect([...out.subarray(-3)]).toEqual([1, 2, 3]);
  });
  it("make file names of titles in any script", () => {
    expect(fileName("Nyquist plot: anti-SEI")).toBe("nyquist-plot-anti-sei");
    expect(fileName("…")).toBe("figure");
  });
});
