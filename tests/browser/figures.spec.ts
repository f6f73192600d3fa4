/** Figures as files: what the menu of a figure saves and copies is opened again and held against the engine's numbers. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as engine from "../../target/pkg/interphase.js";
import { closeBrowser, drop, open } from "./harness";
import { zplot } from "./spectra";

beforeAll(() => void engine.initSync({ module: readFileSync(new URL("../../target/pkg/interphase_bg.wasm", import.meta.url)) }));
afterAll(closeBrowser);

// ---- what a person does

/** Presses an entry of the figure's menu. */
async function choose(figure: Locator, entry: string): Promise<void> {
  await figure.getByRole("button", { name: /^Save or copy this figure/ }).click();
  await figure.getByRole("menuitem", { name: entry, exact: true }).click();
}

/** The file that an entry of the menu saves. */
async function saved(page: Page, figure: Locator, entry: string): Promise<{ name: string; bytes: Buffer }> {
  const file = page.waitForEvent("download");
  await choose(figure, entry);
  return { name: (await file).suggestedFilename(), bytes: readFileSync(await (await file).path()) };
}

// ---- an SVG, taken apart

interface Node { tag: string; attributes: Record<string, string>; text: string; clipped: boolean; leaf: boolean }
interface Drawing { error: string | null; text: string; nodes: Node[] }

/** The SVG as a browser reads it, strictly, as XML. */
async function drawing(page: Page, bytes: Buffer): Promise<Drawing> {
  const text = bytes.toString("utf8");
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const nodes = [...parsed.querySelectorAll("*")].map((node) => ({
      tag: node.localName, text: node.textContent ?? "", clipped: node.closest("[clip-path]") !== null, leaf: node.childElementCount === 0,
      attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    }));
    return { error: parsed.querySelector("parsererror")?.textContent ?? null, nodes };
  }, text);
  return { ...read, text };
}
const all = ({ nodes }: Drawing, tag: string) => nodes.filter((node) => node.tag === tag);
const number = (text: string | undefined) => Number((text ?? "").replaceAll("−", "-").replaceAll(/[\u2009\u202f]/g, ""));

