/** The page in a folder below others, as a frozen version `/…/v1.2.0/` lies: everything it asks for is inside. */
import { afterAll, expect, inject, test } from "vitest";
import { closeBrowser, foreignOrigin, open } from "./harness";
import { BELOW } from "./server";

afterAll(closeBrowser);
const folder = () => `http://localhost:${inject("port")}${BELOW}`;

test("it opens and can be saved, and asks for nothing outside its folder", async () => {
  const { page, problems, requests, close } = await open(new URL(`${folder()}#v1/analyse`));
  await page.locator("ip-file-drop").first().waitFor({ state: "attached" });
  await page.locator("header .actions .plain").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save this page" }).click()]);
  expect(await download.failure()).toBeNull();
  expect(requests.filter((address) => !address.startsWith(folder()))).toEqual([]);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const more = await page.locator("ip-share a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(more).toContain(`${folder()}embed/index.html`);
  for (const link of [...links, ...more].filter((link) => link.startsWith("http"))) expect(link.startsWith(folder()), link).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

test("its embed.js, on a page elsewhere, finds the page beside it", async () => {
  const { page, problems, close } = await open(new URL(`${foreignOrigin()}/hosts/empty.html`), { ready: false });
  await page.setContent(`<!doctype html><title>A host</title><script type="module" src="${folder()}embed.js"></script><interphase-lab view="map"></interphase-lab>`);
  await page.locator("interphase-lab[ready]").waitFor();
  expect(await page.locator("iframe").getAttribute("src")).toBe(`${folder()}index.html`);
  await page.frameLocator("iframe").locator("ip-map svg").first().waitFor();
  expect(problems).toEqual([]);
  await close();
});

test("its page about embedding has its own styles, script and page", async () => {
  const { page, problems, requests, close } = await open(new URL(`${folder()}embed/index.html`), { ready: false });
  await page.locator("interphase-lab[ready]").first().waitFor();
  expect(requests.filter((address) => !address.startsWith(folder()))).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});
