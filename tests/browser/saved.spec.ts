/** What the share dialog hands out works: the link and its QR code, the code to embed, the citation, and the saved page without a network. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import jsQR from "jsqr";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, test } from "vitest";
import { closeBrowser, drop, foreignOrigin, open, type Place } from "./harness";
import { zplot } from "./spectra";

const folder = mkdtempSync(join(tmpdir(), "interphase-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeBrowser();
});

const LINK = "#v1/explore?thicknessNm=6.5&barrierEv=1.2";
const share = (page: Page) => page.locator("header .actions .plain").click();
const text = (page: Page, label: string) => page.locator("ip-share").getByLabel(label, { exact: true }).inputValue();

/** All that a person reads in numbers. */
const shown = (page: Page) =>
  page.locator("[data-testid=sentence], [data-testid=arc-fit], .laws").evaluateAll((parts) => parts.map((part) => (part as HTMLElement).innerText.replace(/\s+/g, " ").trim()));

async function save(page: Page, name: string): Promise<URL> {
  await share(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save this page" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^interphase.*\.html$/);
  const path = join(folder, name);
  await download.saveAs(path);
  await page.locator("ip-share .dialog-head button").click();
  return pathToFileURL(path);
}

describe.each<Place>(["served", "served file", "file://"])("saved from %s", (place) => {
  test("it opens without a network with the same sentence, numbers and data, and can be saved again", async () => {
    const first = await open(place, { hash: LINK });
    await drop(first.page, "two </script> arcs & more.z", zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 }));
    await drop(first.page, "another.z", zplot({ series: 7.5, resistance: 2340, q: 3.1e-6, n: 0.87 }));
    await expect.poll(() => first.page.getByTestId("arc-fit").count(), { timeout: 10_000 }).toBe(2);
    const before = await shown(first.page);
    const saved = await save(first.page, "saved.html");
    expect(first.problems).toEqual([]);
    await first.close();

    const second = await open(saved, { offline: true });
    await expect.poll(() => second.page.getByTestId("arc-fit").count(), { timeout: 10_000 }).toBe(2);
    expect(await shown(second.page)).toEqual(before);
    await second.page.getByRole("slider", { name: "Film thickness" }).press("PageUp");
    await expect.poll(() => shown(second.page)).not.toEqual(before);
    const moved = await shown(second.page);
    await expect.poll(() => second.page.evaluate(() => location.hash)).toMatch(/thicknessNm=(?!6\.5&)/);
    await second.page.reload();
    await expect.poll(() => second.page.getByTestId("arc-fit").count(), { timeout: 10_000, message: "the data are there after a reload, too" }).toBe(2);
    expect(await shown(second.page)).toEqual(moved);
    const again = await save(second.page, "again.html");
    expect(second.problems).toEqual([]);
    expect(second.requests.every((address) => address.startsWith("file:"))).toBe(true);
    await second.close();

    const third = await open(again, { offline: true });
    await expect.poll(() => third.page.getByTestId("arc-fit").count(), { timeout: 10_000 }).toBe(2);
    expect(await shown(third.page)).toEqual(moved);
    expect(await third.page.locator("#interphase-state").count()).toBe(1);
    expect(third.problems).toEqual([]);
    await third.close();
  });
});

describe("the share dialog", () => {
  test("link and QR code lead to the same state", async () => {
    const { page, problems, close } = await open("served", { hash: LINK, colorScheme: "dark" });
    await share(page);
    const link = await text(page, "Link to what you see");
    expect(link).toContain("thicknessNm=6.5");
    await page.getByText("QR code for a class").click();
    const pixels = await page.locator("ip-share svg.qr").evaluate(async (svg) => {
      const copy = svg.cloneNode(true) as SVGElement;
      for (const [name, value] of [["xmlns", "http://www.w3.org/2000/svg"], ["width", "400"], ["height", "400"]] as const) copy.setAttribute(name, value);
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 400 });
      const pen = canvas.getContext("2d")!;
      pen.drawImage(image, 0, 0);
      return [...pen.getImageData(0, 0, 400, 400).data];
    });
    expect(jsQR(Uint8ClampedArray.from(pixels), 400, 400)?.data).toBe(link);
    expect((await page.locator("ip-share svg.qr").boundingBox())!.width, "large enough to point a phone at").toBeGreaterThan(150);
    const words = await shown(page);
    const second = await open(new URL(link));
    expect(await shown(second.page)).toEqual(words);
    await second.close();
    expect(problems).toEqual([]);
    await close();
  });

  test.each(["As an element", "As a frame"])("%s: the code works where it is pasted", async (label) => {
    const { page, close } = await open("served", { hash: LINK });
    await share(page);
    await page.getByText("Put it into a page").click();
    const code = await text(page, label);
    const words = await page.getByTestId("sentence").innerText();
    await close();
    const host = await open(new URL(`${foreignOrigin()}/hosts/empty.html`), { ready: false });
    await host.page.setContent(`<!doctype html><title>A host</title>${code}`);
    const sentence = host.page.frameLocator("iframe").getByTestId("sentence");
    await expect.poll(() => sentence.innerText().catch(() => ""), { timeout: 10_000 }).toBe(words);
    expect(host.problems).toEqual([]);
    await host.close();
  });

  test("the citation names software and model", async () => {
    const { page, close } = await open("served");
    const version = await page.evaluate<{ package: string; model: string }>(`import("/pkg/interphase.js").then(async (e) => (await e.default(), e.version()))`);
    await share(page);
    await page.getByText("Cite", { exact: true }).click();
    const entry = await text(page, "BibTeX");
    expect(entry).toMatch(/^@software\{/);
    expect(entry).toContain(`{${version.package}}`);
    expect(entry).toContain(`model ${version.model}`);
    expect(entry).toContain(`http://localhost:${inject("port")}/`);
    await close();
  });
});
