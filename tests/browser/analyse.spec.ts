/** Analyse, as a person without a file does it: take a sample, read the fit, move its range, test it, type a circuit. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Engine from "../../crate/src/web/api";
import { number, quantity, quantityWithError } from "../../www/state/format";
import { closeBrowser, curves, drop, open } from "./harness";
import { zplot, type Arc } from "./spectra";

afterAll(closeBrowser);

/** The published package, to hold the page's numbers against. */
let engine: typeof Engine;
beforeAll(async () => {
  const folder = new URL("../../dist/pkg/", import.meta.url);
  const loaded = await import(/* @vite-ignore */ new URL("interphase.js", folder).href);
  loaded.initSync({ module: readFileSync(fileURLToPath(new URL("interphase_bg.wasm", folder))) });
  engine = loaded;
});

/** A file as an instrument writes it, and its spectrum as the engine reads it, for an electrode of 1 cm². */
function measured(arc: Arc) {
  const text = zplot(arc);
  const spectrum = engine.readSpectra("cell.z", new TextEncoder().encode(text)).spectra[0]!;
  return { text, spectrum: { ...spectrum, unit: "ohm cm2" as const, areaCm2: 1 } };
}
const PERMITTIVITY = 5.5;

const PREFIX: Record<string, number> = { M: 1e6, k: 1e3, "": 1, m: 1e-3 };
/** "3.9998 ± 0.0052 kΩ·cm²" in Ω·cm²; an error where there is one. */
function ohm(text: string): { value: number; error: number } {
  const match = /([\d.]+)(?:\s±\s([\d.]+))?\s([Mkm]?)Ω/.exec(text);
  if (!match) throw new Error(`No resistance in “${text}”`);
  const factor = PREFIX[match[3] ?? ""] ?? NaN;
  return { value: Number(match[1]) * factor, error: Number(match[2] ?? NaN) * factor };
}

async function withSample(sample: string) {
  const watched = await open("served", { hash: "#v1/analyse", ready: false });
  await watched.page.getByTestId("sample").selectOption(sample);
  return watched;
}
/** What the share dialog gives to pass on, the spectra in it. */
async function linkWithData(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("checkbox", { name: /spectr/ }).check();
  const link = page.getByRole("textbox", { name: "Link to what you see" });
  await expect.poll(() => link.inputValue()).toContain("data=");
  return link.inputValue();
}
const task = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });

