/** Spectra as figures: what Nyquist and Bode plots look like everywhere on the page. Pure; the words come from outside or from the texts. */
import { nearestKey } from "../elements/plot/nearest";
import type { Accent, Dash, Figure, Inset, Mark, Series } from "../elements/plot/types";
import type { Simulation } from "../engine";
import { FREQUENCY } from "../state/derived";
import { quantity } from "../state/format";
import { t } from "../state/texts";

/** One spectrum to draw. */
export interface Curve {
  readonly id: string;
  readonly label: string;
  /** A short name at the curve itself. */
  readonly tag?: string;
  readonly frequency: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly accent: Accent;
  readonly dash?: Dash;
  readonly kind?: "line" | "points";
  readonly listed?: boolean;
  /** Drawn pale: measured, but left out. */
  readonly pale?: boolean;
  /** Divides the impedance in the Nyquist plot, so that spectra of different size can be compared in shape. */
  readonly over?: number;
}

/** −Im Z, |Z| and phase of a spectrum, computed once. */
interface Polar { minusIm: Float64Array; modulus: Float64Array; phase: Float64Array }
const known = new WeakMap<Float64Array, Polar>();
function polar({ re, im }: Pick<Curve, "re" | "im">): Polar {
  let polar = known.get(im);
  if (!polar) {
    const minusIm = new Float64Array(im.length), modulus = new Float64Array(im.length), phase = new Float64Array(im.length);
    // In one pass: a slider waits for it.
    for (let i = 0; i < im.length; i++) {
      const x = re[i]!, y = im[i]!;
      minusIm[i] = -y;
      modulus[i] = Math.hypot(x, y);
      phase[i] = (Math.atan2(y, x) * 180) / Math.PI;
    }
    known.set(im, (polar = { minusIm, modulus, phase }));
  }
  return polar;
}

const KEY = { label: "frequency", symbol: "f", unit: "Hz" };
const divided = (values: Float64Array, by: number | undefined) => (by ? values.map((value) => value / by) : values);

/** A figure's sentence, or who can say it when it is asked for. */
type Words = string | (() => string);
const spoken = (words: Words): string => (typeof words === "string" ? words : words());

/** Re Z against −Im Z, as many ohms across as up. */
export function nyquist(
  curves: readonly Curve[],
  summary: Words,
  /** `near`: show no more than so many Ω·cm² of the real axis. */
  more: { marks?: Mark[]; insets?: Inset[]; title?: string; near?: number } = {},
): Figure {
  const { near } = more;
  const normalised = curves.some(({ over }) => over !== undefined);
  const unit = normalised ? "" : "Ω·cm²";
  return {
    title: more.title ?? t("nyquist"),
    get summary() {
      return spoken(summary);
    },
    x: { label: normalised ? t("over-total") : "", symbol: "Z′", unit, scale: "linear", include: [0], ...(near ? { domain: [0, 1.15 * near] as [number, number] } : {}) },
    y: { label: normalised ? t("over-total") : "", symbol: "−Z″", unit, scale: "linear", include: [0], ...(near ? { domain: [0, near] as [number, number] } : {}) },
    equalAspect: true,
    key: { ...KEY, label: t("frequency") },
    series: curves.map((curve): Series => ({
      ...common(curve),
      x: divided(curve.re, curve.over),
      y: divided(polar(curve).minusIm, curve.over),
      ...(curve.tag ? { tag: curve.tag } : {}),
    })),
    marks: more.marks ?? [],
    insets: more.insets ?? [],
    legend: "none",
  };
}

/** |Z| and phase over frequency. */
export function bode(curves: readonly Curve[], summary: Words, marks: Mark[] = []): Figure {
  return {
    title: t("bode"),
    get summary() {
      return spoken(summary);
    },
    x: { label: t("frequency"), symbol: "f", unit: "Hz", scale: "log", prefix: true },
    y: [
      { label: "", symbol: "|Z|", unit: "Ω·cm²", scale: "log", weight: 1.15 },
      { label: t("phase"), unit: "°", scale: "linear", domain: [-90, 0], reversed: true, steps: [15, 30, 45, 90], prefix: false },
    ],
    key: { ...KEY, label: t("frequency") },
    series: curves.flatMap((curve): Series[] => [
      { ...common(curve), x: curve.frequency, y: polar(curve).modulus, panel: 0 },
      { ...common(curve), id: `${curve.id}-phase`, x: curve.frequency, y: polar(curve).phase, panel: 1 },
    ]),
    marks,
    legend: "none",
  };
}

function common({ id, label, accent, dash, kind = "line", frequency, listed, pale }: Curve) {
  return {
    id, label, accent, kind, key: frequency,
    ...(dash ? { dash } : {}),
    ...(listed === false ? { listed: false as const } : {}),
    ...(pale ? { masked: new Uint8Array(frequency.length).fill(1) } : {}),
    ...(kind === "points" ? { symbol: "circle" as const } : {}),
  };
}

/** Labels at the tops of the arcs, each with its process and frequency; what cannot be seen in a plot as large as `size` (Ω·cm²) is left to the inset. */
export function arcMarks({ parts, re, im, dcResistance }: Simulation, accent: Accent, names: (part: string) => string, size = dcResistance, over = 1): Mark[] {
  return parts.flatMap((part): Mark[] => {
    if (part.peakHz === undefined || part.resistance < SMALL * size) return [];
    const at = nearestKey(FREQUENCY, part.peakHz);
    const x = re[at], y = im[at], key = FREQUENCY[at];
    if (x === undefined || y === undefined || key === undefined) return [];
    return [{
      kind: "label", id: `arc-${part.name}`, x: x / over, y: -y / over, dot: true, accent, key,
      text: `${names(part.name)} · ${quantity(part.peakHz, "Hz")}`,
    }];
  });
}

/** Below this share of the plot an arc cannot be seen. */
export const SMALL = 0.08;

/** A window on what is too small to be seen in a plot as large as `size` (Ω·cm²): the whole spectrum, or the film's arc in it. */
export function smallInset({ parts, dcResistance }: Simulation, name: string, size: number): Inset[] {
  const window = (title: string, from: number, width: number): Inset[] =>
    [{ id: "small", corner: "top-right", title, x: [from - 0.04 * width, from + width], y: [0, width * 0.62] }];
  if (dcResistance < SMALL * size) return window(name, 0, dcResistance * 1.08);
  const film = parts.find((part) => part.name === "film");
  if (!film?.peakHz || film.resistance >= SMALL * size || film.resistance < 1e-6 * size) return [];
  const electrolyte = parts.find((part) => part.name === "electrolyte")?.resistance ?? 0;
  return window(`${t("part-film")} · ${quantity(film.peakHz, "Hz")}`, electrolyte, film.resistance * 1.5);
}
