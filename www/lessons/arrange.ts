/** What a teacher's link makes of a lesson: words for whole parts, and "arc.2.r" for one control or reading of one step. */
import type { Codec } from "../state/slice";
import type { Lesson, Step } from "./lesson";

/** Parts of every step that a link can leave out. */
export const PARTS = ["predict", "solution", "explain", "next", "list"] as const;
export type Part = (typeof PARTS)[number];

/** A part, or a control or reading by its lesson, step and name. */
export const mark: Codec<string> = {
  fallback: "",
  write: (value) => value,
  read: (text) => ((PARTS as readonly string[]).includes(text) || /^[a-z]+\.\d+\.\w+$/.test(text) ? text : undefined),
};

export const markOf = (lesson: string, step: number, id: string): string => `${lesson}.${step + 1}.${id}`;

/** The lesson as the link wants it: what is hidden is gone and stays as it stands, what is locked is seen and cannot be moved. */
export function arranged<L extends Lesson>(lesson: L, hide: readonly string[], lock: readonly string[]): L {
  if (![...hide, ...lock].some((one) => one.startsWith(`${lesson.id}.`))) return lesson;
  return { ...lesson, steps: lesson.steps.map((step, i): Step => {
    const shown = (id: string) => !hide.includes(markOf(lesson.id, i, id));
    const locked = step.controls.filter((id) => step.locked?.includes(id) || lock.includes(markOf(lesson.id, i, id)));
    return { ...step, controls: step.controls.filter(shown), readings: step.readings.filter(shown), locked };
  }) };
}

/** The controls that the step's own solution needs and that cannot be moved. */
export const stuck = (step: Step): string[] =>
  Object.keys(step.solution).filter((id) => !step.controls.includes(id) || step.locked?.includes(id));