describe("without any data", () => {
  test("one click on a sample shows a fit and whether it may be believed; a bare electrode has no film thickness", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse", ready: false });
    await page.getByRole("button", { name: "Glassy carbon, polysulfide" }).click();
    expect(ohm(await page.getByTestId("arc-R").innerText()).value / 4000).toBeCloseTo(1, 2);
    expect(await page.getByTestId("arc-kk").innerText()).toMatch(/^Kramers-Kronig: Valid\./);
    expect(await page.getByTestId("arc-d").count()).toBe(0);
    await page.getByTestId("sample").selectOption("mg-ocv");
    await page.getByTestId("arc-d").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test("a thickness says whose capacitance it is from: of a cell of two films each is half as thick", async () => {
    const frequency = Float64Array.from({ length: 50 }, (_, i) => 10 ** (6 - i / 6.5));
    const { re, im } = engine.circuitImpedance("R(RC)", Float64Array.of(10, 4e4, 17e-6), frequency);
    const says = async (geometry?: string) => {
      const { page, close } = await open("served", { hash: "#v1/analyse" });
      const meta: Record<string, string> = geometry ? { geometry } : {};
      await drop(page, "cell.json", engine.writeSpectra("json", [{ name: "cell", frequency, re, im, unit: "ohm cm2", meta }]));
      await page.getByTestId("arc-d").waitFor();
      const text = await page.getByText("if all of C is the film’s").innerText();
      await close();
      return text;
    };
    const whole = engine.fitArc({ name: "", frequency, re, im, unit: "ohm cm2", meta: {} }, { relativePermittivity: PERMITTIVITY }).filmThicknessNm;
    expect(await says("symmetric")).toContain(`two films in series each would be ${quantity(whole / 2, "nm")} thick`);
    expect(await says("half")).not.toContain("series");
    expect(await says()).toContain("If this is a symmetric cell");
  });

  test("a dropped file is fitted at once, with the engine's numbers", async () => {
    const arc = { series: 12, resistance: 830, q: 2e-5, n: 0.88 };
    const { text, spectrum } = measured(arc);
    const fit = engine.fitArc(spectrum, { relativePermittivity: PERMITTIVITY });
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "cell.z", text);
    expect(await page.getByTestId("arc-R").innerText()).toBe(quantityWithError(fit.arcResistance, fit.arcResistanceError, "Ω·cm²"));
    expect(await page.getByTestId("arc-C").innerText()).toBe(quantityWithError(fit.capacitance, fit.capacitanceError, "F·cm⁻²"));
    expect(await page.getByTestId("arc-d").innerText()).toBe(quantityWithError(fit.filmThicknessNm, fit.filmThicknessNmError, "nm"));
    expect(await page.getByTestId("arc-n").innerText()).toBe(quantityWithError(fit.values[3]!, fit.standardErrors[3]!, ""));

    // What is saved is what the engine writes.
    await page.getByText("Save results").click();
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV", exact: true }).first().click()]);
    expect(saved.suggestedFilename()).toMatch(/\.fit\.csv$/);
    const numbers = (csv: string) => csv.slice(0, csv.indexOf("circuit,"));
    expect(numbers(readFileSync(await saved.path(), "utf8"))).toBe(numbers(engine.writeFit("csv", fit, spectrum)));

    await task(page, "Kramers-Kronig");
    const { deviation } = engine.zHit(spectrum);
    expect(await page.getByTestId("z-hit").innerText()).toContain(`within ${number(100 * Math.max(...deviation.map(Math.abs)), 2)} %`);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("the arc taken by its ends and its top", () => {
  const start = (page: Page) => page.evaluate(() => /analyse\.start=([\d.e+-]+,[\d.e+-]+,[\d.e+-]+,[\d.e+-]+)/.exec(decodeURIComponent(location.hash))?.[1]?.split(",").map(Number));

  test("the keyboard moves the start of the fit, the link keeps it, and the engine is given it", async () => {
    const { page, problems, close } = await withSample("gc-polysulfide");
    const right = page.getByRole("slider", { name: /right end of the arc/ });
    const before = await right.getAttribute("aria-valuetext");
    expect(before).toBe("R = 4.00\u00a0kΩ·cm²");
    await right.focus();
    for (let step = 0; step < 8; step++) await page.keyboard.press("ArrowLeft");
    // The link follows a moment later.
    await page.waitForTimeout(400);
    expect(`R = ${quantity((await start(page))?.[1] ?? NaN, "Ω·cm²")}`).toBe(await right.getAttribute("aria-valuetext"));
    const [series, resistance, peakHz, exponent] = (await start(page)) as [number, number, number, number];
    expect(resistance).toBeLessThan(3900);
    // The arc it starts from is seen, and the fit ends where it ended.
    expect(await page.locator("ip-plot.nyquist .ip-line").count()).toBe(2);
    expect(await page.getByTestId("arc-start").innerText()).toContain("It ends where it ends on its own.");
    expect(ohm(await page.getByTestId("arc-R").innerText()).value / 4000).toBeCloseTo(1, 2);
    const spectrum = { name: "", frequency: Float64Array.from({ length: 40 }, (_, i) => 10 ** (5 - i / 6)), unit: "ohm cm2" as const, meta: {} };
    const curve = engine.circuitImpedance("R0-p(R1,CPE1)", Float64Array.of(10, 4000, 1e-5, 0.9), spectrum.frequency);
    const initial: [number, number, number, number] = [series, resistance, 1 / (resistance * (2 * Math.PI * peakHz) ** exponent), exponent];
    expect(engine.fitArc({ ...spectrum, ...curve }, { initial }).arcResistance / 4000).toBeCloseTo(1, 6);

    await page.getByRole("button", { name: "Start from the data" }).click();
    await expect.poll(() => start(page)).toBeUndefined();
    await expect.poll(() => right.getAttribute("aria-valuetext")).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("a hand drags the top on a telephone: frequency and exponent follow, and undo takes it back", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse", ready: false, viewport: { width: 320, height: 640 } });
    await page.getByTestId("sample").selectOption("gc-polysulfide");
    const top = page.getByRole("slider", { name: /top of the arc/ });
    const before = await top.getAttribute("aria-valuetext");
    await top.scrollIntoViewIfNeeded();
    const box = (await top.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 20, { steps: 5 });
    await page.mouse.up();
    // The link follows the hand a little later.
    await page.waitForTimeout(400);
    const [, resistance, peakHz, exponent] = (await start(page)) as [number, number, number, number];
    expect(resistance).toBeGreaterThan(4400);
    expect(peakHz).toBeLessThan(3.9);
    expect(exponent).toBeLessThan(0.9);
    await expect.poll(() => top.getAttribute("aria-valuetext")).toContain(quantity(peakHz, "Hz"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => top.getAttribute("aria-valuetext")).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("the spectrum that was chosen is chosen again where the link carries the data", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse", ready: false });
    await page.getByTestId("sample").selectOption("mg-ocv");
    await page.getByTestId("arc-R").waitFor();
    await page.getByTestId("sample").selectOption("gc-polysulfide");
    const chosen = page.locator(".more-data + label select");
    await chosen.selectOption({ index: 1 });
    await expect.poll(async () => ohm(await page.getByTestId("arc-R").innerText()).value).toBeLessThan(1e4);
    const read = await page.getByTestId("arc-R").innerText(), name = await chosen.locator("option:checked").innerText();
    const link = await linkWithData(page);
    expect(link).toContain("data=");
    const other = await open(new URL(link), { ready: false });
    await expect.poll(() => other.page.getByTestId("arc-R").innerText()).toBe(read);
    expect(await other.page.locator(".more-data + label select option:checked").innerText()).toBe(name);
    expect([...problems, ...other.problems]).toEqual([]);
    await other.close();
    await close();
  });

  test("a start out of bounds in a link is none", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse?analyse.start=1,1e99,5,0.9", ready: false });
    await page.getByTestId("sample").selectOption("gc-polysulfide");
    await page.getByTestId("arc-R").waitFor();
    expect(await page.getByTestId("arc-start").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("a sample of one arc", () => {
  test("is fitted, and the resistance is the one it was simulated with", async () => {
    const { page, problems, close } = await withSample("gc-polysulfide");
    const fitted = ohm(await page.getByTestId("arc-R").innerText());
    const truth = ohm(await page.getByTestId("truth").locator("[data-part=charge-transfer]").innerText());
    expect(fitted.error).toBeGreaterThan(0);
    expect(fitted.error / fitted.value).toBeLessThan(0.01);
    // Three standard errors: one spectrum in four hundred lies farther off.
    expect(Math.abs(fitted.value - truth.value)).toBeLessThan(3 * fitted.error);
    expect(problems).toEqual([]);
    await close();
  });

  test("a range handle moved by the keyboard changes the fit; finding the range again brings it back", async () => {
    const { page, problems, close } = await withSample("gc-polysulfide");
    const resistance = page.getByTestId("arc-R");
    const before = await resistance.innerText();
    const handle = page.getByRole("slider", { name: "lower end of the fit range" });
    const at = await handle.getAttribute("aria-valuetext");
    await handle.focus();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press("ArrowLeft");
      await page.waitForTimeout(30);
    }
    await expect.poll(() => handle.getAttribute("aria-valuetext")).not.toBe(at);
    await expect.poll(() => resistance.innerText()).not.toBe(before);
    expect(ohm(await resistance.innerText()).value).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Find the range again" }).click();
    await expect.poll(() => resistance.innerText()).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("passes the Kramers-Kronig test", async () => {
    const { page, problems, close } = await withSample("gc-polysulfide");
    await task(page, "Kramers-Kronig");
    expect(await page.getByTestId("kk-verdict").innerText()).toMatch(/^Valid\./);
    expect(problems).toEqual([]);
    await close();
  });

  test("without a circuit the best candidate is taken, and residuals of a worse one are called what they are", async () => {
    const { page, problems, close } = await withSample("mg-ocv");
    await task(page, "Circuit");
    const results = page.getByTestId("circuit-results");
    expect(await results.locator("caption").innerText()).toBe("R0-p(R1,CPE1)-p(R2,CPE2)");
    expect(await page.getByTestId("circuit-ranking").locator("tbody tr").count()).toBe(6);
    const pattern = page.getByText("What is left over is not noise");
    expect(await pattern.count()).toBe(0);
    await page.getByTestId("circuit-ranking").getByRole("button", { name: "R0-p(R1,CPE1)", exact: true }).click();
    await pattern.waitFor();
    expect(await page.getByRole("combobox", { name: "Circuit" }).inputValue()).toBe("R0-p(R1,CPE1)");
    expect(problems).toEqual([]);
    await close();
  });

  test("a broken circuit is told with its column, a mended one is fitted", async () => {
    const { page, problems, close } = await withSample("gc-polysulfide");
    await task(page, "Circuit");
    const field = page.getByRole("combobox", { name: "Circuit" });
    await field.fill("R0-p(R1,CPE1");
    expect(await page.getByTestId("circuit-error").innerText()).toContain("Column 13");
    expect(await page.getByTestId("circuit-results").count()).toBe(0);
    await field.fill("R(RQ)");
    const rows = page.getByTestId("circuit-results").locator("tbody tr");
    await rows.first().waitFor();
    expect(ohm(await rows.nth(1).innerText()).value / 4000).toBeCloseTo(1, 1);
    expect(problems).toEqual([]);
    await close();
  });
});

test("a series keeps its order in time, and the probe tells the anti-SEI", async () => {
  const { page, problems, close } = await withSample("growth");
  expect(await page.getByTestId("series-sentence").innerText()).toMatch(/^Over 11 spectra/);
  // Nearer along the time: the link brings the same picture, and nobody warns of it.
  const trend = page.locator("ip-plot[name=series-h]");
  await trend.locator(".ip-stage").press("+");
  const link = await linkWithData(page);
  expect(link).toMatch(/zoom\.analyse\.series-h=.*data=/);
  const other = await open(new URL(link), { ready: false });
  await other.page.getByTestId("series-sentence").waitFor();
  await expect.poll(() => curves(other.page.locator("ip-plot[name=series-h]"))).toBe(await curves(trend));
  expect(await other.page.locator(".messages ip-notice").count()).toBe(0);
  await other.close();
  await page.keyboard.press("Escape");
  await page.getByTestId("sample").selectOption("probe");
  expect(await page.getByTestId("verdict").innerText()).toMatch(/^Anti-SEI\./);
  expect(Number(await page.getByTestId("verdict-drop").innerText())).toBeGreaterThan(100);
  expect(problems).toEqual([]);
  await close();
});

describe("the interphase model fitted", () => {
  const row = (page: Page, parameter: string) => page.getByTestId("film-results").locator(`[data-parameter=${parameter}] td`).first();
  /** "7.999 ± 0.011 nm" as numbers. */
  const numbers = (text: string) => {
    const [, value = NaN, error = NaN] = /([\d.]+) ± ([\d.]+)/.exec(text) ?? [];
    return { value: Number(value), error: Number(error) };
  };

  test("to a dropped spectrum: the cell it was made with, the same as the engine's own fit; and it opens in Explore", async () => {
    const preset = engine.presets().find(({ id }) => id === "mg-ocv")!;
    const cell: Engine.Cell = { ...preset.cell, thicknessNm: 6.2, barrierEv: 1.1, electrolyteOhmCm2: 25 };
    const frequency = Float64Array.from({ length: 50 }, (_, i) => 10 ** (6 - i / 6.5));
    const { re, im } = engine.simulate(cell, frequency);
    // Uneven by a few tenths of a percent, so that there are errors.
    const rough = (values: Float64Array) => values.map((value, i) => value * (1 + 0.003 * Math.sin(7.3 * i * i + value)));
    const spectrum: Engine.Spectrum = { name: "cell", frequency, re: rough(re), im: rough(im), unit: "ohm cm2", meta: {} };
    const own = engine.fitInterphase([{ spectrum, cell }], { shared: ["thicknessNm", "barrierEv", "rateCmPerS", "doubleLayerUfPerCm2", "cpeExponent", "electrolyteOhmCm2"] });

    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "cell.csv", engine.writeSpectra("csv", [spectrum]));
    await page.getByRole("button", { name: "Fit the interphase model to it" }).click();
    // One spectrum at rest cannot tell the kind; that is said.
    expect(await page.getByTestId("film-verdict").innerText()).toContain("One spectrum does not tell what crosses the film");
    for (const name of ["thicknessNm", "barrierEv", "electrolyteOhmCm2"]) {
      const fitted = own.parameters.find((one) => one.name === name)!;
      const { value, error } = numbers(await row(page, name).innerText());
      expect(Math.abs(value / fitted.value - 1)).toBeLessThan(2e-3);
      expect(Math.abs(error / fitted.standardError - 1)).toBeLessThan(0.1);
    }
    const thickness = numbers(await row(page, "thicknessNm").innerText()).value;
    await page.getByRole("button", { name: "Open this cell in Explore" }).click();
    await expect.poll(() => page.evaluate(() => Number(/thicknessNm=([\d.]+)/.exec(location.hash)?.[1]))).toBeCloseTo(thickness, 2);
    expect(await page.evaluate(() => location.hash)).toContain("explore");
    expect(problems).toEqual([]);
    await close();
  });

  test("to one electrode: a spectrum measured so gives the same film as the cell of two", async () => {
    const preset = engine.presets().find(({ id }) => id === "mg-ocv")!;
    const frequency = Float64Array.from({ length: 50 }, (_, i) => 10 ** (6 - i / 6.5));
    const { re, im } = engine.simulate({ ...preset.cell, geometry: "half" }, frequency);
    const spectrum: Engine.Spectrum = { name: "electrode", frequency, re, im, unit: "ohm cm2", meta: { geometry: "half" } };
    const { page, problems, close } = await open("served", { hash: "#v1/analyse?analyse.task=film" });
    await drop(page, "electrode.json", engine.writeSpectra("json", [spectrum]));
    await expect.poll(() => row(page, "thicknessNm").innerText()).toMatch(/^8\.?0* ?/);
    expect(await page.getByText("Measured on one electrode.").count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  test("to a pair: one anti-SEI for both, found from the verdict; a bare electrode needs no film", async () => {
    const { page, problems, close } = await withSample("probe");
    await page.getByRole("button", { name: "Fit the interphase model to both" }).click();
    expect(await page.getByTestId("film-verdict").innerText()).toMatch(/^One anti-SEI describes both spectra/);
    const { value, error } = numbers(await row(page, "thicknessNm").innerText());
    expect(Math.abs(value - 8)).toBeLessThan(4 * error);
    // What was found for two is not shown as found for one, nor the other way round.
    for (const [name, says] of [["One spectrum", /^One spectrum does not tell/], ["Before and after", /^One anti-SEI describes both/]] as const) {
      await page.getByRole("radio", { name }).check({ force: true });
      await expect.poll(() => page.getByTestId("film-verdict").innerText()).toMatch(says);
    }
    await page.getByTestId("sample").selectOption("gc-polysulfide");
    await task(page, "Film model");
    await page.getByRole("radio", { name: "One spectrum" }).check({ force: true });
    await expect.poll(() => page.getByTestId("film-verdict").innerText()).toMatch(/^No film is needed/);
    expect(await row(page, "thicknessNm").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("what the data do not tell is not told", () => {
  const FREQUENCY = Float64Array.from({ length: 71 }, (_, i) => 10 ** (6 - i / 10));
  /** A file with a circuit's spectrum, uneven by half a percent. */
  const file = (name: string, circuit: string, values: number[], unit: Engine.Spectrum["unit"] = "ohm cm2") => {
    const { re, im } = engine.circuitImpedance(circuit, Float64Array.from(values), FREQUENCY);
    const rough = (part: Float64Array, phase: number) => part.map((value, i) => value + 0.005 * Math.hypot(re[i]!, im[i]!) * Math.sin(7.3 * i * i + phase));
    return engine.writeSpectra("csv", [{ name, frequency: FREQUENCY, re: rough(re, 0), im: rough(im, 2), unit, meta: {} }]);
  };
  const ARC = "R0-p(R1,CPE1)", TWO = "R0-p(R1,CPE1)-p(R2,CPE2)";

  test("a spectrum in ohm without an area is not compared with one per area", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "before.csv", file("before", ARC, [10, 4000, 1.38e-5, 0.9]));
    await drop(page, "after.csv", file("after", ARC, [50, 20000, 2.76e-6, 0.9], "ohm"));
    for (const name of ["Which film?", "Series"]) {
      await task(page, name);
      await page.getByText("The electrode area of after is not known").waitFor();
      expect(await page.getByTestId("verdict").count() + (await page.getByTestId("series-sentence").count())).toBe(0);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test("an arc too large to fit is no arc that stayed", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "before.csv", file("before", TWO, [10, 1000, 1e-7, 0.9, 4e6, 1e-5, 0.9]));
    await drop(page, "after.csv", file("after", TWO, [10, 1000, 1e-7, 0.9, 40, 1e-5, 0.9]));
    await task(page, "Which film?");
    await expect.poll(() => page.getByTestId("verdict").innerText()).toMatch(/^Undecided\./);
    expect(await page.locator(".reasons").innerText()).toContain("These arcs are not the same one");
    // A range set in Arc holds here too, and is named.
    await task(page, "Arc");
    const handle = page.getByRole("slider", { name: "lower end of the fit range" });
    const end = () => handle.getAttribute("aria-valuetext");
    const from = await end();
    for (let step = 0; step < 3; step++) await handle.press("ArrowLeft");
    await expect.poll(end).not.toBe(from);
    await task(page, "Which film?");
    await expect.poll(() => page.getByTestId("verdict-range").allInnerTexts()).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  test("a series resistance with faster arcs in it is called so; a range set in Arc is named in Circuit and left there", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "two.csv", file("two", TWO, [10, 400, 1e-6, 0.9, 4e4, 1e-5, 0.9]));
    await page.getByTestId("arc-results").getByText("Series resistance with faster arcs").waitFor();
    const handle = page.getByRole("slider", { name: "lower end of the fit range" });
    await handle.press("ArrowLeft");
    await page.getByRole("button", { name: "Find the range again" }).waitFor();
    await task(page, "Circuit");
    expect(await page.getByTestId("circuit-range").innerText()).toMatch(/^Fitted from .* to .*, the range set in Arc\./);
    await page.getByRole("button", { name: "Take all points" }).click();
    await expect.poll(() => page.getByTestId("circuit-range").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test("a gigaohm cell has no film of a metre", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "cell.csv", file("cell", ARC, [1e6, 4e11, 1e-14, 0.95]));
    await page.getByText("thicker than 0.1 mm").waitFor();
    expect(await page.getByTestId("arc-d").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test("a series goes from one known resistance to another", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse" });
    await drop(page, "1.csv", file("1", "R0-C1", [10, 1e-5]));
    await drop(page, "2.csv", file("2", ARC, [10, 4000, 1.38e-5, 0.9]));
    await drop(page, "3.csv", file("3", ARC, [10, 8000, 1.38e-5, 0.9]));
    await task(page, "Series");
    await expect.poll(() => page.getByTestId("series-sentence").innerText()).toMatch(
      /^Over 2 spectra the resistance goes from [34]\.\d+ ± .* to [78]\.\d+ ± .*\. The data of one spectrum do not tell the resistance\.$/);
    expect(problems).toEqual([]);
    await close();
  });

  test("one spectrum tells no kind of film, and a bare electrode is shown as one", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse", ready: false });
    const verdict = () => page.getByTestId("film-verdict").innerText();
    await page.getByTestId("sample").selectOption("li-ocv");
    await task(page, "Film model");
    await expect.poll(verdict).toMatch(/^One spectrum does not tell what crosses the film\. That an SEI fits this one better/);
    await page.getByTestId("sample").selectOption("gc-polysulfide");
    await task(page, "Film model");
    await expect.poll(verdict).toMatch(/^No film is needed/);
    expect(await page.getByTestId("film-results").locator("[data-parameter=thicknessNm]").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test("three points, to which no film can be fitted, do not say that none is needed", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/analyse?analyse.task=film" });
    const frequency = Float64Array.of(1000, 10, 0.1);
    const { re, im } = engine.simulate(engine.presets().find(({ id }) => id === "gc-polysulfide")!.cell, frequency);
    await drop(page, "three.csv", engine.writeSpectra("csv", [{ name: "three", frequency, re, im: im.map((value, i) => value * (1 + 0.002 * (i - 1))), unit: "ohm cm2", meta: {} }]));
    await expect.poll(() => page.getByTestId("film-verdict").innerText()).toMatch(/^Only a bare electrode could be fitted/);
    expect(problems).toEqual([]);
    await close();
  });
});
