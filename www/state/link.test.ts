import { describe, expect, it } from "vitest";
import type { Parameter, Presets } from "../engine";
import { cellOf, packData, readLink, unpackData, writeLink, type Known } from "./link";
import { flag, listOf, numberIn, oneOf, Slice, words } from "./slice";
import type { DataSet, State } from "./store";

const row = (name: string, lower: number, upper: number, value: number) => ({ name, lower, upper, default: value, unit: "", scale: "linear" }) as Parameter;
const known: Known = {
  parameters: [
    row("thicknessNm", 0.5, 10, 8), row("rateCmPerS", 1e-13, 1e-2, 4.62e-9),
    { ...row("transport", 0, 1, 0), default: "simmons", choices: [{ id: "simmons", description: "" }, { id: "wkb", description: "" }] } as Parameter,
  ],
  presets: [{ id: "a", cell: { thicknessNm: 8 } }, { id: "b", cell: { thicknessNm: 2, transport: "wkb" } }] as unknown as Presets,
  views: ["explore", "map"],
  start: "a",
};
const base: State = {
  view: "explore", preset: "a", cell: cellOf(known, "a"), data: [], locked: [], hidden: [], theme: "auto", language: "auto", slices: {}, sights: {},
};
const slice = new Slice("map", {
  law: oneOf("simmons", "wkb"), grid: flag(true), x: numberIn(-5, 5, 0.5), note: words(), list: listOf(numberIn(0, 1, 0)),
});

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number) {
  let s = seed;
  const next = () => ((s = (s * 1664525 + 1013904223) >>> 0) / 2 ** 32);
  return { next, pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}

function anyState(seed: number): State {
  const { next, pick } = random(seed);
  const preset = pick(known.presets).id;
  const cell = { ...cellOf(known, preset) };
  if (next() < 0.7) cell["thicknessNm"] = 0.5 + 9.5 * next();
  if (next() < 0.7) cell["rateCmPerS"] = 10 ** (-13 + 11 * next());
  if (next() < 0.5) cell["transport"] = pick(["simmons", "wkb"]);
  let state: State = {
    ...base, preset, cell, view: pick(known.views), theme: pick(["auto", "dark", "projector"] as const), language: pick(["auto", "de"]),
    locked: next() < 0.3 ? ["thicknessNm", "rateCmPerS"] : [], hidden: next() < 0.3 ? ["transport"] : [],
  };
  const ends = (): [number, number] => [-(10 ** (6 * next() - 3)), 10 ** (30 * next() - 15)];
  if (next() < 0.5) {
    state = { ...state, sights: { "explore.nyquist": { range: { x: ends(), y: [ends()] }, table: true }, "map.series-h2": { range: { x: ends(), y: pick([[], [ends(), ends(), ends()]]) }, off: [pick(["main", "d-1", "ü &"]), "b"] } } };
  }
  if (next() < 0.7) {
    const text = [...Array(5)].map(() => pick(["a", "ü", "&", "=", "%", "#", " ", "<b>", "?", ".", ","])).join("");
    state = { ...state, ...slice.patch(state, { law: pick(["simmons", "wkb"]), grid: next() < 0.5, x: 10 * next() - 5, note: text, list: [next(), next()] }) };
  }
  return state;
}

describe("a state and its link", () => {
  it("come back the same, whatever the state", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const state = anyState(seed);
      const link = writeLink(state, known);
      expect(link, `seed ${seed}`).toMatch(/^#v1\/[a-z]+(\?[\x21-\x7e]+)?$/);
      const read = readLink(link, base, known);
      expect(read.warnings, `seed ${seed}`).toEqual([]);
      expect({ ...read.state, slices: 0 }, `seed ${seed}`).toEqual({ ...state, slices: 0 });
      expect(slice.of(read.state), `seed ${seed}`).toEqual(slice.of(state));
    }
  });

  it("says only what differs from the preset", () => {
    expect(writeLink(base, known)).toBe("#v1/explore");
    expect(writeLink({ ...base, cell: { ...base.cell, thicknessNm: 9 } }, known)).toBe("#v1/explore?thicknessNm=9");
    expect(writeLink({ ...base, ...slice.patch(base, { x: 1, law: "simmons" }) }, known)).toBe("#v1/explore?map.x=1");
  });

  it.each([
    ["#v1/explore?thicknessNm=99", "link-out-of-range"], ["#v1/explore?thicknessNm=NaN", "link-out-of-range"], ["#v1/explore?thicknessNm=", "link-out-of-range"],
    ["#v1/explore?transport=magic", "link-out-of-range"], ["#v1/explore?colour=red", "link-unknown-key"], ["#v1/nowhere", "link-unknown-view"],
    ["#v1/explore?preset=z", "link-unknown-preset"], ["#v9/explore", "link-newer"], ["#hello", "link-unreadable"],
    ["#v1/explore?__proto__=1", "link-unknown-key"], ["#v1/explore?zoom.__proto__.x=0,1,0,1", "link-unknown-key"],
    ["#v1/explore?zoom.explore.__proto__=0,1,0,1", "link-unknown-key"], ["#v1/explore?zoom.explore.bode=0", "link-bad-range"], ["#v1/explore?zoom.explore.bode=", "link-bad-range"], ["#v1/explore?zoom.explore.bode=0,1,2,1", "link-bad-range"],
    ["#v1/explore?zoom.explore.bode=0,1,,1", "link-bad-range"], ["#v1/explore?zoom.explore.bode=0,1e999,0,1", "link-bad-range"], ["#v1/explore?zoom.explore.bode=0,1,0,1,0", "link-bad-range"], ["#v1/explore?off.explore.bode=", "link-bad-sight"], ["#v1/explore?table.explore.bode=no", "link-bad-sight"], ["#v1/explore?off.nowhere.bode=a", "link-unknown-key"],
    ["#v1/explore?map.__x<y=1", "link-unknown-key"], [`#v1/explore?map.note=${"x".repeat(5000)}`, "link-too-long"],
  ])("%s is bounded and named", (link, warning) => {
    const { state, warnings } = readLink(link, base, known);
    expect(warnings.map(({ id }) => id)).toEqual([warning]);
    expect(state.cell).toEqual(base.cell);
    expect(state.sights).toEqual({});
  });

  it("survives anything", () => {
    const { next } = random(7);
    for (let i = 0; i < 2000; i++) {
      const noise = [...Array(Math.floor(next() * 40))].map(() => String.fromCharCode(32 + next() * 95)).join("");
      const { state } = readLink(`#v1/explore?${noise}`, base, known);
      expect(Number(state.cell["thicknessNm"])).toBeGreaterThanOrEqual(0.5);
    }
  });
});