/** It needs nothing but itself: no scripts, no addresses, no tokens of the page, no fonts without a fallback. */
function standsAlone(svg: Drawing): void {
  expect(svg.error).toBeNull();
  expect(svg.text).not.toMatch(/var\(|currentcolor|color-mix|oklch|@import|javascript:/i);
  const ids = new Set(svg.nodes.map(({ attributes }) => attributes["id"]));
  for (const { tag, attributes } of svg.nodes) {
    expect(["svg", "title", "desc", "metadata", "defs", "clipPath", "rect", "g", "path", "circle", "line", "polyline", "text", "tspan", "pattern"]).toContain(tag);
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^on|href$|^class$|^style$/);
      for (const [, id] of value.matchAll(/url\((.*?)\)/g)) expect(ids).toContain(id!.replace(/^["']?#|["']$/g, ""));
      if (name === "fill" || name === "stroke") expect(value).toMatch(/^(none|#[\da-f]{3,6}|rgb\(\d+, \d+, \d+\)|url\(.*\))$/);
      if (name === "font-family") expect(value).toMatch(/sans-serif$/);
    }
  }
  for (const { attributes } of all(svg, "text")) expect(attributes["font-family"]).toBeDefined();
}

const PREFIX: Record<string, number> = { G: 1e9, M: 1e6, k: 1e3, "": 1, m: 1e-3, µ: 1e-6 };
type Pixel = readonly [number, number];
/** From pixels back to values, by the grid and the labels of its lines alone. */
interface Axes { x(pixel: number): number; y(pixel: number): number; pixels(x: number, y: number): Pixel }

/** One panel's axes, with the unit in which their titles and labels speak. */
function axesOf(svg: Drawing, scale: { x: "linear" | "log"; y: "linear" | "log" }, panel = 0): Axes {
  const grid = all(svg, "path").find(({ attributes: { d = "" } }) => /^(M[-\d.]+,[-\d.]+[VH][-\d.]+)+$/.test(d))!;
  const lines = [...grid.attributes["d"]!.matchAll(/M([-\d.]+),([-\d.]+)([VH])([-\d.]+)/g)].map(([, x, y, way, to]) => ({ x: Number(x), y: Number(y), way, to: Number(to) }));
  const panels = [...new Set(lines.filter(({ way }) => way === "V").map(({ y }) => y))];
  const top = panels[panel]!, bottom = lines.find(({ way, y }) => way === "V" && y === top)!.to;
  const left = Math.min(...lines.filter(({ way }) => way === "H").map(({ x }) => x));
  const foot = Math.max(...lines.filter(({ way }) => way === "V").map(({ to }) => to));
  // Labels of one word each; titles are in parts, as their symbols are in italics.
  const labels = all(svg, "text").filter(({ leaf }) => leaf).map(({ text, attributes }) => {
    const [, x, y] = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(attributes["transform"] ?? "") ?? [];
    return { text, anchor: attributes["text-anchor"], x: Number(x ?? attributes["x"]), y: Number(y ?? attributes["y"]) };
  });
  const titles = all(svg, "text").filter(({ leaf, text }) => !leaf && text.includes("\u2009/\u2009")).map(({ text, attributes }) => ({ unit: text.split("\u2009/\u2009")[1]!, upright: attributes["transform"]!.includes("rotate") }));
  const unitX = titles.find(({ upright }) => !upright)!.unit, unitY = titles.filter(({ upright }) => upright)[panel]!.unit;
  const below = labels.filter(({ anchor, y }) => anchor === "middle" && y > foot), beside = labels.filter(({ anchor, x }) => anchor === "end" && x < left);
  const nearest = <T>(of: readonly T[], distance: (one: T) => number): T => of.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  const value = (text: string, unit: string) => {
    const [, digits = "", prefix = ""] = /^([−\d.\u2009\u202f]+)\u00a0?([GMkmµ]?)$/.exec(text) ?? [];
    return number(digits) * (PREFIX[prefix] ?? NaN) * (PREFIX[/^([GMkmµ])(?=Ω|Hz)/.exec(unit)?.[1] ?? ""] ?? NaN);
  };
  const linear = (kind: "linear" | "log", marks: { pixel: number; value: number }[]) => {
    expect(marks.length).toBeGreaterThan(1);
    const to = kind === "log" ? Math.log : (v: number) => v, back = kind === "log" ? Math.exp : (v: number) => v;
    const first = marks[0]!, last = marks.at(-1)!;
    const slope = (to(last.value) - to(first.value)) / (last.pixel - first.pixel);
    for (const mark of marks) expect(Math.abs((to(mark.value) - to(first.value)) / slope - (mark.pixel - first.pixel)), "every line of the grid where its label says").toBeLessThan(0.15);
    return { value: (pixel: number) => back(to(first.value) + (pixel - first.pixel) * slope), pixel: (v: number) => first.pixel + (to(v) - to(first.value)) / slope };
  };
  const x = linear(scale.x, lines.filter(({ way, y }) => way === "V" && y === top).map((line) => ({ pixel: line.x, value: value(nearest(below, (label) => Math.abs(label.x - line.x)).text, unitX) })));
  const y = linear(scale.y, lines.filter(({ way, y }) => way === "H" && y >= top - 1 && y <= bottom + 1).map((line) => ({ pixel: line.y, value: value(nearest(beside, (label) => Math.abs(label.y - line.y - 4)).text, unitY) })));
  return { x: x.value, y: y.value, pixels: (a, b) => [x.pixel(a), y.pixel(b)] };
}

/** Corners of every line within the frame, and centres of every set of symbols. */
const corners = (svg: Drawing): Pixel[][] =>
  all(svg, "polyline").filter(({ attributes, clipped }) => clipped && attributes["fill"] === "none" && /^[-\d.,]+( [-\d.,]+)+$/.test(attributes["points"] ?? "")).map(({ attributes }) => points(attributes["points"]!, /([-\d.]+),([-\d.]+)/g));
const centres = (svg: Drawing): Pixel[][] =>
  all(svg, "path").filter(({ attributes: { d = "" }, clipped }) => clipped && /^(M[-\d.,]+m[^M]+z)+$/.test(d)).map(({ attributes }) => points(attributes["d"]!, /M([-\d.]+),([-\d.]+)/g));
const points = (d: string, pattern: RegExp): Pixel[] => [...d.matchAll(pattern)].map(([, x, y]) => [Number(x), Number(y)]);

/** How far the points of one line lie from another line, at most. */
function distance(from: readonly Pixel[], line: readonly Pixel[]): number {
  return Math.max(...from.map(([x, y]) => Math.min(...line.slice(1).map(([bx, by], i) => {
    const [ax, ay] = line[i]!;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
  }))));
}
/** Exactly one of the drawn lines is this curve, to a third of a pixel (0.1 mm on paper) both ways. */
function isDrawn(svg: Drawing, axes: Axes, x: ArrayLike<number>, y: ArrayLike<number>): void {
  const curve = Array.from(x, (value, i) => axes.pixels(value, y[i]!));
  const fits = corners(svg).filter((line) => Math.max(distance(line, curve), distance(curve, line)) < 0.35);
  expect(fits.length, "lines that are this curve").toBe(1);
}

// ---- tables and pictures

/** Rows of a CSV (RFC 4180); lines that begin with # are what it says of itself. */
function table(text: string, separator = ","): { about: string[]; heads: string[]; columns: number[][] } {
  const rows: string[][] = [[]];
  let cell = "", quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === separator || c === "\n")) {
      rows.at(-1)!.push(cell);
      cell = "";
      if (c === "\n") rows.push([]);
    } else if (quoted || c !== "\r") cell += c;
  }
  const lines = rows.filter((row) => row.length > 0);
  const about = lines.filter(([first]) => first!.startsWith("#")).map((row) => row.join(separator));
  const [heads = [], ...rest] = lines.slice(about.length);
  return { about, heads, columns: heads.map((_, k) => rest.map((row) => row[k]!).filter((value) => value !== "").map(Number)) };
}
const csv = ({ bytes }: { bytes: Buffer }) => {
  const text = bytes.toString("utf8");
  expect(text[0], "the mark that tells spreadsheets it is UTF-8").toBe("\ufeff");
  return table(text.slice(1));
};

/** Chunks of a PNG up to the picture itself. */
function chunks(png: Buffer): Map<string, Buffer> {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) found.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return found;
}
/** How often each colour stands in a picture, as the browser decodes it. */
const colours = async (page: Page, png: Buffer) => new Map(await page.evaluate(async (base64) => {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data[i + 3] === 255 ? `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})` : "see-through";
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts];
}, png.toString("base64")));

