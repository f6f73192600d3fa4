/**
 * How far someone is, as a few characters of the link: nothing is stored and nothing is sent.
 * `arc-5b1.peak-2` means: in lesson "arc" three steps were touched, in "peak" one. Each step is one base-36 digit:
 * twice the chosen answer (0 none, 1 first, 2 second …) plus 1 if its task was done.
 */

/** What is kept of one step. `answer` counts from 0; null: none given yet. */
export interface StepRecord {
  answer: number | null;
  done: boolean;
}
/** By lesson id, its steps in order. */
export type Progress = Readonly<Record<string, readonly StepRecord[]>>;
/** By lesson id, how many choices each step's question has (0: no question): the bounds for reading. */
export type Shape = Readonly<Record<string, readonly number[]>>;

export const untouched: StepRecord = { answer: null, done: false };

export function record(progress: Progress, lesson: string, step: number): StepRecord {
  return progress[lesson]?.[step] ?? untouched;
}

export function withRecord(progress: Progress, lesson: string, step: number, change: Partial<StepRecord>): Progress {
  const steps = [...(progress[lesson] ?? [])];
  while (steps.length <= step) steps.push(untouched);
  steps[step] = { ...(steps[step] ?? untouched), ...change };
  return { ...progress, [lesson]: steps };
}

export function doneCount(progress: Progress, lesson: string): number {
  return (progress[lesson] ?? []).filter((step) => step.done).length;
}

export function writeProgress(progress: Progress): string {
  return Object.entries(progress)
    .map(([lesson, steps]) => [lesson, steps.map(digit).join("").replace(/0+$/, "")] as const)
    .filter(([, digits]) => digits !== "")
    .map(([lesson, digits]) => `${lesson}-${digits}`)
    .join(".");
}

/** Reads what `writeProgress` wrote. Unknown lessons, surplus steps and impossible answers are dropped: a link is only data. */
export function readProgress(text: string, shape: Shape): Progress {
  const progress: Record<string, StepRecord[]> = {};
  for (const part of text.slice(0, 400).split(".")) {
    const [lesson = "", digits = ""] = part.split("-");
    if (!Object.hasOwn(shape, lesson)) continue;
    const choices = shape[lesson] ?? [];
    const steps = [...digits].slice(0, choices.length).map((character, i) => {
      const value = /^[0-9a-z]$/.test(character) ? Number.parseInt(character, 36) : 0;
      const answer = Math.floor(value / 2);
      return { answer: answer > 0 && answer <= (choices[i] ?? 0) ? answer - 1 : null, done: value % 2 === 1 };
    });
    if (steps.some((step) => step.done || step.answer !== null)) progress[lesson] = steps;
  }
  return progress;
}

function digit(step: StepRecord): string {
  return ((step.answer === null ? 0 : step.answer + 1) * 2 + (step.done ? 1 : 0)).toString(36);
}
