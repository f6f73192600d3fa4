/** Spectra to try without a file: simulated by the engine, with noise, and labelled so wherever their name stands. */
import { experiment, simulate, type Spectrum } from "../../engine";
import { addNoise } from "../../lessons/noise";
import { quantity } from "../../state/format";
import { cellOf, type Known } from "../../state/link";
import type { DataSet } from "../../state/store";
import { t, texts } from "../../state/texts";

/** Standard deviation of each part of every point, as a share of |Z|. */
const NOISE = 0.005;
/** As the study measured: 1 MHz down to 20 mHz. */
const FREQUENCY = Float64Array.from({ length: 54 }, (_, i) => 10 ** (6 - i / 7));
const GROWTH_H = [0, 1, 2, 4, 8, 13, 20, 30, 42, 56, 72];

export interface Sample { readonly id: string; readonly title: string; readonly task: "arc" | "series" | "verdict" }

export const presetTitle = (id: string, known: Known): string =>
  texts.has(`preset-${id}`) ? t(`preset-${id}`) : (known.presets.find((preset) => preset.id === id)?.title ?? id);

export const samples = (known: Known): Sample[] => [
  ...known.presets.map(({ id }): Sample => ({ id, title: presetTitle(id, known), task: "arc" })),
  { id: "growth", title: t("sample-growth", { count: GROWTH_H.length }), task: "series" },
  { id: "probe", title: t("sample-probe"), task: "verdict" },
];

/** The data sets of a sample; `taken` are the ids that are in use. */
export function sampleSets(id: string, known: Known, taken: readonly DataSet[]): DataSet[] {
  const spectra = id === "growth" ? growth() : id === "probe" ? ["operando-before", "operando-after"].map((preset) => ofPreset(preset, known)) : [ofPreset(id, known)];
  const first = taken.reduce((last, set) => Math.max(last, Number(/^s(\d+)$/.exec(set.id)?.[1] ?? 0)), 0) + 1;
  return spectra.map((spectrum, i): DataSet => {
    const noisy = { ...spectrum, ...addNoise(spectrum, NOISE, first + i) };
    return { id: `s${first + i}`, file: noisy.name, format: t("sample-format"), spectrum: noisy };
  });
}

const noiseText = () => t("sample-noise", { percent: 100 * NOISE });

function ofPreset(id: string, known: Known): Spectrum {
  const { re, im, parts, geometry } = simulate(cellOf(known, id), FREQUENCY);
  const truth = Object.fromEntries(parts.map(({ name, resistance }) => [name, quantity(resistance, "Ω·cm²", 4)]));
  return {
    name: `${presetTitle(id, known)} · ${noiseText()}`, frequency: FREQUENCY, re, im, unit: "ohm cm2",
    meta: { simulated: id, geometry, ...truth },
  };
}

function growth(): Spectrum[] {
  const { spectra, geometry, filmResistanceOhmCm2 } = experiment("ocv-growth", { spectraAtH: GROWTH_H });
  const film = quantity(filmResistanceOhmCm2[0]!, "Ω·cm²", 4);
  return spectra.map(({ timeH, frequency, re, im }): Spectrum => ({
    name: `${t("sample-mg")}, ${quantity(timeH, "h", 3, false)} · ${noiseText()}`, frequency, re, im, unit: "ohm cm2", timeS: 3600 * timeH,
    meta: { simulated: "ocv-growth", geometry, film },
  }));
}
