import { thickness as bench } from "../benches/thickness";
import { pores } from "../benches/film";
import { aim, done, missing, read, type Lesson } from "../lesson";

/** Thickness from capacitance, and why EIS, TEM and FIB-SEM disagree. */
export const thickness: Lesson = {
  id: "thickness",
  steps: [
    {
      bench,
      start: { c: 17, eps: 10 },
      controls: ["c", "eps"],
      locked: ["eps"],
      readings: ["thickness", "capacitance"],
      plots: "chart",
      question: { choices: 3, right: 0 },
      check: (scene) => aim(read(scene, "thickness"), 8, 0.06),
      equation: "thickness",
      solution: { c: 1.107 },
    },
    {
      bench,
      start: { c: 17, eps: 5.5 },
      controls: ["c", "eps"],
      locked: ["c"],
      readings: ["thickness", "capacitance"],
      plots: "chart",
      question: { choices: 3, right: 2 },
      check: (scene) => {
        const d = read(scene, "thickness");
        if (d >= 7 && d <= 10) return done;
        return missing(d < 7 ? "low" : "high");
      },
      equation: "thickness",
      solution: { eps: 160 },
    },
    {
      bench,
      start: { c: 17, eps: 5.5 },
      controls: ["c", "eps"],
      locked: ["eps"],
      readings: ["thickness", "electrode", "electrodeThickness"],
      plots: "chart",
      question: { choices: 3, right: 2 },
      check: (scene) => aim(read(scene, "electrode"), 17, 0.04),
      solution: { c: 8.5 },
    },
    {
      bench: pores,
      start: {},
      controls: ["porousNm", "porosity", "tortuosity"],
      readings: ["pores", "poreShare", "total"],
      plots: "nyquist",
      question: { choices: 3, right: 2 },
      check: (scene) => (read(scene, "pores") >= 50 ? done : missing("low")),
      equation: "pores",
      solution: { porousNm: 500, porosity: 0.05, tortuosity: 100 },
    },
  ],
};
