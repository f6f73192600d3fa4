/** Analyse, as a person without a file does it: take a sample, read the fit, move its range, test it, type a circuit. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { closeBrowser, open } from "./harness";

afterAll(closeBrowser);

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
const task = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });

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
  await page.getByTestId("sample").selectOption("probe");
  expect(await page.getByTestId("verdict").innerText()).toMatch(/^Anti-SEI\./);
  expect(Number(await page.getByTestId("verdict-drop").innerText())).toBeGreaterThan(100);
  expect(problems).toEqual([]);
  await close();
});
