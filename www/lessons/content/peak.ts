import { ideal } from "../benches/arc";
import { sitesBench } from "../benches/film";
import { done, missing, near, read, type Lesson } from "../lesson";

/** R, C and the peak: f = 1/(2 pi R C), and which of the two grew. */
export const peak: Lesson = {
  id: "peak",
  steps: [
    {
      bench: ideal,
      start: { rs: 20, r: 4e4, c: 17 },
      controls: ["r", "c"],
      locked: ["r"],
      readings: ["peak", "capacitance", "arc"],
      plots: "both",
      question: { choices: 3, right: 1 },
      check: (scene) => (read(scene, "peak") < 0.1 ? done : missing("high")),
      equation: "arc",
      solution: { c: 60 },
    },
    {
      bench: ideal,
      start: { rs: 20, r: 4e4, c: 17 },
      controls: ["r", "c"],
      readings: ["peak", "arc", "capacitance"],
      plots: "both",
      question: { choices: 3, right: 1 },
      check: (scene) => {
        if (read(scene, "arc") < 1.9e5) return missing("small");
        const start = 1 / (2 * Math.PI * 4e4 * 17e-6);
        if (near(read(scene, "peak"), start, 0.07)) return done;
        return missing(read(scene, "peak") < start ? "slow" : "fast");
      },
      equation: "arc",
      solution: { r: 2e5, c: 3.4 },
    },
    {
      bench: sitesBench,
      start: { activeShare: 1 },
      controls: ["activeShare"],
      readings: ["arc", "capacitance", "peak"],
      plots: "both",
      question: { choices: 3, right: 0 },
      check: (scene) => (read(scene, "arc") >= 3.8e5 ? (read(scene, "arc") <= 4.2e5 ? done : missing("high")) : missing("low")),
      equation: "charge-transfer",
      solution: { activeShare: 0.09 },
    },
  ],
};