// ---- the cases

const FREQUENCY = Float64Array.from({ length: 217 }, (_, i) => 10 ** (6 - i / 24));
function cellOf(preset: string): engine.Cell {
  const defaults = Object.fromEntries(engine.cellParameters().map(({ name, default: value }) => [name, value]));
  return { ...defaults, ...engine.presets().find(({ id }) => id === preset)!.cell };
}
const read = (name: string, text: string) => engine.readSpectra(name, new TextEncoder().encode(text)).spectra[0]!;
const negative = (values: ArrayLike<number>) => Array.from(values, (value) => -value);

/** A file whose name is markup, a formula, and holds a character that no XML may hold. */
const NAME = '=<img src=x onerror="alert(1)">&amp;;\u0001\'cell\'.z';
const SHOWN = NAME.replace("\u0001", "\ufffd");
const PRESET = "mg-ocv";
const LINK = `#v1/explore?preset=${PRESET}&explore.compare=none&explore.focus=all`;

/** Explore with one cell and one measured arc half as large, made by hand. */
async function explored(options: Parameters<typeof open>[1] = {}) {
  const simulation = engine.simulate(cellOf(PRESET), FREQUENCY);
  const file = zplot({ series: 0.02 * simulation.dcResistance, resistance: 0.5 * simulation.dcResistance, q: 2e-6, n: 0.9 });
  const watched = await open("served", { hash: LINK, ...options });
  await drop(watched.page, NAME, file);
  await watched.page.locator("ip-data-list .data-list > li").first().waitFor();
  // Its arc is fitted unasked, and the fit drawn.
  await watched.page.getByTestId("arc-fit").first().waitFor();
  return { ...watched, simulation, spectrum: read(NAME, file), nyquist: watched.page.locator("ip-plot.nyquist"), bode: watched.page.locator("ip-plot.bode") };
}

