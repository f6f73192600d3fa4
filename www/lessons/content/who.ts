import { paths, twin } from "../benches/film";
import { done, missing, read, type Lesson } from "../lesson";

/** SEI or not: who carries the current, and why the spectrum alone does not say. */
export const who: Lesson = {
  id: "who",
  steps: [
    {
      bench: paths,
      start: {},
      controls: ["ionicResistanceOhmCm2", "fixedResistanceOhmCm2"],
      locked: ["fixedResistanceOhmCm2"],
      readings: ["te", "film", "total"],
      plots: "bode",
      question: { choices: 3, right: 1 },
      check: (scene) => (read(scene, "te") < 0.5 ? done : missing("high")),
      equation: "transference",
      solution: { ionicResistanceOhmCm2: 500 },
    },
    {
      bench: twin,
      start: {},
      controls: ["ionicResistanceOhmCm2", "fixedResistanceOhmCm2"],
      locked: ["fixedResistanceOhmCm2"],
      readings: ["apart", "te", "film"],
      plots: "bode",
      question: { choices: 3, right: 2 },
      check: (scene, values) => {
        if (read(scene, "apart") <= 2) return done;
        return missing((values["ionicResistanceOhmCm2"] ?? 0) > 1996 ? "high" : "low");
      },
      solution: { ionicResistanceOhmCm2: 1996 },
    },
    {
      bench: paths,
      start: { ionicResistanceOhmCm2: 1e6, fixedResistanceOhmCm2: 2000 },
      controls: ["ionicResistanceOhmCm2", "fixedResistanceOhmCm2"],
      readings: ["te", "film", "transfer", "total"],
      plots: "bode",
      question: { choices: 3, right: 2 },
      // A classic SEI: ions cross easily, electrons practically not.
      check: (scene, values) => {
        if ((values["fixedResistanceOhmCm2"] ?? 0) < 1e6) return missing("leaky");
        if ((values["ionicResistanceOhmCm2"] ?? 0) < 37 || (values["ionicResistanceOhmCm2"] ?? 0) > 75) return missing("ions");
        return read(scene, "te") < 0.01 ? done : missing("leaky");
      },
      equation: "film-resistance",
      solution: { ionicResistanceOhmCm2: 50, fixedResistanceOhmCm2: 1e7 },
    },
  ],
};
