/** The page's main job, as a person does it: open, slide, see, ask with polysulfide, drop a file, read the fit. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { closeBrowser, curves, drop, open, type Place } from "./harness";
import { capacitance, mpt, zplot } from "./spectra";

afterAll(closeBrowser);

/** A number as the page writes it, with or without an error, in the unit without its prefix: `1.234 ± 0.005 kΩ·cm²` is 1234. */
function read(text: string): number {
  const match = /([\d.,\u202f\u2009 ]+(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)(?:\s*±[^A-Za-zΩµμ]*)?\s*([GMkmµμnp]?)(Ω|F|Hz|m\b|nm)/.exec(text);
  if (!match) throw new Error(`No number in “${text}”`);
  const prefix = { G: 1e9, M: 1e6, k: 1e3, m: 1e-3, µ: 1e-6, μ: 1e-6, n: 1e-9, p: 1e-12 }[match[2] ?? ""] ?? 1;
  const power = /10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(match[1] ?? "")?.[1] ?? "";
  const exponent = Number([...power].map((c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))).join("") || 0);
  return Number((match[1] ?? "").split("×")[0]?.replace(/[\s,\u202f\u2009]/g, "")) * 10 ** exponent * prefix;
}

/** The fit of the data set dropped last. */
async function arcFit(page: Page): Promise<{ resistance: number; capacitance: number }> {
  const fit = page.getByTestId("arc-fit").last();
  await fit.waitFor();
  const shown = await fit.locator("dd").allInnerTexts();
  return { resistance: read(shown[0] ?? ""), capacitance: read(shown[1] ?? "") };
}

const nyquist = (page: Page) => page.locator("ip-plot.nyquist").first();
const thickness = (page: Page) => page.getByRole("slider", { name: "Film thickness" });

describe.each<Place>(["served", "file://"])("%s", (place) => {
  test("opens without an error, and asks the network for nothing afterwards", async () => {
    const { page, problems, requests, close } = await open(place);
    const loaded = requests.length;
    expect(requests.every((address) => /^(file:|http:\/\/localhost)/.test(address))).toBe(true);
    await thickness(page).press("ArrowLeft");
    await drop(page, "one arc.z", zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 }));
    await page.getByTestId("arc-fit").waitFor();
    await page.waitForTimeout(1000);
    expect(requests.slice(loaded)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  test("a slider moves the curve", async () => {
    const { page, problems, close } = await open(place);
    const before = await curves(nyquist(page));
    const nm = await page.getByRole("textbox", { name: /^Film thickness/ }).inputValue();
    for (let step = 0; step < 10; step++) await thickness(page).press("ArrowLeft");
    await expect.poll(() => curves(nyquist(page))).not.toBe(before);
    expect(Number(await page.getByRole("textbox", { name: /^Film thickness/ }).inputValue())).toBeLessThan(Number(nm));
    expect(problems).toEqual([]);
    await close();
  });

  test("polysulfide lets the resistance of the anti-SEI fall more than a hundredfold, and that of the SEI not at all", async () => {
    const { page, problems, close } = await open(place);
    await page.getByRole("button", { name: "Add polysulfide" }).click();
    const answers = page.getByTestId("polysulfide-answers");
    const [before, after] = (await answers.locator("li.anti-sei > span").innerText()).split("→").map((text) => read(text));
    expect((before ?? 0) / (after ?? Infinity)).toBeGreaterThan(100);
    const [lone, same] = (await answers.locator("li.sei > span").innerText()).split("→").map((text) => read(text));
    expect(same).toBe(lone);
    expect(problems).toEqual([]);
    await close();
  });

  test.each([["zplot.z", zplot], ["biologic.mpt", mpt]] as const)("a dropped %s is drawn and its arc fitted", async (name, write) => {
    const { page, problems, close } = await open(place);
    const arc = { series: 7.5, resistance: 2340, q: 3.1e-6, n: 0.87 };
    const before = await curves(nyquist(page));
    await drop(page, name, write(arc));
    const fit = await arcFit(page);
    // The page shows at least three digits.
    expect(Math.abs(fit.resistance / arc.resistance - 1)).toBeLessThan(0.005);
    expect(Math.abs(fit.capacitance / capacitance(arc) - 1)).toBeLessThan(0.005);
    expect(await curves(nyquist(page))).not.toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("what is no spectrum gets a clear message, and all else stays as it was", async () => {
    const { page, problems, close } = await open(place);
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    await drop(page, "holiday.z", noise);
    await drop(page, "empty.mpt", "");
    const first = page.getByRole("alert").filter({ hasText: "holiday.z" });
    await first.waitFor();
    expect((await first.innerText()).length).toBeGreaterThan(30);
    await page.getByRole("alert").filter({ hasText: "empty.mpt" }).waitFor();
    const before = await curves(nyquist(page));
    await thickness(page).press("ArrowLeft");
    await expect.poll(() => curves(nyquist(page))).not.toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("a number out of range is refused with the range", async () => {
    const { page, close } = await open(place);
    const field = page.getByRole("textbox", { name: /^Film thickness/ });
    await field.fill("99999");
    await field.press("Enter");
    await page.getByRole("alert").filter({ hasText: "outside" }).waitFor();
    expect(await curves(nyquist(page))).not.toMatch(/NaN|Infinity/);
    await close();
  });
});
