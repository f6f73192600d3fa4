/** When the engine breaks or cannot run, the page says so, keeps what a person has, and goes on as far as it can. */
import { afterAll, expect, test } from "vitest";
import { closeBrowser, curves, drop, open } from "./harness";
import { zplot } from "./spectra";

afterAll(closeBrowser);

const arc = zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 });

test("a trap in the engine is told with a report, the data stay, and the next call finds a sound engine", async () => {
  const { page, problems, close } = await open("served", {
    // The engine's simulation traps once when the test says so, as a panic in Rust does.
    script: () => {
      const instantiate = WebAssembly.instantiate.bind(WebAssembly);
      (WebAssembly as { instantiate: unknown }).instantiate = async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
        const made = await instantiate(module, imports);
        const exports: Record<string, unknown> = { ...made.exports };
        const simulate = exports["simulate"] as (...args: unknown[]) => unknown;
        exports["simulate"] = (...args: unknown[]) => {
          const own = globalThis as { breakOnce?: boolean };
          if (own.breakOnce) {
            own.breakOnce = false;
            dispatchEvent(new CustomEvent("interphase-panic", { detail: "panicked at crate/src/film.rs:1:1: made up by the test" }));
            throw new WebAssembly.RuntimeError("unreachable");
          }
          return simulate(...args);
        };
        return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
      };
    },
  });
  await drop(page, "one arc.z", arc);
  await page.getByTestId("arc-fit").waitFor();
  const plot = page.locator("ip-plot.nyquist").first();
  const slider = page.getByRole("slider", { name: "Film thickness" });
  await page.evaluate(() => void ((globalThis as { breakOnce?: boolean }).breakOnce = true));
  await slider.press("ArrowLeft");
  const alert = page.getByRole("alert").filter({ hasText: "simulate" }).first();
  await alert.waitFor();
  await alert.locator("summary").click();
  const report = await alert.locator("textarea").inputValue();
  expect(report).toContain("made up by the test");
  expect(report).toContain("call: simulate");
  expect(await page.locator("ip-data-list .data-list > li").count()).toBe(1);
  const before = await curves(plot);
  for (let i = 0; i < 5; i++) await slider.press("ArrowLeft");
  await expect.poll(() => curves(plot)).not.toBe(before);
  expect(await page.locator("ip-data-list .data-list > li").count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

test("without WebAssembly the drawing stays, with the reason, and nothing is thrown", async () => {
  const { page, problems, close } = await open("served", { ready: false, script: () => delete (globalThis as { WebAssembly?: unknown }).WebAssembly });
  await page.getByRole("alert").first().waitFor();
  expect(await page.locator("interphase-lab > figure").isVisible()).toBe(true);
  await page.waitForTimeout(500);
  expect(problems).toEqual([]);
  await close();
});
