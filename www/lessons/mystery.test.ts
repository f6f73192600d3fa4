import { readFileSync } from "node:fs";
import * as wasm from "interphase";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "./lesson";
import { arcReadings } from "./measure";
import { BOUNDS, draw, grade, measurement, NOISE, QUANTITIES, read, write } from "./mystery";
import { uniform } from "./noise";

const engine = wasm as unknown as Engine;
beforeAll(() => {
  wasm.initSync({ module: readFileSync("target/pkg/interphase_bg.wasm") });
});

describe("the link", () => {
  it("gives back the cell, for any seed, kind, noise and question", () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const asked = QUANTITIES.filter((_, i) => (seed >> i) & 1);
      const cell = draw(seed * 7919, seed % 3 === 0 ? "sei" : seed % 3 === 1 ? "anti-sei" : "random", NOISE[seed % NOISE.length]!, asked);
      expect(read(write(cell))).toEqual(cell);
      expect(cell.hidden).toEqual(asked);
      for (const name of ["arc", "capacitance", "exponent"] as const) {
        expect(cell[name]).toBeGreaterThanOrEqual(BOUNDS[name].lower);
        expect(cell[name]).toBeLessThanOrEqual(BOUNDS[name].upper);
      }
    }
  });

  it("is short and does not show the numbers", () => {
    const text = write(draw(1, "sei", 1, QUANTITIES));
    expect(text).toMatch(/^[\w-]{19}$/);
    expect(text).not.toContain("sei");
  });

  it("can only hold values within the bounds, and refuses what was damaged", () => {
    const next = uniform(3);
    const good = write(draw(5, "random", 0.5, QUANTITIES));
    let accepted = 0;
    for (let i = 0; i < 3000; i += 1) {
      const at = Math.floor(next() * good.length);
      const text = good.slice(0, at) + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[Math.floor(next() * 64)] + good.slice(at + 1);
      const cell = read(text);
      if (!cell || text === good) continue;
      accepted += 1;
      expect(cell.arc).toBeGreaterThanOrEqual(BOUNDS.arc.lower);
      expect(cell.arc).toBeLessThanOrEqual(BOUNDS.arc.upper);
      expect(cell.exponent).toBeLessThanOrEqual(1);
    }
    expect(accepted).toBeLessThan(60);
    for (const text of ["", "a", "!", good.slice(1), `${good}A`, "A".repeat(40), "ä".repeat(19)]) expect(read(text)).toBeUndefined();
  });
});

describe("the cell", () => {
  it("is found by the study's own protocol, and the page agrees", () => {
    let agrees = 0;
    let graded = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const mystery = draw(seed, "random", 0.5, QUANTITIES);
      const fit = arcReadings(engine, measurement(mystery, engine, false));
      for (const name of ["arc", "capacitance", "exponent"] as const) {
        const { verdict, relative } = grade({ value: fit[name]!.value, error: fit[name]!.error! }, mystery[name]);
        graded += 1;
        if (verdict === "agrees") agrees += 1;
        expect(Math.abs(relative), `${name} of ${seed}`).toBeLessThan(0.05);
      }
    }
    // Two standard errors hold nineteen times out of twenty; the film's own small arc costs a little more.
    expect(agrees / graded).toBeGreaterThan(0.75);
  });

  it("falls with polysulfide if and only if electrons cross the film", () => {
    for (const kind of ["sei", "anti-sei"] as const) {
      const mystery = draw(9, kind, 0, QUANTITIES);
      const size = (polysulfide: boolean) => Math.max(...measurement(mystery, engine, polysulfide).re);
      const drop = size(false) / size(true);
      if (kind === "sei") expect(drop).toBeCloseTo(1, 6);
      else expect(drop).toBeGreaterThan(10);
    }
  });

  it("is measured alike by everyone, and not twice alike", () => {
    const mystery = draw(11, "random", 1, QUANTITIES);
    expect(measurement(mystery, engine, false).re).toEqual(measurement(mystery, engine, false).re);
    expect(measurement(draw(12, "random", 1, QUANTITIES), engine, false).re).not.toEqual(measurement(mystery, engine, false).re);
  });
});

describe("the grade", () => {
  it.each([
    [{ value: 101, error: 1 }, "agrees"],
    [{ value: 130, error: 40 }, "vague"],
    [{ value: 104, error: 0.5 }, "close"],
    [{ value: 104 }, "close"],
    [{ value: 104, error: 0 }, "close"],
    [{ value: 150, error: 5 }, "off"],
    [{ value: 150 }, "off"],
    [{ value: -100, error: 1 }, "off"],
    [{ value: Number.NaN }, "off"],
  ])("of %o is %s", (answer, verdict) => {
    expect(grade(answer, 100).verdict).toBe(verdict);
  });
});
