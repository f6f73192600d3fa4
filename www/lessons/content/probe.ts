import { probe as bench } from "../benches/film";
import { done, missing, read, type Lesson } from "../lesson";

/** Why adding polysulfide tells. */
export const probe: Lesson = {
  id: "probe",
  steps: [
    {
      bench,
      start: { electronicTransference: 1, polysulfideMolPerL: 0 },
      controls: ["polysulfideMolPerL"],
      readings: ["before", "total", "drop", "peak"],
      plots: "bode",
      question: { choices: 3, right: 1 },
      check: (scene) => (read(scene, "drop") > 100 ? done : missing("low")),
      equation: "polysulfide",
      solution: { polysulfideMolPerL: 0.1 },
    },
    {
      bench,
      start: { electronicTransference: 0, polysulfideMolPerL: 0 },
      controls: ["polysulfideMolPerL"],
      readings: ["before", "total", "drop", "te"],
      plots: "bode",
      question: { choices: 3, right: 2 },
      check: (_, values) => ((values["polysulfideMolPerL"] ?? 0) > 0.099 ? done : missing("low")),
      solution: { polysulfideMolPerL: 0.1 },
    },
    {
      bench,
      start: { electronicTransference: 0, polysulfideMolPerL: 0.1 },
      controls: ["electronicTransference", "polysulfideMolPerL"],
      locked: ["polysulfideMolPerL"],
      readings: ["drop", "te", "total"],
      plots: "bode",
      question: { choices: 3, right: 0 },
      check: (scene) => {
        if (read(scene, "drop") > 100) return done;
        return missing(read(scene, "drop") > 1.5 ? "some" : "none");
      },
      equation: "transference",
      solution: { electronicTransference: 0.5 },
    },
  ],
};
