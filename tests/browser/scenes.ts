/** Everything the page can show, one scene after the other: for tests that look at all of it. */
import type { Page } from "playwright-core";
import { drop } from "./harness";
import { zplot } from "./spectra";

export interface Scene {
  readonly name: string;
  /** View and query of the link, without theme and language. */
  readonly link: string;
  /** What is new in it, where the rest is another scene. */
  readonly part?: string;
  /** What a person does to see it. */
  act?(page: Page): Promise<void>;
  /** And to leave it. */
  leave?(page: Page): Promise<void>;
}

const arc = zplot({ series: 7.5, resistance: 2340, q: 3.1e-6, n: 0.87 });
/** A table that no reader knows: the page asks what its columns are. */
const unknown = ["Dienstag", "Nr;A;B;C", ...Array.from({ length: 20 }, (_, i) => `${i};${10 ** (5 - i / 4)};${-i};${i + 3}`), ""].join("\n");

const escape = async (page: Page) => {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
};
const sample = (id: string) => async (page: Page) => {
  await page.getByTestId("sample").selectOption(id);
  await page.locator("ip-analyse .task:not(ip-choice)").waitFor();
};
const dialog = (n: number) => async (page: Page) => {
  await page.locator(".actions button").nth(n).click();
  await page.getByRole("dialog").waitFor();
  for (const summary of await page.locator("dialog summary").all()) await summary.click();
};

/** In an order that lets each be reached from the one before without loading the page again. */
export const scenes: readonly Scene[] = [
  { name: "Explore", link: "explore" },
  { name: "Explore, split, with polysulfide", link: "explore?explore.layout=split&polysulfideMolPerL=0.1" },
  { name: "Explore beside real lithium", link: "explore?explore.compare=lithium" },
  {
    name: "Explore, all parameters, one refused", link: "explore",
    act: async (page) => {
      await page.locator(".more > summary").first().click();
      await page.locator(".slider-value input").first().fill("99999");
      await page.locator(".slider-value input").first().press("Enter");
    },
    leave: (page) => page.locator(".more > summary").first().click(),
  },
  {
    name: "an explanation", link: "explore", part: "dialog",
    act: async (page) => {
      await page.locator(".slider-note .link").first().click();
      await page.getByRole("dialog").waitFor();
    },
    leave: escape,
  },
  { name: "Operando", link: "operando?operando.place=0.7" },
  { name: "Current, stripping", link: "current?current.place=0.5" },
  { name: "Current, plating", link: "current?current.place=0.8&current.direction=plate&current.axis=capacity" },
  { name: "Map", link: "map" },
  { name: "Analyse without data", link: "analyse" },
  { name: "Analyse: arc", link: "analyse", act: sample("gc-polysulfide") },
  { name: "Analyse: circuit", link: "analyse?analyse.task=circuit" },
  { name: "Analyse: Kramers-Kronig", link: "analyse?analyse.task=kramers-kronig" },
  { name: "Analyse: relaxation times", link: "analyse?analyse.task=relaxation" },
  { name: "Analyse: which film", link: "analyse", act: sample("probe") },
  { name: "Analyse: series", link: "analyse", act: sample("growth") },
  { name: "Explore with a file", link: "explore", act: (page) => drop(page, "one arc.z", arc) },
  {
    name: "the table mapper", link: "explore", part: "dialog",
    act: async (page) => {
      await drop(page, "dienstag.txt", unknown);
      await page.getByRole("dialog").waitFor();
    },
    leave: escape,
  },
  {
    name: "a refused file", link: "explore", part: ".messages",
    act: async (page) => {
      await drop(page, "holiday.z", "no spectrum in here");
      await page.getByRole("alert").first().waitFor();
    },
  },
  { name: "settings", link: "explore", part: "dialog", act: dialog(2), leave: escape },
  { name: "sharing", link: "explore", part: "dialog", act: dialog(3), leave: escape },
  { name: "Lessons", link: "lessons" },
  { name: "a step before the answer", link: "lessons?lessons.at=arc.1" },
  { name: "a step with a curve", link: "lessons?lessons.at=strip.2&lessons.done=strip-5" },
  { name: "the teacher's page", link: "lessons?lessons.at=teacher", act: (page) => page.locator("details.lesson-notes summary").first().click() },
  {
    name: "a mystery cell", link: "lessons?lessons.at=teacher",
    act: async (page) => {
      await page.locator(".maker .primary").click();
      await page.locator("ip-mystery").waitFor();
    },
  },
  { name: "Model", link: "model" },
];

export interface Look {
  readonly theme: "light" | "dark" | "projector";
  readonly language: string;
  readonly width: number;
  readonly height: number;
}

/** Goes to a scene as it looks in a theme and a language. */
export async function enter(page: Page, { link, act }: Scene, { theme, language }: Look): Promise<void> {
  const hash = `#v1/${link}${link.includes("?") ? "&" : "?"}theme=${theme}&lang=${language}`;
  const view = /^\w+/.exec(link)![0];
  await page.evaluate((hash) => void (location.hash = hash), hash);
  await page.locator(`interphase-lab main > ip-${view}`).waitFor();
  await page.waitForFunction((language) => document.documentElement.lang === language, language);
  await act?.(page);
  // What was asked of the workers is there, and drawn.
  await page.waitForFunction(() => !document.querySelector("interphase-lab")!.shadowRoot!.querySelector("main .busy"));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)))));
}
