/** What every bench does with a spectrum: lay out frequencies, fit the arc as the study does, compare two curves. */
import type { Spectrum } from "../../crate/src/web/api.d.ts";
import { addNoise } from "./noise";
import type { Engine, Reading } from "./lesson";

/** Frequencies from `from` down to `to`, evenly by decades. */
export function decades(from: number, to: number, perDecade: number): Float64Array {
  const span = Math.log10(from / to);
  const count = Math.round(span * perDecade) + 1;
  return Float64Array.from({ length: count }, (_, i) => from / 10 ** ((span * i) / (count - 1)));
}

export function spectrumOf(name: string, frequency: Float64Array, re: Float64Array, im: Float64Array): Spectrum {
  return { name, frequency, re, im, unit: "ohm cm2", areaCm2: 1, meta: {} };
}

export function noisy(spectrum: Spectrum, relative: number, seed: number): Spectrum {
  return relative > 0 ? { ...spectrum, ...addNoise(spectrum, relative, seed) } : spectrum;
}

/** R, C (Eq. 1), peak frequency and exponent of the arc by the study's protocol; nothing where the engine finds no arc. */
export function arcReadings(engine: Engine, spectrum: Spectrum, options?: { range?: [number, number]; relativePermittivity?: number }): Record<string, Reading> {
  try {
    const fit = engine.fitArc(spectrum, options);
    const exponent = fit.names.findIndex((name) => /(_P|_1|P|n)$/.test(name) && /CPE|Q/i.test(name));
    // Computed arcs fit to the last bits; an error bar of those would say nothing.
    const reading = (value: number, unit: string, error = 0): Reading => ({ value, unit, ...(error > 1e-9 * Math.abs(value) ? { error } : {}) });
    return {
      arc: reading(fit.arcResistance, "Ω·cm²", fit.arcResistanceError),
      capacitance: reading(fit.capacitance * 1e6, "µF·cm⁻²", fit.capacitanceError * 1e6),
      peak: reading(fit.peakFrequency, "Hz"),
      thickness: reading(fit.filmThicknessNm, "nm", fit.filmThicknessNmError),
      chi: { value: fit.reducedChiSquare, unit: "", digits: 2 },
      exponent: reading(fit.values[exponent] ?? Number.NaN, "", fit.standardErrors[exponent]),
    };
  } catch {
    return {};
  }
}

/** Largest distance of two curves at the same frequencies, as a share of |Z| of the second. */
export function deviation(a: { re: Float64Array; im: Float64Array }, b: { re: Float64Array; im: Float64Array }): number {
  let largest = 0;
  for (let i = 0; i < b.re.length; i += 1) {
    const re = b.re[i] ?? 0;
    const im = b.im[i] ?? 0;
    largest = Math.max(largest, Math.hypot((a.re[i] ?? 0) - re, (a.im[i] ?? 0) - im) / Math.hypot(re, im));
  }
  return largest;
}
