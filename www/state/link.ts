/**
 * The state as a link and back: `#v1/explore?preset=mg-ocv&thicknessNm=9&explore.compare=twin`.
 * What a reader chose to see of a figure stands under its name: ends of its axes, x first (`zoom.explore.nyquist=0,100,0,50`),
 * series switched off (`off.explore.nyquist=other`), its table (`table.explore.nyquist=yes`).
 * Readable names, only what differs from the preset; bounded on read, because a link is a stranger's text.
 */
import type { Cell, Parameter, Presets, Spectrum } from "../engine";
import type { DataSet, Range, Sight, State, Theme } from "./store";

export const VERSION = 1;
const LONGEST_TEXT = 4_000;
const MOST_DATA_BYTES = 20_000_000;
const THEMES: readonly Theme[] = ["auto", "light", "dark", "projector"];

/** What a link is read against. */
export interface Known {
  readonly presets: Presets;
  readonly parameters: readonly Parameter[];
  /** Ids of all views. The first is where a link without one leads. */
  readonly views: readonly string[];
  /** Id of the preset that a link without one means. */
  readonly start: string;
}

/** Something about a link that a person should hear: a message id with its variables. */
export interface Warning { readonly id: string; readonly variables: Record<string, string | number> }

/** Areas of the page that a link may take from sight, beside single parameters. */
export const AREAS = ["bar", "views", "panel", "tools", "side", "words"] as const;

/** Names of parameters and areas, parted by commas; others are left out. */
export const readNames = (text: string, known: Known): string[] =>
  text.split(",").filter((name) => (AREAS as readonly string[]).includes(name) || known.parameters.some((p) => p.name === name));

type Entries = Map<string, string>;

/** Turns the entries of version n into those of n + 1; MIGRATIONS[0] reads version 1. Empty as long as there is one version. */
const MIGRATIONS: readonly ((entries: Entries) => Entries)[] = [];

/** The fragment, with its "#". `data` is what `packData` made, if the data sets are to travel along. */
export function writeLink(state: State, known: Known, data?: string): string {
  const entries: Entries = new Map();
  const start = cellOf(known, state.preset);
  if (state.preset !== known.start) entries.set("preset", state.preset);
  for (const { name } of known.parameters) {
    const value = state.cell[name];
    if (value !== undefined && value !== start[name]) entries.set(name, String(value));
  }
  if (state.locked.length > 0) entries.set("lock", state.locked.join(","));
  if (state.hidden.length > 0) entries.set("hide", state.hidden.join(","));
  if (state.theme !== "auto") entries.set("theme", state.theme);
  if (state.language !== "auto") entries.set("lang", state.language);
  for (const [view, slice] of Object.entries(state.slices)) {
    for (const [key, text] of Object.entries(slice)) entries.set(`${view}.${key}`, text);
  }
  for (const [figure, { range, off, table }] of Object.entries(state.sights)) {
    if (range) entries.set(`zoom.${figure}`, [range.x, ...range.y].flat().join(","));
    if (off) entries.set(`off.${figure}`, off.join(","));
    if (table) entries.set(`table.${figure}`, "yes");
  }
  if (data) entries.set("data", data);
  const query = [...entries].map(([key, value]) => `${escape(key)}=${escape(value)}`).join("&");
  return `#v${VERSION}/${state.view}${query === "" ? "" : `?${query}`}`;
}

