// The dashboard goes away: the page says so. It comes back: the page goes on, with the same numbers as before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, ask, measured, screenshot, visit } from "./stage.mjs";

const METRICS = ["raw", "events", "duplicates", "resends", "dead_letters", "in_flight", "p50_ms", "p99_ms"];
const SECOND_MS = 1_000;
/** What is younger may still be on its way when the server is asked. */
const SETTLED_MS = 15 * SECOND_MS;
const LOOKED_AT_MS = 600 * SECOND_MS;

function series(now) {
  const at = (ms) => new Date(Math.floor(ms / SECOND_MS) * SECOND_MS).toISOString();
  return api(`/v1/series?metrics=${METRICS}&from=${at(now - LOOKED_AT_MS)}&to=${at(now - SETTLED_MS)}`);
}

test("a restarted dashboard shows the same numbers, and the page says while it is away", () => visit("/", async (page) => {
  const status = page.getByRole("banner").getByRole("status");
  await status.filter({ hasText: /live/i }).waitFor();
  const now = Date.now();
  const before = { series: await series(now), totals: (await api("/v1/overview")).totals };
  assert.ok(before.series.values.raw.filter((value) => value > 0).length > 5, "there is something to compare");

  await ask("kill-dashboard");
  await status.filter({ hasText: /stale since/i }).waitFor();
  await screenshot(page, "stale");
  const begun = performance.now();
  await ask("start-dashboard");
  await status.filter({ hasText: /live/i }).waitFor();
  measured(`the page is live again ${((performance.now() - begun) / SECOND_MS).toFixed(1)} s after the dashboard was started`);

  assert.deepEqual((await api("/v1/overview")).totals, before.totals);
  assert.deepEqual((await series(now)).values, before.series.values);
}, { mayFail: true }));
