/**
 * A mystery cell: parameters that a class has to find, packed into a link.
 * The packing only keeps them from being read at a glance; it is no secret, and the teacher's page says so.
 */
import type { Spectrum } from "../../crate/src/web/api.d.ts";
import { decades, noisy, spectrumOf } from "./measure";
import { uniform } from "./noise";
import type { Engine, Reading } from "./lesson";

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
  arc: { lower: 2e4, upper: 1e6 },
  capacitance: { lower: 2, upper: 50 },
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
