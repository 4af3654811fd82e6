import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

function policy(allowWasm: boolean): string {
  const scripts = allowWasm ? "'self' 'wasm-unsafe-eval'" : "'self'";
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; img-src 'self' data:`;
}

/** A file of the build, under the policy that the server sends. */
export async function serveFile(
  folder: string,
  path: string,
  allowWasm: boolean,
  response: ServerResponse,
): Promise<void> {
  const file = path === "/demo" ? "/demo/index.html" : path;
  try {
    const contents = await readFile(join(folder, file));
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": policy(allowWasm),
    });
    response.end(contents);
  } catch {
    response.writeHead(404).end();
  }
}
