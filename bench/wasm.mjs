// The engine in wasm, as the page calls it: one line per case, as bench/README.md says.
import { readFile } from "node:fs/promises";
import { growth, typed } from "./growth.mjs";

const root = new URL("../", import.meta.url);
const engine = await import(new URL("target/pkg/interphase.js", root));
engine.initSync({ module: await readFile(new URL("target/pkg/interphase_bg.wasm", root)) });

const golden = async (name) => JSON.parse(await readFile(new URL(`tests/golden/${name}`, root), "utf8"));
const [kk, drt] = [await golden("kk.json"), await golden("drt.json")];
const spectrum = (all, one) => ({
  name: "", unit: "ohm", meta: {},
  frequency: Float64Array.from(all.f), re: Float64Array.from(one.z_re), im: Float64Array.from(one.z_im),
});
const twoArcs = spectrum(kk, kk.spectra[0]);
const oneArc = spectrum(drt, drt.cases[1].runs[2]);
const relaxing = spectrum(drt, drt.cases[2].runs[2]);
const logarithmic = (low, high, count) => Float64Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));

/** Median time of a call: at least half a second and 11 calls, after some that do not count while V8 compiles. */
function report(name, call) {
  const until = performance.now() + 200;
  do call(); while (performance.now() < until);
  const start = performance.now();
  const times = [];
  while (times.length < 11 || (performance.now() - start < 500 && times.length < 10_000)) {
    const begin = performance.now();
    call();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  console.log(`${name}\t${times[times.length >> 1] / 1000}\t${times.length}`);
}

const values = Float64Array.of(10, 50, 1e-6, 0.9, 120, 2e-4, 0.8);
const many = logarithmic(1e-2, 1e6, 10_000);
report("evaluate", () => engine.circuitImpedance("R(RQ)(RQ)", values, many));
report("fit-one-arc", () => engine.fit("R(RQ)", oneArc));
report("fit-two-arcs", () => engine.fit("R(RQ)(RQ)", twoArcs));
report("fit-arc", () => engine.fitArc(twoArcs));
const series = growth().map(typed);
report("series", () => {
  const seeds = engine.seriesSeeds("R(RQ)", Array.from(engine.seriesSeedPlaces(series.length), (place) => series[place]));
  return engine.fitSeries("R(RQ)", series, seeds);
});
report("kramers-kronig", () => engine.kramersKronig(twoArcs));
report("relaxation-times", () => engine.relaxationTimes(relaxing));
const cell = engine.presets().find((preset) => preset.id === "mg-ocv").cell;
const frequency = logarithmic(1e-2, 1e6, 81);
report("simulate", () => engine.simulate(cell, frequency));
