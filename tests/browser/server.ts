/** Serves dist/ and the host pages of tests/browser/embed on two origins: localhost and 127.0.0.1. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    port: number;
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** `/…` is dist/, `/hosts/…` is tests/browser/embed/: pages that embed the page. */
function fileOf(url: string): string {
  const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  const file = path.startsWith("/hosts/") ? join(root, "tests/browser/embed", path.slice(7)) : join(root, "dist", path);
  return path.endsWith("/") ? join(file, "index.html") : file;
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    try {
      const file = fileOf(request.url ?? "/");
      const body = await readFile(file);
      // As GitHub Pages does, so that frames of a foreign or opaque origin may load scripts and wasm.
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(404).end("There is nothing here.");
    }
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  project.provide("port", (server.address() as AddressInfo).port);
  return () =>
    new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
}
