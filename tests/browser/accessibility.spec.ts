/** Everyone can use it: axe-core finds nothing in any scene, in any theme, on a phone and a laptop, in both languages. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { closeBrowser, open, type Watched } from "./harness";
import type { Store, Theme } from "../../www/state/store";
import { enter, scenes, type Look } from "./scenes";

afterAll(closeBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A laptop and a phone, each in one of the languages. */
const looks: readonly Look[] = [
  { theme: "light", language: "en", width: 1280, height: 800 },
  { theme: "light", language: "de", width: 390, height: 844 },
];

/** What axe-core finds, as sentences with the place. */
async function findings(page: Page, part?: string, rules?: readonly string[]): Promise<string[]> {
  const where = part ? { include: [{ fromShadowDom: ["interphase-lab", part] }] } : {};
  const options = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
  const { violations } = (await page.evaluate(`axe.run(${part ? JSON.stringify(where) : "document"}, ${JSON.stringify(options)})`)) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any }) => `${id}: ${help}: ${target.flat().join(" ")} ${any.map(({ message }) => message).join("; ")}`));
}

/** Another theme is other colours and sizes, and nothing else. */
async function findingsIn(page: Page, theme: string, part?: string): Promise<string[]> {
  await page.locator("interphase-lab").evaluate(async (lab, theme) => {
    (lab as unknown as { store: Store }).store.update({ theme: theme as Theme }, { history: "replace" });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, theme);
  return (await findings(page, part, ["color-contrast", "target-size", "scrollable-region-focusable"])).map((found) => `${theme}: ${found}`);
}

describe.each(looks)("$width px, $language", (look) => {
  const { width, height } = look;
  let watched: Watched;
  beforeAll(async () => {
    watched = await open("served", { viewport: { width, height }, hasTouch: width < 500, isMobile: width < 500, reducedMotion: "reduce" });
    watched.page.setDefaultTimeout(10_000);
    await watched.page.evaluate(axe);
  });
  afterAll(async () => {
    expect(watched.problems).toEqual([]);
    await watched.close();
  });

  test.each(scenes)("$name", async (scene) => {
    const { page } = watched;
    await enter(page, scene, look);
    const found = [...(await findings(page, scene.part)), ...(await findingsIn(page, "dark", scene.part)), ...(await findingsIn(page, "projector", scene.part))];
    await scene.leave?.(page);
    expect(found).toEqual([]);
  });
});

test("the page about embedding", async () => {
  const { page, close } = await open(new URL(`http://localhost:${inject("port")}/embed/index.html`), { ready: false });
  await page.evaluate(axe);
  expect(await findings(page)).toEqual([]);
  await close();
});
