// What an open page keeps in memory: node dev/memory.mjs URL [MINUTES] [tour]
// Collects garbage once a minute and prints what is left. With `tour` it goes through all pages of the navigation in each minute, and back
// to the first.
import { setTimeout as pause } from "node:timers/promises";
import { onPage } from "./chromium.mjs";

const [url, minutes = "30", tour] = process.argv.slice(2);
if (!url || !(Number(minutes) > 0) || (tour && tour !== "tour")) {
  console.error("usage: node dev/memory.mjs URL [MINUTES] [tour]");
  process.exit(2);
}

await onPage(url, async ({ ask, evaluate }) => {
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
});