describe("slices", () => {
  it("fall back where a link's text is no value", () => {
    const state = { ...base, slices: { map: { law: "x", grid: "1", x: "6", list: "0,2" } } };
    expect(slice.of(state)).toEqual({ law: "simmons", grid: true, x: 0.5, note: "", list: [] });
  });
  it("answer with the same object while nothing changed", () => {
    expect(slice.of({ ...base, theme: "dark" })).toBe(slice.of(base));
  });
});

describe("data in a link", () => {
  const set: DataSet = {
    id: "d1", file: "cell <1>.mpt", format: "biologic", areaCm2: 1.13, range: [1, 1e5],
    spectrum: { name: "a", frequency: Float64Array.of(1e5, 0.1), re: Float64Array.of(1, 4e5), im: Float64Array.of(-0.25, -1e-9), unit: "ohm", meta: { when: "now" } },
  };
  it("comes back the same", async () => {
    expect(await unpackData(await packData([set, { ...set, id: "d2" }]))).toEqual([set, { ...set, id: "d2" }]);
  });
  it("gives each set an id of its own", async () => {
    expect((await unpackData(await packData([set, set]))).map(({ id }) => id)).toEqual(["link-1", "link-2"]);
  });
  it("is refused when it is not what it should be", async () => {
    const pack = async (value: unknown) => packData(value as DataSet[]);
    await expect(unpackData("%%%")).rejects.toThrow();
    await expect(unpackData("AAAA")).rejects.toThrow();
    await expect(unpackData((await packData([set])).slice(0, -8))).rejects.toThrow();
    await expect(pack([{ ...set, spectrum: { ...set.spectrum, re: Float64Array.of(1) } }]).then(unpackData)).rejects.toThrow(TypeError);
    await expect(pack([{ ...set, spectrum: { ...set.spectrum, re: Float64Array.of(1, NaN) } }]).then(unpackData)).rejects.toThrow(TypeError);
  });
});
