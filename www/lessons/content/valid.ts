import { drift } from "../benches/doubt";
import { done, missing, read, type Lesson } from "../lesson";

/** A spectrum is only valid if nothing changes while it is measured: Kramers-Kronig. */
export const valid: Lesson = {
  id: "valid",
  steps: [
    {
      bench: drift,
      start: { rate: 0, lowest: 0.02 },
      controls: ["rate", "lowest"],
      locked: ["lowest"],
      readings: ["grown", "residual", "minutes"],
      plots: "both",
      question: { choices: 3, right: 2 },
      check: (scene) => (read(scene, "valid") < 1 ? done : missing("low")),
      equation: "kramers-kronig",
      solution: { rate: 400 },
    },
    {
      bench: drift,
      start: { rate: 300, lowest: 0.02 },
      controls: ["rate", "lowest"],
      locked: ["rate"],
      readings: ["grown", "residual", "minutes"],
      plots: "both",
      question: { choices: 3, right: 0 },
      check: (scene) => (read(scene, "valid") === 1 ? done : missing(Number.isNaN(read(scene, "valid")) ? "few" : "high")),
      solution: { lowest: 1 },
    },
  ],
};
