import { expect, it } from "vitest";
import { LESSONS, SHAPE } from "./lessons";
import { uniform } from "./noise";
import { doneCount, readProgress, record, withRecord, writeProgress, type Progress } from "./progress";

it("comes back as it was, whatever was done", () => {
  const next = uniform(7);
  for (let round = 0; round < 200; round += 1) {
    let progress: Progress = {};
    for (const { id, steps } of LESSONS) {
      steps.forEach(({ question }, i) => {
        if (next() < 0.5) return;
        progress = withRecord(progress, id, i, { done: next() < 0.5, answer: next() < 0.3 ? null : Math.floor(next() * question.choices) });
      });
    }
    const read = readProgress(writeProgress(progress), SHAPE);
    for (const { id, steps } of LESSONS) steps.forEach((_, i) => expect(record(read, id, i)).toEqual(record(progress, id, i)));
  }
});

it("is short enough for a link, and empty for nobody", () => {
  let progress: Progress = {};
  for (const { id, steps } of LESSONS) steps.forEach((_, i) => (progress = withRecord(progress, id, i, { done: true, answer: 2 })));
  expect(writeProgress(progress).length).toBeLessThan(150);
  expect(writeProgress({})).toBe("");
  expect(doneCount(progress, "arc")).toBe(4);
});

it.each(["nonsense", "arc", "arc-", "arc-zzzzzzzzzz", "__proto__-1", "constructor-5", "arc-€%&", "-.-.-", "x".repeat(10_000), "arc-5".repeat(500)])("takes nothing from %s but what a lesson can have", (text) => {
  const read = readProgress(text, SHAPE);
  for (const [id, steps] of Object.entries(read)) {
    expect(Object.keys(SHAPE)).toContain(id);
    expect(steps.length).toBeLessThanOrEqual(SHAPE[id]!.length);
    steps.forEach(({ answer }, i) => expect(answer === null || (answer >= 0 && answer < SHAPE[id]![i]!)).toBe(true));
  }
  expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
});
