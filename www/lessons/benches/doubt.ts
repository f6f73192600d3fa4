/** Benches with measured-looking data: noise, a fit range to choose, and a cell that changes while it is measured. */
import type { Bench, Control, Engine, Reading, Scene, Values } from "../lesson";
import { arcReadings, decades, noisy, spectrumOf } from "../measure";
import { STUDY } from "./arc";

const low: Control = { id: "low", symbol: "f_min", unit: "Hz", lower: 0.02, upper: 1e5, scale: "log" };
const high: Control = { id: "high", symbol: "f_max", unit: "Hz", lower: 0.2, upper: 1e6, scale: "log" };
const rate: Control = { id: "rate", symbol: "dR/dt", unit: "kΩ·cm²/h", lower: 0, upper: 400, scale: "linear" };
const lowest: Control = { id: "lowest", symbol: "f_min", unit: "Hz", lower: 0.02, upper: 100, scale: "log" };

const of = (values: Values, id: string): number => values[id] ?? Number.NaN;

/** A fit within a range, beside the truth that made the data. */
function fitScene(engine: Engine, values: Values, circuit: string, truth: number[], arc: number, noise: number, seed: number): Scene {
  const clean = engine.circuitImpedance(circuit, Float64Array.from(truth), STUDY);
  const data = noisy(spectrumOf("data", STUDY, clean.re, clean.im), noise, seed);
  const range: [number, number] = [Math.min(of(values, "low"), of(values, "high")), Math.max(of(values, "low"), of(values, "high"))];
  const scene: Scene = {
    spectra: [
      {
        id: "data", frequency: STUDY, re: data.re, im: data.im, role: "data", points: true,
        masked: [...STUDY].map((f) => f < range[0] || f > range[1]),
      },
    ],
    range: ["low", "high"],
    readings: { truth: { value: arc, unit: "Ω·cm²" }, noise: { value: noise * 100, unit: "%" } },
    geometry: "circuit",
  };
  try {
    const fit = engine.fitArc(data, { range });
    scene.spectra.push({ id: "fit", frequency: fit.fitted.frequency, re: fit.fitted.re, im: fit.fitted.im, role: "fit" });
  } catch {
    // Too few points: the readings stay empty and the finding says so.
    return scene;
  }
  const fitted = arcReadings(engine, data, { range });
  const found = fitted["arc"];
  Object.assign(scene.readings, fitted);
  if (found) {
    scene.readings["vague"] = { value: (100 * (found.error ?? Number.NaN)) / found.value, unit: "%", digits: 2 };
    scene.readings["off"] = { value: (100 * (found.value - arc)) / arc, unit: "%", digits: 2 };
    scene.readings["sigmas"] = { value: Math.abs(found.value - arc) / (found.error ?? Number.NaN), unit: "", digits: 2 };
  }
  return scene;
}

/** One arc with 1 % of noise. */
export const oneArc: Bench = {
  id: "one-arc",
  controls: [low, high],
  start: { low: 0.02, high: 1e6 },
  run: (values, engine) => fitScene(engine, values, "R0-p(R1,CPE1)", [20, 4e4, 2.5e-5, 0.9], 4e4, 0.01, 7),
};

/** Two arcs, fitted as if they were one. */
export const twoArcs: Bench = {
  id: "two-arcs",
  controls: [low, high],
  start: { low: 0.02, high: 1e6 },
  run: (values, engine) => fitScene(engine, values, "R0-p(R1,C1)-p(R2,CPE2)", [20, 6e3, 3e-7, 4e4, 2.5e-5, 0.95], 4e4, 0.005, 11),
};

/** An arc that grows while it is measured: each frequency takes three periods, the lowest ones minutes. */
export const drift: Bench = {
  id: "drift",
  controls: [rate, lowest],
  start: { rate: 0, lowest: 0.02 },
  run: (values, engine) => {
    const frequency = decades(1e5, of(values, "lowest"), 10);
    const re = new Float64Array(frequency.length);
    const im = new Float64Array(frequency.length);
    let seconds = 0;
    frequency.forEach((f, i) => {
      seconds += 3 / f;
      const resistance = 4e4 + (of(values, "rate") * 1e3 * seconds) / 3600;
      const z = engine.circuitImpedance("R0-p(R1,C1)", Float64Array.of(20, resistance, 1.7e-5), Float64Array.of(f));
      re[i] = z.re[0] ?? Number.NaN;
      im[i] = z.im[0] ?? Number.NaN;
    });
    const data = noisy(spectrumOf("sweep", frequency, re, im), 0.002, 5);
    const readings: Record<string, Reading> = {
      minutes: { value: seconds / 60, unit: "min" },
      grown: { value: (of(values, "rate") * seconds) / 3600 / 0.4, unit: "%", digits: 2 },
    };
    try {
      const test = engine.kramersKronig(data);
      const worst = [...test.residualRe, ...test.residualIm].reduce((most, r) => Math.max(most, Math.abs(r)), 0);
      readings["residual"] = { value: 100 * worst, unit: "%", digits: 2 };
      readings["valid"] = { value: { valid: 1, suspect: 0.5, invalid: 0 }[test.verdict], unit: "" };
    } catch {
      // Too few points to test: no verdict, and the finding says so.
    }
    return {
      spectra: [{ id: "data", frequency, re: data.re, im: data.im, role: "data", points: true }],
      readings,
      geometry: "circuit",
    };
  },
};
