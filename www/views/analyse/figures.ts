/** Measured spectra with what was fitted to them, and what is left over. Pure. */
import type { Figure, Inset, Series } from "../../elements/plot/types";
import { circuitImpedance, type Fit, type Spectrum } from "../../engine";
import { t } from "../../state/texts";
import { SMALL, type Curve } from "../spectra";

export const points = (spectrum: Spectrum, id = "data", accent: Curve["accent"] = "data"): Curve => ({
  id, label: spectrum.name, accent, kind: "points", frequency: spectrum.frequency, re: spectrum.re, im: spectrum.im,
});

/** Frequencies for a smooth curve, a decade further than the data on either side. */
export function beyond(frequency: Float64Array): Float64Array {
  const top = Math.log10(largest(frequency)) + 1, bottom = Math.log10(smallest(frequency)) - 1;
  const count = Math.min(2000, Math.max(2, Math.round((top - bottom) * 24)));
  return Float64Array.from({ length: count + 1 }, (_, i) => 10 ** (top - ((top - bottom) * i) / count));
}

/** A fitted circuit as a smooth curve. */
export function fittedCurve({ circuit, values }: Pick<Fit, "circuit" | "values">, { frequency }: Spectrum): Curve {
  const dense = beyond(frequency);
  return { id: "fit", label: t("analyse-fit"), tag: t("analyse-fit"), accent: "fit", frequency: dense, ...circuitImpedance(circuit, Float64Array.from(values), dense) };
}

export const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
export const smallest = (values: Float64Array): number => values.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), Infinity);

/** What is left over, in percent of |Z|: shares of |Z| come in. */
export function residuals(frequency: ArrayLike<number>, re: ArrayLike<number>, im: ArrayLike<number>, summary: string): Figure {
  const percent = (values: ArrayLike<number>) => Float64Array.from(values, (value) => 100 * value);
  const series = (id: string, label: string, values: ArrayLike<number>, look: Pick<Series, "accent" | "symbol">): Series => ({
    id, label, kind: "points", x: frequency, y: percent(values), key: frequency, ...look,
  });
  return {
    title: t("residuals"), summary,
    x: { label: t("frequency"), symbol: "f", unit: "Hz", scale: "log", prefix: true },
    y: { label: t("residual-axis"), unit: "%", scale: "linear", include: [0], prefix: false },
    series: [
      series("re", "Z′", re, { accent: "data", symbol: "circle" }),
      series("im", "Z″", im, { accent: "data-2", symbol: "square" }),
    ],
    marks: [{ kind: "line", id: "zero", axis: "y", at: 0, accent: "muted" }],
    key: { label: t("frequency"), symbol: "f", unit: "Hz" }, zoom: "x",
  };
}

/** The residuals of a fit at the points it was made with, as shares of |Z|. */
export function fitResiduals({ circuit, values }: Fit, { frequency, re, im }: Spectrum, range?: readonly [number, number]): { frequency: Float64Array; re: Float64Array; im: Float64Array } {
  const inside = Array.from(frequency.keys()).filter((i) => frequency[i]! > 0 && (!range || (frequency[i]! >= range[0] && frequency[i]! <= range[1])));
  const pick = (list: Float64Array) => Float64Array.from(inside, (i) => list[i]!);
  const f = pick(frequency), x = pick(re), y = pick(im);
  const model = circuitImpedance(circuit, Float64Array.from(values), f);
  const share = (measured: Float64Array, fitted: Float64Array) => measured.map((value, i) => (value - fitted[i]!) / Math.hypot(x[i]!, y[i]!));
  return { frequency: f, re: share(x, model.re), im: share(y, model.im) };
}

/** What a curve leaves over at the frequencies it was made for, as shares of |Z|. */
export function sharesOf(measured: Spectrum, curve: { frequency: Float64Array; re: Float64Array; im: Float64Array }): { frequency: Float64Array; re: Float64Array; im: Float64Array } {
  const place = new Map(Array.from(measured.frequency, (hz, i) => [hz, i]));
  const at = Array.from(curve.frequency, (hz) => place.get(hz) ?? -1);
  const share = (of: "re" | "im") => curve[of].map((fitted, k) => {
    const i = at[k]!;
    return i < 0 ? NaN : (measured[of][i]! - fitted) / Math.hypot(measured.re[i]!, measured.im[i]!);
  });
  return { frequency: curve.frequency, re: share("re"), im: share("im") };
}

/** Largest residual, in percent. */
export const worst = (...lists: ArrayLike<number>[]): number => 100 * Math.max(0, ...lists.map((list) => Array.from(list).reduce((a, b) => Math.max(a, Math.abs(b)), 0)));

/** A window on the smaller of two spectra where the larger one hides it. */
export function smaller(first: Spectrum, second: Spectrum): Inset[] {
  const ends = [first, second].map(({ re }) => largest(re)), end = Math.min(...ends);
  return end < SMALL * Math.max(...ends) ? [{ id: "small", x: [0, 1.08 * end], y: [0, 0.62 * end], corner: "top-left", title: t(ends[0] === end ? "verdict-before" : "verdict-after") }] : [];
}
