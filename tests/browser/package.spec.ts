/** The npm package as others use it: packed, installed into an empty Node project, imported by an empty page. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { closeBrowser, foreignOrigin, open } from "./harness";
import { zplot } from "./spectra";

const pkg = fileURLToPath(new URL("../../dist/pkg/", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "interphase-"));
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

let packed: string[];
beforeAll(() => {
  const [tarball] = JSON.parse(run("npm", "pack", pkg, "--json", "--offline"));
  packed = tarball.files.map((file: { path: string }) => file.path);
  writeFileSync(join(project, "package.json"), `{ "type": "module", "private": true }`);
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${tarball.filename}`);
});
afterAll(async () => {
  rmSync(project, { recursive: true });
  await closeBrowser();
});

test("the tarball holds the engine, its types, README, licences and nothing else", () => {
  expect(packed.sort()).toEqual([
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "interphase.d.ts", "interphase.js", "interphase_bg.wasm", "interphase_bg.wasm.d.ts", "package.json",
  ]);
});

/** The README's example that says so. */
const example = (part: string) =>
  [...readFileSync(join(pkg, "README.md"), "utf8").matchAll(/```(?:js|html)\n([^]*?)```/g)].map(([, code]) => code!).find((code) => code.includes(part))!;

test("the README's Node example runs as it stands", () => {
  writeFileSync(join(project, "example.js"), `${example("initSync")}\nconsole.log(JSON.stringify([re.length, im.length, [...re, ...im].every(Number.isFinite)]));`);
  expect(JSON.parse(run(process.execPath, "example.js"))).toEqual([51, 51, true]);
});

test("the README's page reads and fits a file", async () => {
  const { page, problems, close } = await open(new URL(`http://localhost:${inject("port")}/hosts/empty.html`), { ready: false });
  await page.route("**/pkg/example.html", (route) => route.fulfill({ contentType: "text/html", body: `<link rel="icon" href="data:,">${example("readSpectra")}` }));
  await page.route("**/pkg/cell.z", (route) => route.fulfill({ body: zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 }) }));
  const said = page.waitForEvent("console");
  await page.goto(`http://localhost:${inject("port")}/pkg/example.html`);
  const values = await (await said).args()[0]!.evaluate((list) => [...(list as Iterable<number>)]);
  expect(values).toHaveLength(4);
  expect(values[1]! / 1200).toBeCloseTo(1, 3);
  expect(problems).toEqual([]);
  await close();
});

test("the README's notebook cell gives its rows, from another origin", async () => {
  const { page, problems, close } = await open(new URL(`${foreignOrigin()}/hosts/empty.html`), { ready: false });
  const cell = example("Float64Array.from({ length: 71").replace("https://your.host/interphase", `http://localhost:${inject("port")}`);
  expect(cell).toContain("localhost");
  const at = cell.lastIndexOf("\n[") + 1;
  const rows = await page.evaluate<{ hz: number; re: number; im: number }[]>(`(async () => { ${cell.slice(0, at)} return ${cell.slice(at)} })()`);
  expect(rows).toHaveLength(71);
  expect(rows.every(({ hz, re, im }) => hz > 0 && re > 0 && Number.isFinite(im))).toBe(true);
  expect(problems).toEqual([]);
  await close();
});

test.each([["nodenext", "nodenext"], ["node16", "node16"], ["esnext", "bundler"]])("the types suffice for a strict TypeScript project: module %s, resolution %s", (module, resolution) => {
  writeFileSync(join(project, "use.ts"), `
    import init, { initSync, fit, readSpectra, version, type Fit } from "interphase";
    export async function first(bytes: Uint8Array): Promise<Fit> {
      await init();
      initSync({ module: bytes });
      const model: string = version().model;
      const spectrum = readSpectra("a.z", bytes).spectra[0];
      if (!spectrum) throw new Error(model);
      return fit("R0-p(R1,CPE1)", spectrum);
    }`);
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  run(process.execPath, tsc, "--strict", "--noEmit", "--target", "es2022", "--module", module, "--moduleResolution", resolution, "--lib", "es2022,dom,esnext.disposable", "--types", "", "use.ts");
});

test("an empty page imports it from where it lies", async () => {
  const { page, problems, close } = await open(new URL(`http://localhost:${inject("port")}/hosts/empty.html`), { ready: false });
  const version = await page.evaluate<{ package: string }>(
    `import("/pkg/interphase.js").then(async (engine) => (await engine.default(), engine.version()))`,
  );
  expect(version.package).toBe(JSON.parse(readFileSync(join(pkg, "package.json"), "utf8")).version);
  expect(problems).toEqual([]);
  await close();
});