/** Reads a fragment over `base`. What cannot be used is left out and named. `data` goes to `unpackData`. */
export function readLink(fragment: string, base: State, known: Known): { state: State; warnings: Warning[]; data?: string } {
  const warnings: Warning[] = [];
  const warn = (id: string, variables: Warning["variables"] = {}) => warnings.push({ id, variables });
  const match = /^#?v(\d+)\/([\w-]*)(?:\?(.*))?$/s.exec(fragment);
  if (!match) {
    if (!/^#?$/.test(fragment)) warn("link-unreadable");
    return { state: base, warnings };
  }
  const [, number = "", viewId = "", query = ""] = match;
  const version = Number(number);
  if (version > VERSION) warn("link-newer", { version });
  let entries = parse(query);
  for (const migrate of MIGRATIONS.slice(Math.max(0, version - 1))) entries = migrate(entries);

  const view = known.views.includes(viewId) ? viewId : base.view;
  if (view !== viewId && viewId !== "") warn("link-unknown-view", { name: short(viewId) });

  const wish = entries.get("preset");
  const preset = known.presets.find(({ id }) => id === wish)?.id ?? known.start;
  if (wish !== undefined && wish !== preset) warn("link-unknown-preset", { name: short(wish) });

  const cell: Cell = { ...cellOf(known, preset) };
  const slices: Record<string, Record<string, string>> = {};
  const sights: Record<string, Sight> = {};
  let { theme, language } = base;
  let locked: readonly string[] = [], hidden: readonly string[] = [];
  let data: string | undefined;

  for (const [key, text] of entries) {
    const parameter = known.parameters.find(({ name }) => name === key);
    const dot = key.indexOf(".");
    const [, aspect, figure, home = ""] = /^(zoom|off|table)\.((\w+)\.[a-zA-Z][a-zA-Z\d-]*)$/.exec(key) ?? [];
    if (key === "preset") continue;
    else if (key === "data") data = text;
    else if (text.length > LONGEST_TEXT) warn("link-too-long", { name: short(key) });
    else if (key === "theme" && THEMES.includes(text as Theme)) theme = text as Theme;
    else if (key === "lang" && /^[a-z]{2}$/.test(text)) language = text;
    else if (key === "lock") locked = readNames(text, known);
    else if (key === "hide") hidden = readNames(text, known);
    else if (parameter) {
      const value = readParameter(parameter, text);
      if (value === undefined) warn("link-out-of-range", { name: key, value: short(text), range: rangeText(parameter) });
      else cell[key] = value;
    } else if (dot > 0 && known.views.includes(key.slice(0, dot)) && /^[\w-]+$/.test(key.slice(dot + 1))) {
      (slices[key.slice(0, dot)] ??= {})[key.slice(dot + 1)] = text;
    } else if (aspect && figure && known.views.includes(home)) {
      const sight = readSight(aspect, text);
      if (sight) sights[figure] = { ...sights[figure], ...sight };
      else warn(aspect === "zoom" ? "link-bad-range" : "link-bad-sight", { name: short(figure), value: short(text) });
    } else warn("link-unknown-key", { name: short(key) });
  }
  return { state: { ...base, view, preset, cell, slices, sights, theme, language, locked, hidden }, warnings, ...(data ? { data } : {}) };
}

/** The cell of a preset, complete: what the preset leaves unsaid has its default. */
export function cellOf(known: Pick<Known, "presets" | "parameters">, preset: string): Cell {
  const cell: Cell = {};
  for (const { name, default: value } of known.parameters) cell[name] = value;
  return { ...cell, ...known.presets.find(({ id }) => id === preset)?.cell };
}

/** A parameter's value from text; undefined when it is not one of its values. */
export function readParameter(parameter: Parameter, text: string): number | string | undefined {
  if (typeof parameter.default === "string") return parameter.choices?.find(({ id }) => id === text)?.id;
  const value = text.trim() === "" ? NaN : Number(text);
  return value >= parameter.lower && value <= parameter.upper ? value : undefined;
}

/** One aspect of what is seen of a figure; undefined when the text is none of its values. */
function readSight(aspect: string, text: string): Sight | undefined {
  if (aspect === "table") return text === "yes" ? { table: true } : undefined;
  if (aspect === "off") return text === "" ? undefined : { off: text.split(",") };
  const range = readRange(text);
  return range && { range };
}

/** Ends of axes, x first. Whether a figure can show them it knows itself. */
function readRange(text: string): Range | undefined {
  const ends = text.split(",").map((end) => (end.trim() === "" ? NaN : Number(end)));
  const [x, ...y] = Array.from({ length: ends.length / 2 }, (_, i): [number, number] => [ends[2 * i]!, ends[2 * i + 1]!]);
  const sound = ends.length % 2 === 0 && ends.every(Number.isFinite) && [x!, ...y].every(([low, high]) => low < high);
  return sound ? { x: x!, y } : undefined;
}

function rangeText(parameter: Parameter): string {
  return parameter.choices?.map(({ id }) => id).join(", ") ?? `${parameter.lower} – ${parameter.upper} ${parameter.unit}`;
}

/** Characters that may stand in a fragment stay as they are, so that the link can be read. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|2F|40|3B)/g, decodeURIComponent);
}

function parse(query: string): Entries {
  const entries: Entries = new Map();
  for (const part of query.split("&")) {
    if (part === "") continue;
    const [key = "", ...rest] = part.split("=");
    try {
      entries.set(decodeURIComponent(key), decodeURIComponent(rest.join("=")));
    } catch {
      entries.set(key, rest.join("="));
    }
  }
  return entries;
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Data sets as compressed text for a link. */
export async function packData(data: readonly DataSet[]): Promise<string> {
  const plain = data.map(({ spectrum, ...rest }) => ({
    ...rest,
    spectrum: { ...spectrum, frequency: [...spectrum.frequency], re: [...spectrum.re], im: [...spectrum.im] },
  }));
  const stream = new Blob([JSON.stringify(plain)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The data sets of a link; throws when the text is not what `packData` makes. */
export async function unpackData(text: string): Promise<DataSet[]> {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  // A loop: for megabytes of data `Uint8Array.from` takes seconds.
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_DATA_BYTES) throw new RangeError("too much data");
    chunks.push(value as Uint8Array<ArrayBuffer>);
  }
  const list: unknown = JSON.parse(await new Blob(chunks).text());
  if (!Array.isArray(list)) throw new TypeError("no list of data sets");
  const sets = list.map(dataSet);
  // Selections name data sets by their ids: they stay, unless a stranger's text gives one to two.
  return new Set(sets.map(({ id }) => id)).size === sets.length ? sets : sets.map((set, i) => ({ ...set, id: `link-${i + 1}` }));
}

/** One data set out of a stranger's JSON: every field checked, nothing else taken over. */
function dataSet(raw: unknown, index: number): DataSet {
  const { id, file, format, understood, areaCm2, geometry, range, hidden, leftOut, spectrum } = fields(raw);
  const { name, frequency, re, im, unit, areaCm2: ownArea, timeS, biasV, meta } = fields(spectrum);
  const f = numbers(frequency), x = numbers(re), y = numbers(im);
  if (f.length !== x.length || f.length !== y.length) throw new TypeError("columns of different length");
  return {
    id: line(id) || `link-${index + 1}`,
    file: line(file),
    format: line(format),
    ...(typeof understood === "string" ? { understood: line(understood) } : {}),
    ...(positive(areaCm2) ? { areaCm2 } : {}),
    ...(geometry === "symmetric" || geometry === "half" ? { geometry } : {}),
    ...(Array.isArray(range) && positive(range[0]) && positive(range[1]) ? { range: [range[0], range[1]] as const } : {}),
    ...(hidden === true ? { hidden } : {}),
    ...(Array.isArray(leftOut) ? { leftOut: leftOut.filter((i): i is number => Number.isInteger(i) && i >= 0 && i < f.length) } : {}),
    spectrum: {
      name: line(name), frequency: f, re: x, im: y, unit: unit === "ohm cm2" ? "ohm cm2" : "ohm",
      ...(positive(ownArea) ? { areaCm2: ownArea } : {}),
      ...(typeof timeS === "number" ? { timeS } : {}),
      ...(typeof biasV === "number" ? { biasV } : {}),
      meta: Object.fromEntries(Object.entries(fields(meta ?? {})).map(([key, value]) => [line(key), line(value)])),
    } satisfies Spectrum,
  };
}

function fields(raw: unknown): Record<string, unknown> {
  if (typeof raw !== "object" || raw === null) throw new TypeError("not an object");
  return raw as Record<string, unknown>;
}
function numbers(raw: unknown): Float64Array {
  if (!Array.isArray(raw) || !raw.every((value) => Number.isFinite(value))) throw new TypeError("not a list of numbers");
  return Float64Array.from(raw as number[]);
}
const line = (raw: unknown) => (typeof raw === "string" ? raw.slice(0, 500) : "");
const positive = (raw: unknown): raw is number => typeof raw === "number" && Number.isFinite(raw) && raw > 0;