describe("Explore", () => {
  test("the Nyquist plot as SVG stands alone and holds the engine's curve and the file's points where its axes say", async () => {
    const { page, problems, close, nyquist, simulation, spectrum } = await explored();
    const { name, bytes } = await saved(page, nyquist, "SVG, 85 mm wide");
    expect(name).toBe("nyquist-plot-85mm.svg");
    const svg = await drawing(page, bytes);
    standsAlone(svg);
    const [root] = svg.nodes;
    expect(root!.attributes).toMatchObject({ width: "85mm", height: "61.20mm" });
    const axes = axesOf(svg, { x: "linear", y: "linear" });
    isDrawn(svg, axes, simulation.re, negative(simulation.im));
    const symbols = centres(svg).find((list) => list.length === spectrum.frequency.length)!;
    symbols.forEach(([x, y], i) => {
      const [px, py] = axes.pixels(spectrum.re[i]!, -spectrum.im[i]!);
      expect(Math.hypot(x - px, y - py)).toBeLessThan(0.35);
    });
    const words = all(svg, "text").map(({ text }) => text);
    expect(words).toContainEqual(expect.stringMatching(/Z′\u2009\/\u2009[kM]?Ω·cm²$/));
    expect(words).toContainEqual(expect.stringMatching(/−Z″\u2009\/\u2009[kM]?Ω·cm²$/));
    // The legend names both, the file as it is called and not as markup.
    expect(words.some((word) => word.startsWith("anti-SEI"))).toBe(true);
    expect(words.some((word) => SHOWN.startsWith(word.replace(/…$/, "")) && word.startsWith("=<img"))).toBe(true);
    const { package: release, model } = engine.version();
    expect(all(svg, "title")[0]!.text).toBe("Nyquist plot");
    const description = all(svg, "desc")[0]!.text;
    expect(description).toContain(await page.getByTestId("sentence").innerText());
    for (const part of [all(svg, "metadata")[0]!.text, description]) {
      expect(part).toContain(`Interphase ${release}, model ${model}`);
      expect(part).toMatch(/Values of: .*cell/);
      expect(part).toContain(`preset=${PRESET}`);
      expect(part).toContain(engine.presets().find(({ id }) => id === PRESET)!.title);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test("the Bode plot as SVG holds |Z| and phase, each in its panel", async () => {
    const { page, problems, close, bode, simulation, spectrum } = await explored();
    const { name, bytes } = await saved(page, bode, "SVG, 170 mm wide");
    expect(name).toBe("bode-plot-170mm.svg");
    const svg = await drawing(page, bytes);
    standsAlone(svg);
    const modulus = Array.from(simulation.re, (re, i) => Math.hypot(re, simulation.im[i]!));
    const phase = Array.from(simulation.re, (re, i) => (Math.atan2(simulation.im[i]!, re) * 180) / Math.PI);
    isDrawn(svg, axesOf(svg, { x: "log", y: "log" }, 0), FREQUENCY, modulus);
    isDrawn(svg, axesOf(svg, { x: "log", y: "linear" }, 1), FREQUENCY, phase);
    expect(centres(svg).filter((list) => list.length === spectrum.frequency.length)).toHaveLength(2);
    const words = all(svg, "text").map(({ text }) => text);
    for (const title of [/f\u2009\/\u2009Hz$/, /\|Z\|\u2009\/\u2009Ω·cm²$/, /\u2009\/\u2009°$/]) expect(words).toContainEqual(expect.stringMatching(title));
    expect(problems).toEqual([]);
    await close();
  });

  test("the PNG has its size on paper at 300 dots an inch, its words, and the same colours on white paper", async () => {
    const { page, problems, close, nyquist } = await explored({ colorScheme: "dark" });
    const svg = await drawing(page, (await saved(page, nyquist, "SVG, 85 mm wide")).bytes);
    const { name, bytes } = await saved(page, nyquist, "PNG, 85 mm wide, 300 dpi");
    expect(name).toBe("nyquist-plot-85mm.png");
    const parts = chunks(bytes);
    const [width, height] = [parts.get("IHDR")!.readUInt32BE(0), parts.get("IHDR")!.readUInt32BE(4)];
    expect([width, height]).toEqual([Math.round((85 / 25.4) * 300), Math.round((61.2 / 25.4) * 300)]);
    // Dots a metre, so that programs print it 85 mm wide.
    expect(parts.get("pHYs")).toEqual(Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]));
    expect(parts.get("iTXt")!.toString("utf8")).toMatch(/^Description\0[^]*Nyquist plot\nInterphase \d/);
    const found = await colours(page, bytes);
    const share = (colour: string) => (found.get(colour) ?? 0) / (width! * height!);
    expect(share("see-through")).toBe(0);
    expect(share("rgb(255, 255, 255)")).toBeGreaterThan(0.5);
    expect(share("rgb(255, 255, 255)")).toBeLessThan(0.99);
    const strokes = new Set([...all(svg, "path"), ...all(svg, "polyline")].filter(({ clipped }) => clipped).flatMap(({ attributes: { stroke } }) => (stroke && stroke !== "none" ? [stroke] : [])));
    expect(strokes.size).toBeGreaterThan(1);
    for (const stroke of strokes) expect(share(stroke), stroke).toBeGreaterThan(1e-4);
    expect(problems).toEqual([]);
    await close();
  });

  test("CSV and copied numbers are what is drawn, to the last digit", async () => {
    const { page, problems, close, nyquist, spectrum } = await explored();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const file = await saved(page, nyquist, "CSV, the numbers");
    expect(file.name).toBe("nyquist-plot.csv");
    const { about, heads, columns } = csv(file);
    expect(about[0]).toBe("# Nyquist plot");
    expect(about[1]).toBe(`# Interphase ${engine.version().package}, model ${engine.version().model}`);
    expect(about.join("\n")).toMatch(/# Values of: .*cell/);
    // The file's name begins a cell: no spreadsheet may take it for a formula, nor cut it where the semicolon cuts.
    const label = `'${NAME.replaceAll(";", ",")}`;
    expect(heads).toEqual(["anti-SEI: f / Hz", "anti-SEI: Z′ / Ω·cm²", "anti-SEI: −Z″ / Ω·cm²", `${label}: f / Hz`, `${label}: Z′ / Ω·cm²`, `${label}: −Z″ / Ω·cm²`]);
    // Two browsers need not agree on the last bit of a power of ten; of the same frequency the engine makes the same number.
    const frequency = Float64Array.from(columns[0]!);
    FREQUENCY.forEach((hz, i) => expect(Math.abs(frequency[i]! / hz - 1)).toBeLessThan(1e-14));
    const again = engine.simulate(cellOf(PRESET), frequency);
    expect(columns.slice(1, 3)).toEqual([[...again.re], negative(again.im)]);
    expect(columns.slice(3)).toEqual([[...spectrum.frequency], [...spectrum.re], negative(spectrum.im)]);

    await choose(nyquist, "Copy numbers");
    await nyquist.getByText("Copied.").waitFor();
    const copied = table((await page.evaluate(() => navigator.clipboard.readText())).replace(/\r?\n/g, "\r\n"), "\t");
    expect(copied).toEqual({ about, heads, columns });

    await choose(nyquist, "Copy picture");
    const copies = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    await expect.poll(copies).toContain("image/png");
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const { width, height } = await createImageBitmap(await item!.getType("image/png"));
      return { width, height };
    });
    const drawn = (await nyquist.locator("svg.ip-figure").boundingBox())!;
    expect(size.width).toBe(2 * Math.round(drawn.width));
    expect(problems).toEqual([]);
    await close();
  });
});

