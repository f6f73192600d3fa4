/**
 * A mystery cell: parameters that a class has to find, packed into a link.
 * The packing only keeps them from being read at a glance; it is no secret, and the teacher's page says so.
 */
import type { Cell, Spectrum } from "../../crate/src/web/api.d.ts";
import type { Engine } from "./lesson";
import { decades, noisy, spectrumOf } from "./measure";
import { uniform } from "./noise";

export type FilmKind = "sei" | "anti-sei";
/** What a class can be asked for. "kind" is a choice, the others are numbers. */
export const QUANTITIES = ["arc", "capacitance", "exponent", "kind"] as const;
export type Quantity = (typeof QUANTITIES)[number];
/** Noise in per cent of |Z| that a teacher can choose from. */
export const NOISE = [0, 0.2, 0.5, 1, 2, 5] as const;

export interface Mystery {
  kind: FilmKind;
  /** Share of |Z|: 0.005 is 0.5 %. One of `NOISE`. */
  noisePercent: number;
  /** What is not told to the class and has to be found. */
  hidden: readonly Quantity[];
  seed: number;
  /** Arc resistance of the cell in Ω·cm², capacitance of the cell in µF·cm⁻², exponent of its constant-phase element. */
  arc: number;
  capacitance: number;
  exponent: number;
}

/** Bounds of what a link can set; beyond them nothing can be written, so nothing beyond them can be read. */
export const BOUNDS = {
  arc: { lower: 5e4, upper: 5e5 },
  capacitance: { lower: 2, upper: 20 },
  exponent: { lower: 0.75, upper: 1 },
} as const;

const VERSION = 1;
const LENGTH = 14;
const STEPS = 65535;

/** Draws a cell from a seed: the same seed is the same cell everywhere. */
export function draw(seed: number, kind: FilmKind | "random", noisePercent: number, hidden: readonly Quantity[]): Mystery {
  const next = uniform(seed);
  const drawn = next() < 0.5 ? "sei" : "anti-sei";
  const mystery = {
    kind: kind === "random" ? drawn : kind,
    noisePercent: NOISE.reduce((best, level) => (Math.abs(level - noisePercent) < Math.abs(best - noisePercent) ? level : best)),
    hidden: QUANTITIES.filter((quantity) => hidden.includes(quantity)),
    seed: seed >>> 0,
    arc: unpack("arc", next() * STEPS),
    capacitance: unpack("capacitance", next() * STEPS),
    exponent: unpack("exponent", next() * STEPS),
  };
  // What the link keeps is what the class gets: rounded as the link rounds.
  return read(write(mystery)) ?? mystery;
}

export function write(mystery: Mystery): string {
  const bytes = new Uint8Array(LENGTH);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = (mystery.kind === "sei" ? 1 : 0) | (Math.max(0, NOISE.indexOf(mystery.noisePercent as (typeof NOISE)[number])) << 1);
  bytes[2] = QUANTITIES.reduce((mask, quantity, i) => mask | (mystery.hidden.includes(quantity) ? 1 << i : 0), 0);
  view.setUint32(3, mystery.seed >>> 0);
  view.setUint16(7, pack("arc", mystery.arc));
  view.setUint16(9, pack("capacitance", mystery.capacitance));
  view.setUint16(11, pack("exponent", mystery.exponent));
  bytes[13] = checksum(bytes);
  return base64(veil(bytes));
}

/** Reads a link's cell; undefined for anything that is not one. */
export function read(text: string): Mystery | undefined {
  const veiled = fromBase64(text);
  if (veiled?.length !== LENGTH) return undefined;
  const bytes = veil(veiled);
  if (bytes[0] !== VERSION || bytes[13] !== checksum(bytes)) return undefined;
  const view = new DataView(bytes.buffer);
  const noisePercent = NOISE[view.getUint8(1) >> 1];
  if (noisePercent === undefined) return undefined;
  return {
    kind: (view.getUint8(1) & 1) === 1 ? "sei" : "anti-sei",
    noisePercent,
    hidden: QUANTITIES.filter((_, i) => (view.getUint8(2) >> i) & 1),
    seed: view.getUint32(3),
    arc: unpack("arc", view.getUint16(7)),
    capacitance: unpack("capacitance", view.getUint16(9)),
    exponent: unpack("exponent", view.getUint16(11)),
  };
}

