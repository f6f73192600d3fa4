/** What a sample looks like, small enough for a button: its arcs, or |Z| over the frequency where two spectra differ by decades. */
import { simulate } from "../../engine";
import { FREQUENCY } from "../../state/derived";
import { cellOf, type Known } from "../../state/link";
import { remember } from "../../state/remember";
import { samples } from "./samples";

export interface Pictured { readonly id: string; readonly title: string; readonly curves: readonly string[] }

const WIDTH = 120, HEIGHT = 64, EDGE = 4;
/** Samples that show most of what there is, and the cells they are drawn from. */
const SHOWN: readonly { id: string; cells: readonly string[]; as: "arcs" | "modulus" }[] = [
  { id: "mg-ocv", cells: ["mg-ocv"], as: "arcs" },
  { id: "li-ocv", cells: ["li-ocv"], as: "arcs" },
  { id: "gc-polysulfide", cells: ["gc-polysulfide"], as: "arcs" },
  { id: "mg-polysulfide", cells: ["mg-polysulfide"], as: "arcs" },
  { id: "growth", cells: ["mg-ocv", "mg-ocv-1h", "mg-ocv-20h"], as: "arcs" },
  { id: "probe", cells: ["operando-before", "operando-after"], as: "modulus" },
];

const curvesOf = remember((known: Known) => SHOWN.map(({ cells, as }) => {
  const lines = cells.map((cell) => {
    const { re, im } = simulate(cellOf(known, cell), FREQUENCY);
    return as === "arcs" ? { x: re, y: im.map((value) => -value) }
      : { x: FREQUENCY.map(Math.log10), y: re.map((value, i) => Math.log10(Math.hypot(value, im[i]!))) };
  });
  return drawn(lines, as === "arcs");
}));

export const pictured = (known: Known): Pictured[] => {
  const all = samples(known), curves = curvesOf(known);
  return SHOWN.flatMap(({ id }, i) => {
    const sample = all.find((one) => one.id === id);
    return sample ? [{ id, title: sample.title, curves: curves[i]! }] : [];
  });
};

/** Lines as paths in one frame; `equal` for as many units up as across. */
function drawn(lines: { x: Float64Array; y: Float64Array }[], equal: boolean): string[] {
  const range = (pick: (line: { x: Float64Array; y: Float64Array }) => Float64Array, zero: boolean) => {
    const all = lines.flatMap((line) => [...pick(line)]);
    return [all.reduce((a, b) => Math.min(a, b), zero ? 0 : Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)] as const;
  };
  const [left, right] = range(({ x }) => x, equal), [bottom, top] = range(({ y }) => y, equal);
  let across = (WIDTH - 2 * EDGE) / (right - left), up = (HEIGHT - 2 * EDGE) / (top - bottom);
  if (equal) across = up = Math.min(across, up);
  const margin = (WIDTH - across * (right - left)) / 2;
  return lines.map(({ x, y }) => Array.from(x, (value, i) =>
    `${i ? "L" : "M"}${(margin + across * (value - left)).toFixed(1)},${(HEIGHT - EDGE - up * (y[i]! - bottom)).toFixed(1)}`).join(""));
}
