import { depressed as bench } from "../benches/arc";
import { aim, missing, near, read, done, type Lesson } from "../lesson";

/** Depressed arcs: the constant-phase element, and what Eq. 1 makes of it. */
export const depressed: Lesson = {
  id: "depressed",
  steps: [
    {
      bench,
      start: { r: 4e4, t: 1.7, p: 1 },
      controls: ["p"],
      readings: ["flatness", "arc", "height"],
      plots: "nyquist",
      question: { choices: 3, right: 0 },
      check: (scene) => aim(read(scene, "flatness"), 0.4, 0.025),
      equation: "cpe",
      solution: { p: 0.86 },
    },
    {
      bench,
      start: { r: 4e4, t: 17, p: 0.8 },
      controls: ["r", "t", "p"],
      locked: ["t", "p"],
      readings: ["capacitance", "arc", "peak"],
      plots: "nyquist",
      question: { choices: 3, right: 1 },
      check: (scene) => {
        const start = (4e4 ** (0.2 / 0.8) * 17e-6 ** (1 / 0.8)) * 1e6;
        return aim(read(scene, "capacitance"), 2 * start, 0.06);
      },
      equation: "eq1",
      solution: { r: 6.4e5 },
    },
    {
      bench,
      start: { r: 1.8e5, t: 17, p: 0.93 },
      controls: ["r", "t", "p"],
      locked: ["r", "p"],
      readings: ["peak", "capacitance", "arc"],
      plots: "both",
      question: { choices: 3, right: 2 },
      check: (scene) => {
        if (near(read(scene, "peak"), 0.25, 0.04)) return done;
        return missing(read(scene, "peak") < 0.25 ? "low" : "high");
      },
      equation: "peak",
      solution: { t: 3.65 },
    },
  ],
};
