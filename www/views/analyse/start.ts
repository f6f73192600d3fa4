/** The arc that a fit starts from, as its ends and its top in the Nyquist plot: Z = R_s + R/(1 + (j f/f_top)^n). Pure. */
import type { ArcFit, Spectrum } from "../../engine";
import { number } from "../../state/format";
import { boundedStart, type Start } from "./task";

/** A fitted arc as a start. */
export const startOf = ({ values, arcResistance, peakFrequency }: ArcFit): Start =>
  boundedStart({ series: values[0]!, resistance: arcResistance, peakHz: peakFrequency, exponent: values[3]! });

/** As the circuit R0-p(R1,CPE1) takes it: R_s, R, T = 1/(R (2 pi f_top)^n), n. */
export const valuesOf = ({ series, resistance, peakHz, exponent }: Start): [number, number, number, number] =>
  [series, resistance, 1 / (resistance * (2 * Math.PI * peakHz) ** exponent), exponent];

/** Where it meets the real axis. */
export const ends = ({ series, resistance }: Start): [number, number] => [series, series + resistance];

/** Its top: half-way, and R/2 tan(n pi/4) high. */
export const topOf = ({ series, resistance, exponent }: Start) => ({ x: series + resistance / 2, y: (resistance / 2) * Math.tan((exponent * Math.PI) / 4) });

export const exponent = (start: Start): string => number(start.exponent, 2);

/**
 * The start after one of its handles went to (x, y). An end moves alone; the top carries the right end and the depression with it, and
 * the frequency there is that of the measured point nearest to it.
 */
export function moved(start: Start, handle: string, x: number, y: number, { frequency, re, im }: Spectrum): Start {
  const [left, right] = ends(start);
  const least = 1e-3 * start.resistance;
  if (handle === "start-left") {
    const series = Math.min(Math.max(x, 0), right - least);
    return boundedStart({ ...start, series, resistance: right - series });
  }
  if (handle === "start-right") return boundedStart({ ...start, resistance: Math.max(x - left, least) });
  const half = Math.max(x - left, least), before = topOf(start);
  const sideways = Math.abs(x - before.x) > 1e-6 * start.resistance;
  let peakHz = start.peakHz, shortest = Infinity;
  if (sideways) frequency.forEach((hz, i) => {
    const distance = Math.hypot(re[i]! - x, -im[i]! - y);
    if (hz > 0 && distance < shortest) {
      shortest = distance;
      peakHz = hz;
    }
  });
  return boundedStart({ ...start, resistance: 2 * half, peakHz, exponent: (Math.atan(Math.max(0, y) / half) * 4) / Math.PI });
}
