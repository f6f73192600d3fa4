/** The words of lessons and of the Model page, brought when they are first wanted, and how numbers stand in them. */
import { quantity, quantityWithError } from "../state/format";
import { t, type Part } from "../state/texts";
import type { Control, Reading, Scene, Values } from "./lesson";

export const LESSON_WORDS: Part = {
  en: async () => (await import("../texts/en/lessons.ftl?raw")).default,
  de: async () => (await import("../texts/de/lessons.ftl?raw")).default,
};
export const MODEL_WORDS: Part = {
  en: async () => (await import("../texts/en/model.ftl?raw")).default,
  de: async () => (await import("../texts/de/model.ftl?raw")).default,
};

export function readingText({ value, unit, digits = 3, error }: Reading): string {
  return error !== undefined && error > 0 ? quantityWithError(value, error, unit) : quantity(value, unit, digits, false);
}

/** Every number on the bench, spelled out, for the sentences of a step: readings and controls by their ids. */
export function variables(scene: Scene, controls: readonly Control[], values: Values): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { id, unit } of controls) words[id] = quantity(values[id] ?? Number.NaN, unit, 3, false);
  for (const [id, reading] of Object.entries(scene.readings)) words[id] = quantity(reading.value, reading.unit, reading.digits ?? 3, false);
  return words;
}

export const stepText = (lesson: string, step: number, key: string, words: Record<string, string> = {}): string => t(`lesson-${lesson}-${step + 1}-${key}`, words);
