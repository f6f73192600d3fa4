/**
 * The page is bundled in three ways, from the same sources:
 *   --mode page     dist/: a folder for any static host, under any path (relative addresses, hashed names);
 *   --mode embed    dist/embed.js: the element for other people's pages, one script without the page;
 *   --mode single   one self-contained file that runs from file://: styles, and compressed the script with workers and wasm.
 *
 * What the sources need to know:
 *   `import init from "interphase"`                             the wasm package, target/pkg (only www/engine.ts does this);
 *   `import init from "interphase/model"`                       the same with the model alone, target/pkg-model, for the first
 *                                                               visit; in the single file it is the whole package;
 *   `import { compileEngine, compileModel } from "virtual:engine-wasm"`   their WebAssembly.Modules, fetched or unpacked from the
 *                                                               file: give them to `init({ module_or_path: module })` and workers;
 *   `import SomeWorker from "./some-worker.ts?worker&inline"`   a worker that both builds, sandboxed frames and file:// can start;
 *   `__SINGLE_FILE__`                                           true in the single file.
 * The Content-Security-Policy forbids inline style attributes in HTML and templates (Lit's styleMap writes one when it
 * first renders): set custom properties or `element.style`, or use SVG attributes.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const engine = here("target/pkg/interphase_bg.wasm");
const model = here("target/pkg-model/model_bg.wasm");

/** Bytes as they lie in the single file, and what gives them back there: a loop, because `Uint8Array.from` takes a hundred times as long. */
const pack = (bytes: Buffer | string): string => gzipSync(bytes, { level: 9 }).toString("base64");
const UNPACK = `(id) => {
      const letters = atob(document.getElementById(id).textContent), bytes = new Uint8Array(letters.length);
      for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
      return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
    }`;

/** `virtual:engine-wasm`: one way to the compiled engine in both builds; the single file carries no model apart. */
function engineWasm(single: boolean): Plugin {
  const name = "virtual:engine-wasm";
  const fetched = `
    import engine from ${JSON.stringify(`${engine}?url&no-inline`)};
    import model from ${JSON.stringify(`${model}?url&no-inline`)};
    export const compileEngine = () => compile(engine);
    export const compileModel = () => compile(model);
    async function compile(address) {
      const response = await fetch(address);
      if (!response.ok) throw new Error("The engine could not be loaded (" + response.status + ").");
      // Some hosts send no wasm MIME type, and streaming insists on it.
      return response.headers.get("content-type")?.startsWith("application/wasm")
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
    }`;
  const unpacked = `
    const unpack = ${UNPACK};
    export const compileEngine = async () => WebAssembly.compile(await unpack("interphase-engine").arrayBuffer());
    export const compileModel = compileEngine;`;
  return {
    name: "interphase:engine-wasm",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? (single ? unpacked : fetched) : undefined),
    transformIndexHtml: () =>
      single ? [{ tag: "script", attrs: { type: "application/gzip", id: "interphase-engine" }, children: pack(readFileSync(engine)), injectTo: "body" }] : [],
    // The page and its workers hand the module over; the package's own default address would bundle it once more.
    transform: (code, id) =>
      /\/target\/(pkg\/interphase|pkg-model\/model)\.js$/.test(id)
        ? code.replace(/new URL\('\w+_bg\.wasm', import\.meta\.url\)/, "undefined")
        : undefined,
  };
}

