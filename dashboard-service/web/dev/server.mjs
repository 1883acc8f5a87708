// Serves the built pages, to work on them without building the program anew: node dev/server.mjs [port] [dashboard].
// Without a dashboard's address, as in http://127.0.0.1:8080, the answers are examples; with one, they are its own.
import { readFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { answer, event, overview, pulse } from "./answers.mjs";

const assets = new URL("../../src/main/resources/dashboard/", import.meta.url);
const types = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml" };
const port = Number(process.argv[2] ?? 21600);
const dashboard = process.argv[3];
const FILE = /^\/assets\/([a-z]+\.(css|js|json|svg))$/;
const ANSWERED = /^\/(v1\/|metrics$|readyz$)/;

/** Passes a request on, and its answer back as it comes. */
function pass(request, response) {
  // What changes something is taken from the dashboard's own pages only; here these are ours.
  const { origin, host, ...headers } = request.headers;
  const passed = ask(new URL(request.url, dashboard), { method: request.method, headers }, (answered) => {
    response.writeHead(answered.statusCode, answered.headers);
    answered.pipe(response);
    answered.on("error", () => response.destroy());
  });
  // What a browser sees of a server that is not there: a connection that ends.
  passed.on("error", () => response.destroy());
  response.on("close", () => passed.destroy());
  request.pipe(passed);
}

function stream(request, response) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  let n = 100;
  const send = (name, data) => response.write(`id: dev-${n}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  send("overview", overview());
  send("pulse", pulse());
  const timer = setInterval(() => {
    n++;
    send("pulse", pulse());
    send("event", { ...event(n), received_at: new Date().toISOString() });
  }, 1000);
  request.on("close", () => clearInterval(timer));
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (dashboard && ANSWERED.test(pathname)) {
    pass(request, response);
  } else if (pathname === "/v1/stream") {
    stream(request, response);
  } else if (pathname.startsWith("/v1/")) {
    const data = answer(pathname, searchParams);
    response.writeHead(data ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(data ?? { detail: "the example server has no such answer" }));
  } else {
    const name = FILE.exec(pathname)?.[1] ?? "index.html";
    response.writeHead(200, {
      "content-type": types[name.split(".")[1]] + ";charset=utf-8",
      "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    });
    response.end(readFileSync(new URL(name, assets)));
  }
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
