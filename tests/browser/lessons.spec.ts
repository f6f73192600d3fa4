/** Lessons as a student and a teacher use them: wrong guesses, wrong moves, a link that keeps the progress, a mystery cell. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { settle } from "../../www/lessons/lesson";
import { LESSONS } from "../../www/lessons/lessons";
import { closeBrowser, open } from "./harness";

afterAll(closeBrowser);

const words = readFileSync(new URL("../../www/texts/en/lessons.ftl", import.meta.url), "utf8");
const word = (id: string) => new RegExp(`^${id} = (.*)$`, "m").exec(words)![1]!;
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

describe("every lesson, step by step, as a student does it", () => {
  test.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))("%s", async (id, { steps }) => {
    const { page, problems, close } = await open("served", { hash: at(`${id}.1`), ready: false });
    const reset = page.getByRole("button", { name: "Back to the start of this step" });
    let refused = 0;
    for (const [i, step] of steps.entries()) {
      await page.getByText(`Step ${i + 1} of ${steps.length}`, { exact: true }).waitFor();
      const guess = (step.question.right + 1) % step.question.choices;
      await page.locator(".predict .option input").nth(guess).check();
      // A little way, and to both ends of every control that is not there already.
      const free = step.bench.controls.filter(({ id }) => step.controls.includes(id) && !step.locked?.includes(id));
      const ends = free.flatMap(({ id, lower, upper }) => [
        { id, key: settle(step, {})[id] === upper ? "ArrowLeft" : "ArrowRight" }, { id, key: "Home", end: lower }, { id, key: "End", end: upper },
      ]);
      for (const { id: control, key } of ends.filter(({ id, end }) => settle(step, {})[id] !== end)) {
        await page.getByRole("slider", { name: word(`lessons-control-${control}`) }).first().press(key);
        await reset.waitFor();
        const [done, said] = await page.locator(".finding").evaluate((finding) => [finding.classList.contains("done"), (finding as HTMLElement).innerText] as const);
        if (done) continue;
        expect(said).toMatch(/^Not yet\. \S.{15,}/s);
        refused++;
      }
      await reset.click();
      await reset.waitFor({ state: "detached" });
      for (const [control, value] of Object.entries(step.solution)) {
        const field = page.getByRole("textbox", { name: word(`lessons-control-${control}`) }).first();
        await field.fill(String(value));
        await field.press("Enter");
      }
      await page.locator(".finding.done").waitFor();
      const wrong = word(`lesson-${id}-${i + 1}-${"abcd"[guess]}`);
      const right = word(`lesson-${id}-${i + 1}-${"abcd"[step.question.right]}`);
      // A place reached by Home or End may have done the task: the guess stands, and both are told.
      expect(await page.locator(".explain").innerText()).toContain(`You expected: ${wrong} What the bench shows: ${right}`);
      expect(await page.locator(".step").innerText()).not.toMatch(/NaN|Infinity|undefined|\{|lessons?-\w/);
      if (i + 1 < steps.length) await page.getByRole("button", { name: "Next step" }).click();
    }
    expect(refused, "a student can be wrong").toBeGreaterThan(0);
    await page.getByText("All steps of this lesson are done.").waitFor();
    await page.getByRole("button", { name: "All lessons" }).click();
    await page.getByText(`${steps.length} of ${steps.length} steps done`).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

test("a teacher locks one control and hides another, a reading and the way on; the link does it", async () => {
  const { page, problems, close } = await open("served", { hash: at("teacher"), ready: false });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByText("R, C and the peak").click();
  const step = page.locator(".lesson-notes[open] .notes > li").nth(1);
  await step.getByText("Hide or lock").click();
  await step.locator('select[data-mark="peak.2.r"]').selectOption("locked");
  expect(await step.locator(".arrange [role=status]").innerText()).toContain("needs Resistance");
  await step.locator('select[data-mark="peak.2.c"]').selectOption("hidden");
  await step.getByRole("checkbox", { name: "peak frequency" }).uncheck();
  await page.getByRole("checkbox", { name: "leave out the way to the other steps" }).check();
  await step.getByRole("button", { name: "Copy the link" }).click();
  await step.getByText("The link is on the clipboard.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await close();

  const student = await open(new URL(link));
  await student.page.getByText("Step 2 of 3", { exact: true }).waitFor();
  expect(await student.page.getByRole("slider").count()).toBe(1);
  expect(await student.page.getByRole("slider", { name: "Resistance" }).isDisabled()).toBe(true);
  expect(await student.page.locator("[data-reading]").evaluateAll((all) => all.map((one) => one.getAttribute("data-reading")))).toEqual(["arc", "capacitance"]);
  expect(await student.page.getByRole("button", { name: /Next step|Step before|Show one way/ }).count()).toBe(0);
  expect([...problems, ...student.problems]).toEqual([]);
  await student.close();
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

test("undo leads back through a task that is done, a step for each number typed", async () => {
  const { page, problems, close } = await open("served", { hash: at("arc.1") });
  const field = page.getByRole("textbox", { name: /^Electrolyte/ }).first();
  const before = await field.inputValue();
  await type(page, /^Electrolyte/, "80");
  await type(page, /^Electrolyte/, "50");
  await page.locator(".finding.done").waitFor();
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.click();
  await expect.poll(() => field.inputValue()).toMatch(/^80/);
  await undo.click();
  await expect.poll(() => field.inputValue()).toBe(before);
  expect(await undo.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByRole("button", { name: "Redo" }).click();
  await page.locator(".finding.done").waitFor();
  expect(await page.locator(".explain").count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

test("what a step's figure shows is in the link, and is that step's alone", async () => {
  const { page, problems, close } = await open("served", { hash: at("arc.1") });
  const ticks = async (page: Page) => (await page.locator("ip-lesson-step ip-plot").first().locator(".ip-tick").allTextContents()).sort();
  await page.locator("ip-lesson-step ip-plot .ip-tick").first().waitFor();
  const whole = await ticks(page);
  for (let i = 0; i < 2; i++) await page.locator("ip-lesson-step ip-plot .ip-stage").first().press("+");
  await expect.poll(() => page.url()).toContain("zoom.lessons.arc-1-1=");
  const zoomed = await ticks(page);
  expect(zoomed).not.toEqual(whole);
  const other = await open(new URL(page.url()));
  await expect.poll(() => ticks(other.page)).toEqual(zoomed);
  expect(other.problems).toEqual([]);
  await other.close();
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByText("Step 2 of 4").waitFor();
  await expect.poll(() => page.locator("ip-lesson-step").getByRole("button", { name: "Show all" }).count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

test("an answer to a mystery cell that cannot be read stays, with the reason", async () => {
  const { page, problems, close } = await open("served", { hash: at("teacher"), ready: false });
  const student = await open(new URL(await page.getByTestId("mystery-link").inputValue()));
  await close();
  const arc = student.page.getByRole("textbox", { name: "Arc resistance", exact: true });
  const bar = student.page.getByRole("textbox", { name: /standard error of arc resistance/i });
  const finding = student.page.locator(".answer").first().locator(".finding");
  const check = async (value: string, error: string): Promise<string> => {
    await arc.fill(value);
    await bar.fill(error);
    await student.page.getByRole("button", { name: "Check" }).click();
    expect([(await arc.inputValue()).replace("\u202f", ""), await bar.inputValue()]).toEqual([value, error]);
    return finding.innerText();
  };
  expect(await check("much", "")).toBe("“much” is no number in Ω·cm².");
  expect(await check("101700", "-3")).toBe("“-3” is no error bar, which is a number above zero in Ω·cm².");
  expect(await check("12500", "12")).not.toContain("is no");
  expect([...problems, ...student.problems]).toEqual([]);
  await student.close();
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
  expect(await student.page.locator('[data-grade="kind"]').innerText()).toBe("Not chosen yet.");
  expect(await student.page.getByRole("textbox", { name: "Arc resistance", exact: true }).inputValue()).toMatch(/^[\d\u202f]+$/);
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
