// What an open page keeps in memory: node dev/memory.mjs URL [MINUTES] [tour]
// Opens the page in headless Chromium, collects garbage once a minute and prints what is left. With `tour` it goes through all pages of
// the navigation in each minute, and back to the first. CHROMIUM names the browser's command. Speaks the DevTools protocol over a pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [url, minutes = "30", tour] = process.argv.slice(2);
if (!url || !(Number(minutes) > 0) || (tour && tour !== "tour")) {
  console.error("usage: node dev/memory.mjs URL [MINUTES] [tour]");
  process.exit(2);
}
const ANSWER_MS = 30_000;
const profile = mkdtempSync(join(tmpdir(), "dateline-memory-"));
const browser = spawn(
  process.env.CHROMIUM ?? "chromium",
  ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--window-size=1280,900", "about:blank"],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
);
browser.on("error", (error) => {
  console.error(`no browser: ${error.message}`);
  process.exit(1);
});

const waiting = new Map();
let last = 0;
let rest = "";
browser.stdio[4].setEncoding("utf8").on("data", (chunk) => {
  const messages = (rest + chunk).split("\0");
  rest = messages.pop();
  for (const { id, result, error } of messages.map((text) => JSON.parse(text))) {
    waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
    waiting.delete(id);
  }
});

function send(method, params = {}, sessionId = undefined) {
  const id = ++last;
  browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWER_MS);
    waiting.set(id, (answer) => {
      clearTimeout(late);
      resolve(answer);
    });
  });
}

try {
  const { targetId } = await send("Target.createTarget", { url });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  const evaluate = async (expression) => (await ask("Runtime.evaluate", { expression, returnByValue: true })).result.value;
  await ask("Performance.enable");
  console.log("minute  heap MB  nodes  listeners  busy s/min");
  let busy = 0;
  for (let minute = 0; minute <= Number(minutes); minute++) {
    const began = Date.now();
    if (minute === 0) {
      await pause(15_000);
    } else if (tour) {
      const links = await evaluate("[...document.querySelectorAll('nav a')].map((a) => a.getAttribute('href'))");
      for (const link of [...links.slice(1), links[0]]) {
        await evaluate(`document.querySelector('nav a[href="${link}"]').click()`);
        await pause(4_000);
      }
    }
    if (minute > 0) await pause(Math.max(0, 60_000 - (Date.now() - began)));
    await ask("HeapProfiler.collectGarbage");
    await ask("HeapProfiler.collectGarbage");
    const { metrics } = await ask("Performance.getMetrics");
    const value = (name) => metrics.find((metric) => metric.name === name).value;
    const busyNow = minute === 0 ? "-" : (value("TaskDuration") - busy).toFixed(2);
    busy = value("TaskDuration");
    console.log(
      [minute, (value("JSHeapUsedSize") / 1e6).toFixed(2), value("Nodes"), value("JSEventListeners"), busyNow].map((text, i) => String(text).padStart([6, 7, 5, 9, 10][i])).join("  "),
    );
  }
} finally {
  browser.kill();
  await new Promise((resolve) => (browser.exitCode === null && browser.signalCode === null ? browser.once("exit", resolve) : resolve()));
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
