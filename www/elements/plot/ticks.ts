/** Where an axis has its ticks and what stands beside them. */
import { ticks as roundTicks, tickStep } from "d3-array";
import { fixedPlaces, prefixFor, superscript, takesPrefix } from "../../state/format";
import type { Axis } from "./types";

export interface Ticks {
  /** Labelled ticks. */
  major: { at: number; text: string }[];
  /** Unlabelled ones between. */
  minor: number[];
  /** Unit with the prefix the labels are written in: "kΩ·cm²". */
  unit: string;
}

/** How many pixels a label takes along the axis. */
export type Room = (text: string) => number;

const prefix = (value: number): readonly [number, string] => (value === 0 ? [1, ""] : prefixFor(value, 3));
const prefixed = (axis: Axis): boolean => axis.prefix ?? takesPrefix(axis.unit);

/** What two axes of equal aspect have in common: the distance of ticks, and the value that decides the prefix. */
export interface Shared { step?: number; largest: number }

/** Ticks for `domain` on `length` pixels, as many as fit without touching. */
export function axisTicks(axis: Axis, domain: [number, number], length: number, room: Room, shared?: Shared): Ticks {
  const [low, high] = domain[0] <= domain[1] ? domain : [domain[1], domain[0]];
  if (axis.scale === "log" && low > 0) return logTicks(axis, low, high, length, room);
  return linearTicks(axis, low, high, length, room, shared);
}

function linearTicks(axis: Axis, low: number, high: number, length: number, room: Room, shared?: Shared): Ticks {
  const [factor, sign] = prefixed(axis) ? prefix(shared?.largest ?? Math.max(Math.abs(low), Math.abs(high))) : ([1, ""] as const);
  const unit = `${sign}${axis.unit ?? ""}`;
  const labelled = (step: number, values: number[]): Ticks["major"] => {
    const decimals = Math.max(0, -Math.floor(Math.log10(step / factor) + 1e-9));
    // A step such as 2.5 needs one place more than its power of ten says.
    const places = Math.abs((step / factor) * 10 ** decimals - Math.round((step / factor) * 10 ** decimals)) > 1e-6 ? decimals + 1 : decimals;
    return values.map((at) => ({ at, text: fixedPlaces(at / factor, places) }));
  };
  const every = (step: number): number[] => {
    const values: number[] = [];
    for (let i = Math.ceil(low / step - 1e-9); i <= high / step + 1e-9 && values.length < 200; i++) values.push(i * step);
    return values;
  };
  const fits = (major: Ticks["major"]): boolean => {
    const gap = major.length > 1 ? ((major[1]!.at - major[0]!.at) / (high - low)) * length : Infinity;
    return major.every(({ text }) => room(text) <= gap);
  };
  if (!(high > low)) return { major: labelled(1, [low]), minor: [], unit };
  const forced = shared?.step;
  const steps = forced ? [forced, forced * 2, forced * 5, forced * 10, forced * 20] : axis.steps;
  if (steps) {
    for (const step of steps) {
      const major = labelled(step, every(step));
      if (major.length <= 200 && fits(major)) return { major, minor: [], unit };
    }
  }
  for (let count = Math.max(2, Math.min(8, Math.floor(length / 36))); count >= 1; count--) {
    const major = labelled(tickStep(low, high, count), roundTicks(low, high, count));
    if (count === 1 || fits(major)) return { major, minor: [], unit };
  }
  return { major: [], minor: [], unit };
}

function logTicks(axis: Axis, low: number, high: number, length: number, room: Room): Ticks {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const decades = Math.log10(high / low);
  const pixels = length / Math.max(decades, 1e-9);
  const inside = (value: number): boolean => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const text = (value: number): string => {
    if (prefixed(axis)) {
      const [factor, sign] = prefix(value);
      return `${fixedPlaces(value / factor, 0)}${sign && "\u00a0" + sign}`;
    }
    const exponent = Math.floor(Math.log10(value) + 1e-9);
    if (exponent >= -2 && exponent <= 4) return fixedPlaces(value, Math.max(0, -exponent));
    const lead = Math.round(value / 10 ** exponent);
    return `${lead === 1 ? "" : `${lead}·`}10${superscript(String(exponent))}`;
  };
  const pick = (multiples: number[], every: number): Ticks["major"] => {
    const major: Ticks["major"] = [];
    for (let e = first; e <= last; e++) {
      if (((e % every) + every) % every) continue;
      for (const m of multiples) {
        const at = m * 10 ** e;
        if (inside(at)) major.push({ at, text: text(at) });
      }
    }
    return major;
  };
  const fits = (major: Ticks["major"], closest: number): boolean => major.every((tick) => room(tick.text) <= closest * pixels);
  const minor: number[] = [];
  if (pixels > 9) {
    for (let e = first - 1; e <= last; e++) {
      for (let m = pixels > 24 ? 2 : 5; m < 10; m += pixels > 24 ? 1 : 5) if (inside(m * 10 ** e)) minor.push(m * 10 ** e);
    }
  }
  const unit = axis.unit ?? "";
  if (decades < 0.7) {
    // Less than a decade and a bit: round values on the linear scale read better.
    const close = linearTicks({ ...axis, steps: undefined }, low, high, length * 0.6, room);
    return { ...close, minor: [] };
  }
  const candidates: [number[], number, number][] = [
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 1, Math.log10(10 / 9)],
    [[1, 2, 5], 1, Math.log10(2)],
    [[1, 3], 1, Math.log10(3)],
    ...[1, 2, 3, 6, 9, 12].map((every): [number[], number, number] => [[1], every, every]),
  ];
  for (const [multiples, every, closest] of candidates) {
    if (multiples.length > 1 && decades > 2.2) continue;
    const major = pick(multiples, every);
    if (major.length && fits(major, closest)) return { major, minor, unit };
  }
  return { major: pick([1], 12), minor, unit };
}
