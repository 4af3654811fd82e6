// The peer for requests a second: Node's own HTTP server, one process, answering the same small JSON.
import http from "node:http";

const body = '{"status":"ok"}';
http
  .createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length });
    response.end(body);
  })
  .listen(0, "127.0.0.1", function listening() {
    console.log(`listening on http://127.0.0.1:${this.address().port}`);
  });
