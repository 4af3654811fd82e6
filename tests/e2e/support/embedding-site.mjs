import { once } from "node:events";
import { createServer } from "node:http";

const page = (server) => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><title>Another site</title>
<h1>Another site</h1>
<script async src="${server}/widget.js"></script>
</html>`;

/** No inline code, no eval, no WebAssembly, no inline styles, no strings where code is expected. */
const policy = (server) =>
  [
    "default-src 'none'",
    `script-src ${server}`,
    `connect-src ${server}`,
    "style-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");

/** A website of another origin, which embeds the widget of the server it is told. */
export async function startEmbeddingSite(t) {
  let server = "";
  const site = createServer((request, response) => {
    if (request.url !== "/") return response.writeHead(404).end();
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy(server));
    return response.end(page(server));
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  t.after(() => site.close());
  return {
    origin: `http://127.0.0.1:${site.address().port}`,
    embed(url) {
      server = url;
    },
  };
}
