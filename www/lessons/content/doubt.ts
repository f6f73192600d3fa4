import { oneArc, twoArcs } from "../benches/doubt";
import { done, missing, read, type Lesson } from "../lesson";

/** Fit your own data and doubt it. */
export const doubt: Lesson = {
  id: "doubt",
  steps: [
    {
      bench: oneArc,
      start: { low: 5, high: 1e6 },
      controls: ["low", "high"],
      readings: ["arc", "vague", "capacitance", "truth"],
      plots: "both",
      question: { choices: 3, right: 1 },
      check: (scene) => {
        if (Number.isNaN(read(scene, "arc"))) return missing("few");
        if (read(scene, "vague") > 5) return missing("vague");
        return Math.abs(read(scene, "off")) <= 5 ? done : missing("off");
      },
      equation: "chi-square",
      solution: { low: 0.02, high: 1e6 },
    },
    {
      bench: oneArc,
      start: { low: 0.02, high: 1e6 },
      controls: ["low", "high"],
      locked: ["high"],
      readings: ["arc", "vague", "truth"],
      plots: "both",
      question: { choices: 3, right: 2 },
      check: (scene) => {
        if (Number.isNaN(read(scene, "arc"))) return missing("few");
        return read(scene, "vague") >= 10 ? done : missing("sure");
      },
      solution: { low: 8 },
    },
    {
      bench: twoArcs,
      start: { low: 0.02, high: 1e6 },
      controls: ["low", "high"],
      readings: ["arc", "sigmas", "truth", "chi"],
      plots: "both",
      question: { choices: 3, right: 1 },
      check: (scene) => {
        if (Number.isNaN(read(scene, "arc"))) return missing("few");
        if (read(scene, "vague") > 10) return missing("vague");
        if (read(scene, "sigmas") > 2) return missing("biased");
        // A misfit widens the error bar until it holds anything; the noise alone gives the square of its 0.5 %.
        return read(scene, "chi") < 1e-4 ? done : missing("misfit");
      },
      solution: { low: 0.02, high: 3 },
    },
  ],
};