/** 100 kHz to 5 mHz: every arc within the bounds shows its top. */
const FREQUENCY = decades(1e5, 5e-3, 8);
/** The film's own share of the arc is kept small, so that the protocol's single arc describes the cell. */
const FILM_OHM_CM2 = 1;

/** The cell behind a mystery: the study's operando cell with other numbers. */
export function cellOf(mystery: Mystery, engine: Engine): Cell {
  const preset = engine.presets().find(({ id }) => id === "operando-start")?.cell;
  const cell: Cell = {
    ...preset, transport: "fixed", fixedResistanceOhmCm2: FILM_OHM_CM2, conduction: "shared",
    electronicTransference: mystery.kind === "anti-sei" ? 1 : 0,
    activeShare: 1, doubleLayerUfPerCm2: 2 * mystery.capacitance, cpeExponent: mystery.exponent,
    polysulfideMolPerL: 0, polysulfideCapacitanceUfPerCm2: 0,
  };
  // The rate that makes film and reaction together the arc asked for: a charge-transfer resistance goes with its inverse.
  const parts = engine.simulate(cell, FREQUENCY).parts;
  const of = (name: string) => parts.find((part) => part.name === name)?.resistance ?? 0;
  return { ...cell, rateCmPerS: (Number(cell["rateCmPerS"]) * of("charge-transfer")) / (mystery.arc - of("film")) };
}

/** What a class measures: at rest, or after polysulfide was added; each measurement has noise of its own. */
export function measurement(mystery: Mystery, engine: Engine, polysulfide: boolean): Spectrum {
  const cell = { ...cellOf(mystery, engine), polysulfideMolPerL: polysulfide ? 0.1 : 0 };
  const { re, im } = engine.simulate(cell, FREQUENCY);
  return noisy(spectrumOf(polysulfide ? "mystery, with polysulfide" : "mystery, at rest", FREQUENCY, re, im), mystery.noisePercent / 100, mystery.seed + (polysulfide ? 1 : 0));
}

/** What the class answers to one number: the value, and its standard error where one was given. */
export interface Answer { value: number; error?: number }
/**
 * agrees: within two standard errors, and known to a fifth. vague: within two, but known to no better than a fifth.
 * close: within 5 %, but further off than its error bar allows, or given without one. off: neither.
 */
export type Grade = { verdict: "agrees" | "vague" | "close" | "off"; relative: number; sigmas: number | undefined };

export function grade({ value, error }: Answer, truth: number): Grade {
  const relative = (value - truth) / truth;
  const known = error !== undefined && Number.isFinite(error) && error > 0;
  const sigmas = known ? Math.abs(value - truth) / error : undefined;
  if (!Number.isFinite(value)) return { verdict: "off", relative: Number.NaN, sigmas: undefined };
  if (sigmas !== undefined && sigmas <= 2) return { verdict: (error ?? 0) / truth <= 0.2 ? "agrees" : "vague", relative, sigmas };
  return { verdict: Math.abs(relative) <= 0.05 ? "close" : "off", relative, sigmas };
}

type Number3 = keyof typeof BOUNDS;

/** Place of a value between its bounds, by decades, as a whole number of 16 bits. */
function pack(name: Number3, value: number): number {
  const { lower, upper } = BOUNDS[name];
  const share = Math.log(value / lower) / Math.log(upper / lower);
  return Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * STEPS) : 0;
}

/** Rounded to four digits, so that browsers whose last bits differ still hold the same cell. */
function unpack(name: Number3, place: number): number {
  const { lower, upper } = BOUNDS[name];
  return Number((lower * (upper / lower) ** (Math.round(place) / STEPS)).toPrecision(4));
}

/** Exclusive or with a fixed stream; doing it twice undoes it. */
function veil(bytes: Uint8Array): Uint8Array {
  const next = uniform(0x1f2e3d4c);
  return bytes.map((byte) => byte ^ Math.floor(next() * 256));
}

function checksum(bytes: Uint8Array): number {
  let sum = 0x5a;
  for (let i = 0; i < LENGTH - 1; i += 1) sum = (Math.imul(sum, 31) + (bytes[i] ?? 0)) & 0xff;
  return sum;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w-]{1,40}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