describe("Analyse", () => {
  test("the fit is drawn as the engine has it; what the legend hides is in no file", async () => {
    const text = zplot({ series: 12, resistance: 830, q: 2e-5, n: 0.88 });
    const spectrum: engine.Spectrum = { ...read("cell.z", text), unit: "ohm cm2", areaCm2: 1 };
    const fit = engine.fitArc(spectrum, { relativePermittivity: 5.5 });
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "cell.z", text);
    await page.getByTestId("arc-R").waitFor();

    const nyquist = page.locator("ip-plot").filter({ has: page.getByRole("button", { name: "Save or copy this figure: Nyquist plot" }) });
    const svg = await drawing(page, (await saved(page, nyquist, "SVG, 170 mm wide")).bytes);
    standsAlone(svg);
    const axes = axesOf(svg, { x: "linear", y: "linear" });
    const numbers = csv(await saved(page, nyquist, "CSV, the numbers"));
    const column = (head: string) => numbers.columns[numbers.heads.indexOf(head)]!;
    expect(column("cell.z: Z′ / Ω·cm²")).toEqual([...spectrum.re]);
    expect(column("cell.z: −Z″ / Ω·cm²")).toEqual(negative(spectrum.im));
    const name = numbers.heads.map((head) => /^(.*): f \/ Hz$/.exec(head)?.[1]).find((head) => head && head !== "cell.z")!;
    const fitted = engine.circuitImpedance(fit.circuit, Float64Array.from(fit.values), Float64Array.from(column(`${name}: f / Hz`)));
    column(`${name}: Z′ / Ω·cm²`).forEach((re, i) => expect(Math.abs(re / fitted.re[i]! - 1)).toBeLessThan(1e-12));
    isDrawn(svg, axes, column(`${name}: Z′ / Ω·cm²`), column(`${name}: −Z″ / Ω·cm²`));
    expect(centres(svg).flat()).toHaveLength(spectrum.frequency.length);
    expect(all(svg, "metadata")[0]!.text).toMatch(/cell\.z/);

    const residuals = page.locator("ip-plot").filter({ has: page.getByRole("group", { name: "Legend" }).getByRole("button", { name: "Z″", exact: true }) });
    const before = await drawing(page, (await saved(page, residuals, "SVG, 85 mm wide")).bytes);
    await residuals.getByRole("button", { name: "Z″", exact: true }).click();
    const after = await drawing(page, (await saved(page, residuals, "SVG, 85 mm wide")).bytes);
    expect([centres(before).length, centres(after).length]).toEqual([2, 1]);
    expect(csv(await saved(page, residuals, "CSV, the numbers")).heads.filter((head) => head.startsWith("Z″"))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
