import { ideal } from "../benches/arc";
import { aim, done, missing, near, read, type Lesson } from "../lesson";

/** What an arc is: where it begins, where it ends, where its frequencies are. */
export const arc: Lesson = {
  id: "arc",
  steps: [
    {
      bench: ideal,
      start: { rs: 20, r: 100, c: 20 },
      controls: ["rs"],
      readings: ["left", "right"],
      plots: "nyquist",
      question: { choices: 3, right: 0 },
      check: (scene) => aim(read(scene, "left"), 50, 0.05),
      solution: { rs: 50 },
    },
    {
      bench: ideal,
      start: { rs: 50, r: 100, c: 20 },
      controls: ["rs", "r"],
      locked: ["rs"],
      readings: ["left", "right", "height"],
      plots: "nyquist",
      question: { choices: 3, right: 1 },
      check: (scene, values) => {
        if (near(values["r"] ?? 0, 300, 0.02)) return missing("width");
        return aim(read(scene, "right"), 300, 0.03);
      },
      equation: "arc",
      solution: { r: 250 },
    },
    {
      bench: ideal,
      start: { rs: 50, r: 250, c: 20, f: 1e4 },
      controls: ["f"],
      readings: ["markerRe", "markerIm"],
      plots: "both",
      question: { choices: 3, right: 0 },
      check: (scene, values) => aim(values["f"] ?? 0, read(scene, "peak"), 0.15),
      equation: "arc",
      solution: { f: 31.8 },
    },
    {
      bench: ideal,
      start: { rs: 50, r: 250, c: 20 },
      controls: ["r"],
      readings: ["right", "height"],
      plots: "nyquist",
      question: { choices: 3, right: 1 },
      // The peak frequency 1/(2 pi R C) has left the measurement at 20 mHz.
      check: (_, values) => ((values["r"] ?? 0) * 20e-6 * 2 * Math.PI * 0.02 > 1 ? done : missing("low")),
      solution: { r: 1e6 },
    },
  ],
};
