/** Opens the built page in Chromium and watches it: errors, requests, violations of the Content-Security-Policy. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";
import { inject } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the page is: the served folder, the single file served, the single file opened from the disk. */
export const places = {
  served: () => `http://localhost:${inject("port")}/`,
  "served file": () => `http://localhost:${inject("port")}/interphase.html`,
  "file://": () => pathToFileURL(join(root, "dist/interphase.html")).href,
};
export type Place = keyof typeof places;

/** The same server under another origin. */
export const foreignOrigin = () => `http://127.0.0.1:${inject("port")}`;

let browser: Promise<Browser> | undefined;

/** The one Chromium of a spec file; close it with `afterAll(closeBrowser)`. */
function launch(): Promise<Browser> {
  return (browser ??= chromium.launch({
    executablePath: process.env["INTERPHASE_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  }));
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

export interface Watched {
  page: Page;
  /** Errors on the console, uncaught exceptions and forbidden loads, since the page was opened. */
  problems: string[];
  /** Addresses asked for, `data:` and `blob:` left out. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens a place or an address in a fresh context and waits until the engine answers. */
export async function open(where: Place | URL, options: BrowserContextOptions & { hash?: string; ready?: boolean; script?: () => unknown } = {}): Promise<Watched> {
  const { hash = "", ready = true, script, ...contextOptions } = options;
  const context = await (await launch()).newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`Forbidden by ${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
  });
  if (script) await page.addInitScript(script);
  await page.goto((where instanceof URL ? where.href : places[where]()) + hash);
  if (ready) {
    await page.locator("interphase-lab main[aria-busy=false]").waitFor();
    // The whole engine is fetched just after the first picture; then loading is over.
    await page.waitForLoadState("networkidle");
  }
  return { page, problems, requests, close: () => context.close() };
}

/** Drops a file on the page as a person would: with the pointer over the plots. */
export async function drop(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const base64 = Buffer.from(bytes).toString("base64");
  await page.locator("ip-drop-zone").waitFor({ state: "attached" });
  await page.locator("interphase-lab").evaluate((lab, { name, base64 }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    const target = lab.shadowRoot?.querySelector("svg") ?? lab;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
    }
  }, { name, base64 });
}

/** Drops a file of the disk. */
export const dropFile = (page: Page, path: string) => drop(page, basename(path), readFileSync(path));

/** The points of every curve drawn, as one text: what changes when a curve moves. */
export const curves = (plot: Locator) =>
  plot.locator("path, polyline").evaluateAll((lines) => lines.map((line) => line.getAttribute("d") ?? line.getAttribute("points")).join("\n"));

/** A real instrument file from beside the repository, or undefined, said loudly, where it is not there. */
export function realFile(name: string): string | undefined {
  const folder = process.env["INTERPHASE_SHARED"] ?? join(root, "../shared");
  const path = join(folder, "spectra/dev", name);
  if (existsSync(path)) return path;
  console.warn(`NOT TESTED: ${name} is not in ${folder}/spectra/dev`);
  return undefined;
}
