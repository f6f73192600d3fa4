/** A student walks through every lesson with the real engine: nothing is done at the start, the solution is, everything else gets a sentence. */
import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import * as wasm from "interphase";
import { beforeAll, describe, expect, it } from "vitest";
import { missing, settle, type Engine, type Finding, type Step, type Values } from "./lesson";
import { LESSONS, SHAPE } from "./lessons";
import { equation } from "../model/equations";

const english = readFileSync("www/texts/en/lessons.ftl", "utf8");
const bundle = new FluentBundle("en", { useIsolating: false });
bundle.addResource(new FluentResource(english));
const has = (id: string) => bundle.hasMessage(id);
const engine = wasm as unknown as Engine;

beforeAll(() => {
  wasm.initSync({ module: readFileSync("target/pkg/interphase_bg.wasm") });
});

const steps = LESSONS.flatMap((lesson) => lesson.steps.map((step, i) => ({ name: `${lesson.id}-${i + 1}`, step })));

function look(step: Step, moved: Values): Finding & { readings: string[] } {
  const values = settle(step, moved);
  const scene = step.bench.run(values, engine);
  return { ...step.check(scene, values), readings: Object.keys(scene.readings) };
}

/** Positions a student may try: every free control alone and together at eleven places of its range. */
function* attempts(step: Step): Generator<Values> {
  const free = step.bench.controls.filter(({ id }) => step.controls.includes(id) && !step.locked?.includes(id));
  const at = (i: number, { lower, upper, scale }: (typeof free)[number]) =>
    scale === "log" ? lower * (upper / lower) ** (i / 10) : lower + (upper - lower) * (i / 10);
  for (let i = 0; i <= 10; i += 1) {
    yield Object.fromEntries(free.map((control) => [control.id, at(i, control)]));
    for (const control of free) yield { [control.id]: at(i, control) };
  }
}

describe.each(steps)("$name", ({ name, step }) => {
  it("is not done at the start", () => {
    expect(look(step, {}).done).toBe(false);
  });

  it("is done by its solution, with controls that can be moved", () => {
    for (const id of Object.keys(step.solution)) {
      expect(step.controls, id).toContain(id);
      expect(step.locked ?? [], id).not.toContain(id);
    }
    expect(look(step, step.solution)).toMatchObject({ done: true });
  });

  it("answers every attempt with a sentence that exists", () => {
    for (const moved of attempts(step)) {
      const found = look(step, moved);
      if (!found.done) expect(has(`lesson-${name}-${found.missing}`), `${found.missing} at ${JSON.stringify(moved)}`).toBe(true);
    }
  });

  it("shows readings that the bench gives, and says everything", () => {
    const { readings } = look(step, step.solution);
    for (const id of step.readings) {
      expect(readings).toContain(id);
      expect(has(`lessons-read-${id}`), id).toBe(true);
    }
    for (const { id } of step.bench.controls.filter((one) => step.controls.includes(one.id))) expect(has(`lessons-control-${id}`), id).toBe(true);
    if (step.equation !== undefined) expect(equation(step.equation), step.equation).toBeDefined();
    for (const key of ["say", "ask", "task", "explain", ..."abcd".slice(0, step.question.choices)]) expect(has(`lesson-${name}-${key}`), key).toBe(true);
    expect(step.question.right).toBeLessThan(step.question.choices);
  });

  it("speaks only of numbers that the bench gives", () => {
    const values = settle(step, step.solution);
    const known = new Set([...Object.keys(step.bench.run(values, engine).readings), ...step.bench.controls.map(({ id }) => id)]);
    const block = english.split("\n").filter((line) => line.startsWith(`lesson-${name}-`)).join("\n");
    for (const [, variable] of block.matchAll(/\{ \$(\w+) \}/g)) expect(known, `${name}: ${variable}`).toContain(variable);
  });
});

it("a control out of its bounds, or locked, or foreign, changes nothing it should not", () => {
  const step = LESSONS[0]!.steps[1]!;
  expect(settle(step, { r: 1e30, rs: 400, nonsense: 3 })).toEqual({ ...settle(step, {}), r: 1e7 });
  expect(settle(step, { r: Number.NaN })).toEqual(settle(step, {}));
});

it("every lesson has a title, an aim, a note for the teacher, and five to ten minutes", () => {
  expect(LESSONS.length).toBeGreaterThanOrEqual(8);
  for (const { id, minutes, steps: all } of LESSONS) {
    for (const key of ["title", "aim", "mistakes"]) expect(has(`lesson-${id}-${key}`), `${id} ${key}`).toBe(true);
    expect(minutes).toBeGreaterThanOrEqual(5);
    expect(minutes).toBeLessThanOrEqual(10);
    expect(SHAPE[id]).toHaveLength(all.length);
  }
});

it("says what is missing by name", () => {
  expect(missing("low")).toEqual({ done: false, missing: "low" });
});

it("takes a range in which the second arc has only made the error bar wide for what it is", () => {
  const { step } = steps.find(({ name }) => name === "doubt-3")!;
  expect(look(step, { low: 0.02, high: 80 })).toMatchObject({ done: false, missing: "misfit" });
  expect(look(step, { low: 0.02, high: 2 }).done).toBe(true);
});
