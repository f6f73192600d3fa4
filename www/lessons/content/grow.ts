import { growth } from "../benches/film";
import { done, missing, read, type Finding, type Lesson, type Scene } from "../lesson";

/** 400 kΩ·cm², the operando arc after an hour (Fig. 5g). */
function grown(scene: Scene): Finding {
  const before = read(scene, "before");
  if (before < 3.8e5) return missing("low");
  return before > 4.2e5 ? missing("high") : done;
}

/** Grow the arc in two ways and see which of them polysulfide undoes. */
export const grow: Lesson = {
  id: "grow",
  steps: [
    {
      bench: growth,
      start: {},
      controls: ["activeShare"],
      readings: ["total", "transfer", "film"],
      plots: "bode",
      question: { choices: 3, right: 1 },
      check: grown,
      equation: "charge-transfer",
      solution: { activeShare: 0.448 },
    },
    {
      bench: growth,
      start: {},
      controls: ["fixedResistanceOhmCm2"],
      readings: ["total", "transfer", "film", "filmPeak"],
      plots: "bode",
      question: { choices: 3, right: 0 },
      check: grown,
      equation: "film-resistance",
      solution: { fixedResistanceOhmCm2: 1.24e5 },
    },
    {
      bench: growth,
      start: { polysulfideMolPerL: 0.1 },
      controls: ["activeShare", "fixedResistanceOhmCm2", "polysulfideMolPerL"],
      locked: ["polysulfideMolPerL"],
      readings: ["before", "total", "drop", "film"],
      plots: "bode",
      question: { choices: 3, right: 0 },
      check: (scene) => {
        const size = grown(scene);
        if (!size.done) return size;
        return read(scene, "drop") > 100 ? done : missing("film");
      },
      solution: { activeShare: 0.448 },
    },
  ],
};
