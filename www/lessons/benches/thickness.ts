/** A capacitance and a permittivity give a thickness: the study's estimate, on a chart with what the microscopes saw. */
import type { Bench, Control, Engine } from "../lesson";
import { arcReadings, spectrumOf } from "../measure";
import { STUDY } from "./arc";

const capacitance: Control = { id: "c", symbol: "C", unit: "µF·cm⁻²", lower: 0.2, upper: 50, scale: "log" };
const permittivity: Control = { id: "eps", symbol: "ε_r", unit: "", lower: 1, upper: 300, scale: "log" };

/** Thickness in nm of the film whose arc has this capacitance: the engine's own fit of that arc. */
function film(engine: Engine, microfarad: number, relativePermittivity: number) {
  const { re, im } = engine.circuitImpedance("R0-p(R1,C1)", Float64Array.of(20, 4e4, microfarad * 1e-6), STUDY);
  return { re, im, readings: arcReadings(engine, spectrumOf("arc", STUDY, re, im), { relativePermittivity }) };
}

export const thickness: Bench = {
  id: "thickness",
  controls: [capacitance, permittivity],
  start: { c: 17, eps: 10 },
  run: (values, engine) => {
    const c = values["c"] ?? 17;
    const eps = values["eps"] ?? 10;
    const { re, im, readings } = film(engine, c, eps);
    // d C is one number for one permittivity: the line through this point.
    const product = (readings["thickness"]?.value ?? Number.NaN) * c;
    const x = Float64Array.from({ length: 41 }, (_, i) => 0.2 * 250 ** (i / 40));
    return {
      spectra: [{ id: "arc", frequency: STUDY, re, im, role: "ink" }],
      chart: {
        id: "thickness",
        x: { text: "capacitance", unit: "µF·cm⁻²", scale: "log" },
        y: { text: "thickness", unit: "nm", scale: "log" },
        traces: [
          { id: "line", x, y: x.map((one) => product / one), role: "ink" },
          { id: "tem-low", x: Float64Array.of(0.2, 50), y: Float64Array.of(7, 7), role: "paper" },
          { id: "tem-high", x: Float64Array.of(0.2, 50), y: Float64Array.of(10, 10), role: "paper" },
          { id: "yours", x: Float64Array.of(c), y: Float64Array.of(product / c), role: "anti-sei", points: true },
        ],
        handle: "c",
      },
      readings: {
        ...readings,
        capacitance: { value: c, unit: "µF·cm⁻²" },
        // Two equal films in series: each has twice the capacitance of the cell, and half the thickness follows from it.
        electrode: { value: 2 * c, unit: "µF·cm⁻²" },
        electrodeThickness: { value: product / (2 * c), unit: "nm" },
      },
      geometry: "symmetric",
    };
  },
};
