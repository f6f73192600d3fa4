/** Real instrument files dropped on the page: what it fits against a simplex fit that knows nothing of the engine. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type * as Engine from "interphase";
import { closeBrowser, dropFile, open, realFile } from "./harness";

afterAll(closeBrowser);

const pkg = fileURLToPath(new URL("../../dist/pkg/", import.meta.url));
const engine: typeof Engine = await import(/* @vite-ignore */ join(pkg, "interphase.js"));
engine.initSync({ module: readFileSync(join(pkg, "interphase_bg.wasm")) });

type Parameters = [series: number, resistance: number, T: number, P: number];

/** Sum of squares over |Z|² of R_s-(R||CPE), by hand. */
function misfit([series, resistance, T, P]: Parameters, f: number[], re: number[], im: number[]): number {
  let sum = 0;
  for (let i = 0; i < f.length; i++) {
    const q = T * (2 * Math.PI * f[i]!) ** P;
    const real = 1 / resistance + q * Math.cos((P * Math.PI) / 2), imaginary = q * Math.sin((P * Math.PI) / 2);
    const square = real * real + imaginary * imaginary;
    const dx = series + real / square - re[i]!, dy = -imaginary / square - im[i]!;
    sum += (dx * dx + dy * dy) / (re[i]! ** 2 + im[i]! ** 2);
  }
  return sum;
}

/** Nelder and Mead's simplex in the logarithms, started anew until it rests. */
function simplex(cost: (x: number[]) => number, start: number[]): number[] {
  let best = start;
  for (let round = 0; round < 12; round++) {
    let points = [best, ...best.map((_, i) => best.map((x, j) => x + (i === j ? 0.3 : 0)))].map((x) => ({ x, y: cost(x) }));
    for (let step = 0; step < 1500; step++) {
      points.sort((a, b) => a.y - b.y);
      const worst = points.pop()!;
      const centre = best.map((_, j) => points.reduce((sum, { x }) => sum + x[j]!, 0) / points.length);
      const along = (k: number) => {
        const x = centre.map((c, j) => c + k * (worst.x[j]! - c));
        return { x, y: cost(x) };
      };
      const reflected = along(-1);
      let next = reflected.y < points[0]!.y ? along(-2) : reflected;
      if (next.y > reflected.y) next = reflected;
      if (next.y >= points.at(-1)!.y) next = along(reflected.y < worst.y ? -0.5 : 0.5);
      if (next.y < worst.y) points.push(next);
      else points = [points[0]!, ...points.slice(1).concat(worst).map(({ x }) => x.map((v, j) => (v + points[0]!.x[j]!) / 2)).map((x) => ({ x, y: cost(x) }))];
    }
    points.sort((a, b) => a.y - b.y);
    best = points[0]!.x;
  }
  return best;
}

const UNITS: Record<string, number> = { "": 1, k: 1e3, M: 1e6, G: 1e9, m: 1e-3, µ: 1e-6 };
const ohms = (text: string): number => {
  const match = /([\d.,]+).*?([kMGmµ]?)Ω/.exec(text);
  return Number(match?.[1]?.replace(",", ".")) * (UNITS[match?.[2] ?? ""] ?? NaN);
};

describe.each(["zplot_exampleDataZPlot.z", "biologic_exampleDataBioLogic.mpt"])("%s", (name) => {
  const path = realFile(name);
  test.runIf(path)("is fitted as a simplex fits it", async () => {
    const bytes = new Uint8Array(readFileSync(path!));
    const spectrum = engine.readSpectra(name, bytes).spectra[0]!;
    const { rangeUsed, values } = engine.fitArc(spectrum);
    const inside = [...spectrum.frequency].flatMap((f, i) => (f >= rangeUsed[0] && f <= rangeUsed[1] ? [i] : []));
    const [f, re, im] = [spectrum.frequency, spectrum.re, spectrum.im].map((all) => inside.map((i) => all[i]!)) as [number[], number[], number[]];
    // Started away from the engine's answer.
    const start = [Math.min(...re) * 0.9, (Math.max(...re) - Math.min(...re)) * 1.3, 1 / (2 * Math.PI * Math.sqrt(f[0]! * f.at(-1)!) * (Math.max(...re) - Math.min(...re))), 0.9].map((x) => Math.log(Math.max(x, 1e-12)));
    const own = simplex((x) => misfit(x.map(Math.exp) as Parameters, f, re, im), start).map(Math.exp) as Parameters;
    expect(misfit([...values] as Parameters, f, re, im)).toBeLessThanOrEqual(misfit(own, f, re, im) * (1 + 1e-6));

    const { page, close } = await open("served");
    await dropFile(page, path!);
    const fit = page.getByTestId("arc-fit").last();
    await fit.waitFor();
    const shown = ohms((await fit.locator("dd").allInnerTexts())[0] ?? "");
    expect(Math.abs(shown / own[1] - 1), `shown ${shown}, simplex ${own[1]}`).toBeLessThan(0.01);
    await close();
  });
});
