/** Lessons as a student and a teacher use them: wrong guesses, wrong moves, a link that keeps the progress, a mystery cell. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { closeBrowser, open } from "./harness";

afterAll(closeBrowser);

const at = (place: string, more = "") => `#v1/lessons?lessons.at=${place}${more}`;
/** Types a number beside a slider, as a person who knows it does. */
async function type(page: Page, name: RegExp, value: string): Promise<void> {
  const field = page.getByRole("textbox", { name });
  await field.fill(value);
  await field.press("Enter");
}

test("a student predicts wrongly, moves too far, is told so, gets it right, and the link remembers", async () => {
  const { page, problems, close } = await open("served", { hash: "#v1/lessons" });
  await page.getByRole("button", { name: /What an arc is/ }).click();
  await page.getByRole("radio", { name: "It becomes wider." }).check();
  await type(page, /^Electrolyte/, "80");
  await page.locator(".finding", { hasText: "Not yet." }).waitFor();
  expect(await page.locator(".finding").innerText()).toContain("80");
  expect(await page.locator(".explain").count()).toBe(0);
  await type(page, /^Electrolyte/, "50");
  await page.locator(".finding.done").waitFor();
  expect(await page.locator(".explain").innerText()).toContain("You expected: It becomes wider.");
  expect(await page.locator('[data-reading="left"]').innerText()).toContain("50");
  await expect.poll(() => page.url()).toContain("lessons.done=arc-5");
  await page.reload();
  await page.locator(".explain").waitFor();
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByText("Step 2 of 4").waitFor();
  // 300 wide is the commonest mistake, and it has a sentence of its own.
  await type(page, /^Resistance/, "300");
  expect(await page.locator(".finding").innerText()).toContain("The end is the sum.");
  await page.getByRole("button", { name: "Show one way" }).click();
  await page.locator(".finding.done").waitFor();
  expect(problems).toEqual([]);
  await close();
});

test("a slider alone finishes a step, by the keyboard", async () => {
  const { page, problems, close } = await open("served", { hash: at("probe.2") });
  const slider = page.getByRole("slider", { name: "Polysulfide added" });
  await slider.press("End");
  await page.locator(".finding.done").waitFor();
  expect(await page.locator('[data-reading="drop"]').innerText()).toBe("1");
  expect(problems).toEqual([]);
  await close();
});

test("a teacher makes a mystery cell; a class fits it, answers, and is graded", async () => {
  const { page, problems, close } = await open("served", { hash: at("teacher"), ready: false });
  const link = await page.getByTestId("mystery-link").inputValue();
  expect(link).toContain("lessons.cell=");
  const student = await open(new URL(link));
  await student.page.getByRole("button", { name: "Take the fit’s numbers" }).click();
  await student.page.getByRole("button", { name: "Check" }).click();
  const arc = student.page.locator('[data-grade="arc"]');
  await arc.waitFor();
  expect(await arc.innerText()).toMatch(/Agrees|Within 5 %/);
  expect(await student.page.locator('[data-grade="kind"]').innerText()).toBe("No number yet.");
  await student.page.getByRole("textbox", { name: "Arc resistance", exact: true }).fill("12");
  await student.page.getByRole("button", { name: "Check" }).click();
  expect(await arc.innerText()).toContain("Off:");
  expect([...problems, ...student.problems]).toEqual([]);
  await student.close();
  await close();
});

test.each(["#v1/lessons?lessons.at=mystery&lessons.cell=broken", "#v1/lessons?lessons.at=nowhere.9", at("arc.1", "&lessons.set=rs:1e999,r:x,%3Cb%3E:1&lessons.done=__proto__-1")])(
  "a damaged link %s opens without harm",
  async (hash) => {
    const { page, problems, close } = await open("served", { hash, ready: false });
    await page.locator("ip-lessons :is(h2, .notice)").first().waitFor();
    expect(problems).toEqual([]);
    await close();
  },
);

test("the model page shows its equations with the engine's numbers, and the study's contradictions", async () => {
  const { page, problems, close } = await open("served", { hash: "#v1/model?preset=mg-ocv", ready: false });
  await page.locator("math").first().waitFor();
  expect(await page.locator('[data-engine="dielectric"]').innerText()).toContain("0.6087");
  expect(await page.locator(".disagreement").count()).toBeGreaterThan(10);
  expect(await page.locator(".board li").count()).toBeGreaterThan(5);
  expect(problems).toEqual([]);
  await close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
test.each(["#v1/lessons", at("doubt.1"), at("who.2", "&theme=dark"), at("strip.3", "&lang=de"), at("teacher"), "#v1/model"])("axe finds nothing at %s", async (hash) => {
  const { page, close } = await open("served", { hash, ready: false });
  await page.locator("main h2").first().waitFor();
  await page.waitForTimeout(500);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(o: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
  expect(found).toEqual([]);
  await close();
});
