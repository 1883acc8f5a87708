// How soon a page is there: node dev/speed.mjs URL [TIMES]
// Opens it in a new browser so many times and prints what the page itself measures: until it can be used, and how long each chart took to
// draw its history for the first time.
import { setTimeout as pause } from "node:timers/promises";
import { onPage } from "./chromium.mjs";

const [url, times = "5"] = process.argv.slice(2);
if (!url || !(Number(times) > 0)) {
  console.error("usage: node dev/speed.mjs URL [TIMES]");
  process.exit(2);
}
const WITHIN_MS = 15_000;
const MEASURES = `performance.getEntriesByType("measure").filter(({ name }) => name.startsWith("dateline:"))
  .map(({ name, duration, detail }) => ({ name: name.slice(9), ms: Math.round(duration), chart: detail?.chart, points: detail?.points }))`;

for (let n = 1; n <= Number(times); n++) {
  const measures = await onPage(url, async ({ evaluate }) => {
    const end = Date.now() + WITHIN_MS;
    let found = [];
    while (Date.now() < end && !(found.some(({ name }) => name === "interactive") && found.some(({ name }) => name === "history"))) {
      await pause(500);
      found = await evaluate(MEASURES);
    }
    await pause(1_000);
    return evaluate(MEASURES);
  });
  console.log(measures.map(({ name, ms, chart, points }) => (chart ? `${chart} ${ms} ms (${points} points)` : `${name} ${ms} ms`)).join(", ") || "nothing was measured");
}
