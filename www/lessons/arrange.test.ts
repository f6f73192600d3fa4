import { expect, it } from "vitest";
import { arranged, mark, stuck } from "./arrange";
import { settle } from "./lesson";
import { LESSONS } from "./lessons";

const arc = LESSONS[0]!;

it("locks and hides single controls and readings of a step, and leaves the other steps as they are", () => {
  const lesson = arranged(arc, ["arc.2.rs", "arc.2.height"], ["arc.2.r", "arc.3.nonsense"]);
  const step = lesson.steps[1]!;
  expect(step.controls).toEqual(["r"]);
  expect(step.readings).toEqual(["left", "right"]);
  expect(settle(step, { r: 777, rs: 77 }), "nothing moves them").toEqual(settle(arc.steps[1]!, {}));
  expect(stuck(step)).toEqual(["r"]);
  expect(lesson.steps[0]).toEqual({ ...arc.steps[0], locked: [] });
  expect(arranged(arc, ["predict", "peak.1.c"], []), "nothing of this lesson").toBe(arc);
});

it("never unlocks what the lesson itself locks, and no lesson is stuck as it stands", () => {
  expect(arranged(arc, [], ["arc.2.r"]).steps[1]!.locked).toEqual(["rs", "r"]);
  for (const { id, steps } of LESSONS) steps.forEach((step, i) => expect(stuck(step), `${id}.${i + 1}`).toEqual([]));
});

it.each(["", "Predict", "arc", "arc.2", "arc..r", "arc.x.r", "__proto__", "arc.2.r.s", "<b>"])("no mark: %s", (text) => expect(mark.read(text)).toBeUndefined());
it.each(["next", "list", "arc.2.rs", "grow.3.fixedResistanceOhmCm2"])("a mark: %s", (text) => expect(mark.read(text)).toBe(text));
