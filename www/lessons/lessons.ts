/** All lessons in their order, with the minutes each takes. */
import { arc } from "./content/arc";
import { depressed } from "./content/depressed";
import { doubt } from "./content/doubt";
import { grow } from "./content/grow";
import { peak } from "./content/peak";
import { probe } from "./content/probe";
import { strip } from "./content/strip";
import { thickness } from "./content/thickness";
import { valid } from "./content/valid";
import { who } from "./content/who";
import type { Lesson } from "./lesson";
import type { Shape } from "./progress";

export const LESSONS: readonly (Lesson & { minutes: number })[] = [
  { ...arc, minutes: 7 },
  { ...peak, minutes: 7 },
  { ...depressed, minutes: 7 },
  { ...who, minutes: 8 },
  { ...probe, minutes: 7 },
  { ...thickness, minutes: 9 },
  { ...strip, minutes: 9 },
  { ...doubt, minutes: 8 },
  { ...valid, minutes: 6 },
  { ...grow, minutes: 8 },
];

/** How many choices each question has: what progress read from a link is checked against. */
export const SHAPE: Shape = Object.fromEntries(LESSONS.map(({ id, steps }) => [id, steps.map(({ question }) => question.choices)]));