/** The engine's sentences without comments and under short names: nobody asks for them by name, and there are hundreds, twice. */
function engineSentences(): Plugin {
  const file = (language: string) => readFileSync(here(`www/texts/${language}/engine.ftl`), "utf8");
  return {
    name: "interphase:engine-sentences",
    apply: "build",
    enforce: "pre",
    load(id) {
      const [, language] = /\/texts\/(\w+)\/engine\.ftl\?raw$/.exec(id) ?? [];
      if (language === undefined) return undefined;
      const names = new Map([...file("en").matchAll(/^([a-z][\w-]*) =/gm)].map(([, name], i) => [name, `e${i.toString(36)}`]));
      const text = file(language).replace(/^#.*\n|^\n/gm, "").replace(/^([a-z][\w-]*) =/gm, (all, name) => (names.has(name) ? `${names.get(name)} =` : all)).replace(/\{ (\$\w+) \}/g, "{$1}");
      return `export default ${JSON.stringify(text)};`;
    },
  };
}

/** The text of each script that runs, or of each style. */
const inline = (html: string, tag: "script" | "style") =>
  [...html.matchAll(new RegExp(`<${tag}(?![^>]*"application/)[^>]*>([^]*?)</${tag}>`, "g"))].map(([, text]) => text ?? "");

/** The single file with its script compressed, and a few lines that unpack and run it: a third smaller. */
function packed(html: string): string {
  const [code = ""] = inline(html, "script");
  const unpack = `
    try {
      const unpack = ${UNPACK};
      const textContent = await unpack("interphase-code").text();
      const script = Object.assign(document.createElement("script"), { type: "module", textContent });
      document.head.append(script);
      script.remove();
    } catch (error) {
      document.querySelector("interphase-lab").append("Interphase needs a browser of 2023 or newer. (" + error + ")");
    }`;
  return html
    .replace(/<script[^>]*>[^]*?<\/script>/, "")
    .replace("</body>", `<script type="application/gzip" id="interphase-code">${pack(code)}</script><script type="module">${unpack}</script></body>`);
}

/** What the first picture waits for arrives sooner: the few rules of the document stand in it, the model is fetched as the scripts are, but after them. */
function firstPicture(): Plugin {
  return {
    name: "interphase:first-picture",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        const wasm = Object.keys(bundle).find((name) => /model_bg-.*\.wasm$/.test(name));
        if (page?.type !== "asset" || !wasm) return this.error("There is no index.html or no model.");
        page.source = String(page.source)
          .replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/, (_, name: string) => {
            const sheet = bundle[name];
            delete bundle[name];
            return `<style>${sheet?.type === "asset" ? String(sheet.source).trim() : ""}</style>`;
          })
          .replace("</head>", () => `  <link rel="preload" as="fetch" fetchpriority="low" type="application/wasm" crossorigin href="./${wasm}">\n  </head>`);
      },
    },
  };
}

/** Writes the Content-Security-Policy into the page; the single file is packed, and allows its own inline scripts by hash, as the page does its styles. */
function contentSecurityPolicy(single: boolean): Plugin {
  const hashes = (html: string, tag: "script" | "style") =>
    [...new Set(inline(html, tag))].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`).join(" ");
  const policy = (html: string) =>
    [
      "default-src 'none'",
      `script-src ${single ? hashes(html, "script") : "'self'"} 'wasm-unsafe-eval'`,
      `style-src ${single ? "" : "'self' "}${hashes(html, "style")}`,
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "worker-src 'self' blob:",
      `connect-src ${single ? "'none'" : "'self'"}`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; ");
  return {
    name: "interphase:content-security-policy",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const plain = String(file.source);
          const html = single ? packed(plain) : plain;
          // The hash of what is unpacked, and of what unpacks it.
          const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(plain + html)}" />`;
          file.source = html.replace(/<meta charset="utf-8" \/>/i, (charset) => `${charset}\n    ${meta}`);
          if (!file.source.includes(meta)) this.error(`${file.fileName} needs <meta charset="utf-8" />`);
        }
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  const single = mode === "single";
  if (mode === "embed") {
    return {
      publicDir: false,
      build: {
        outDir: "target/embed",
        target: "es2022",
        lib: { entry: here("www/embed/element.ts"), formats: ["es"], fileName: () => "embed.js" },
      },
    };
  }
  return {
    base: "./",
    publicDir: false,
    define: { __SINGLE_FILE__: JSON.stringify(single) },
    resolve: {
      alias: {
        "interphase/model": here(single ? "target/pkg/interphase.js" : "target/pkg-model/model.js"),
        interphase: here("target/pkg/interphase.js"),
      },
    },
    plugins: [engineWasm(single), engineSentences(), single ? viteSingleFile() : firstPicture(), contentSecurityPolicy(single)],
    // Classic workers: a module worker does not start from a blob under file://.
    worker: { format: "iife", plugins: () => [engineWasm(single)] },
    build: {
      outDir: single ? "target/single" : "dist",
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
    },
    test: { include: ["www/**/*.test.ts"] },
  };
});
