/** Serves dist/ and the host pages of tests/browser/embed on two origins: localhost and 127.0.0.1. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { hostPage } from "./embed/hosts";

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

/** dist/ once more, below other folders, as a frozen version lies. */
export const BELOW = "/somewhere/interphase/v1.2.0/";

/** `/…` is dist/, `/hosts/…` are pages that embed the page: their text, or a file of tests/browser/embed/. */
async function bodyOf(path: string): Promise<string | Buffer> {
  const host = path.startsWith("/hosts/") ? path.slice(7) : undefined;
  return host === undefined ? readFile(join(root, "dist", path.replace(BELOW, "/"))) : (hostPage(host) ?? readFile(join(root, "tests/browser/embed", host)));
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/\/$/, "/index.html");
      const body = await bodyOf(path);
      // As GitHub Pages does, so that frames of a foreign or opaque origin may load scripts and wasm.
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
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
