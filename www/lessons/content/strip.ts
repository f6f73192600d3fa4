import { overCurrent, overTime } from "../benches/current";
import { done, missing, near, read, type Lesson } from "../lesson";

/** Stripping against plating: through the film or on top of it. */
export const strip: Lesson = {
  id: "strip",
  steps: [
    {
      bench: overTime,
      start: { current: 0.3 },
      controls: ["current"],
      readings: ["uncracked", "stripBefore", "stripAfter"],
      plots: "chart",
      question: { choices: 3, right: 2 },
      check: (scene) => (read(scene, "uncracked") < 1 ? done : missing("high")),
      solution: { current: 8e-4 },
    },
    {
      bench: overTime,
      start: { current: 0.3, time: 0.3 },
      controls: ["current", "time"],
      readings: ["activation", "charge", "stripBefore", "stripAfter"],
      plots: "chart",
      question: { choices: 3, right: 1 },
      check: (scene, values) => {
        const time = values["time"] ?? 0;
        const activation = read(scene, "activation");
        if (!near(time, activation, 0.08)) return missing(time < activation ? "early" : "late");
        return (values["current"] ?? 0) >= 3 ? done : missing("current");
      },
      equation: "stripping",
      solution: { current: 3, time: 0.91 },
    },
    {
      bench: overCurrent,
      start: { current: 0.3 },
      controls: ["current"],
      readings: ["plating", "current"],
      plots: "chart",
      question: { choices: 3, right: 2 },
      check: (scene) => (read(scene, "plating") > 0.7 ? done : missing("low")),
      equation: "plating",
      solution: { current: 9.9 },
    },
    {
      bench: overCurrent,
      start: { current: 10 },
      controls: ["current"],
      readings: ["asymmetry", "plating", "stripAfter"],
      plots: "chart",
      question: { choices: 3, right: 1 },
      check: (scene) => (read(scene, "asymmetry") >= 5 ? done : missing("low")),
      solution: { current: 0.4 },
    },
  ],
};
