// One of two instances is killed: the page says so, and says when it is back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, measured, screenshot, until, visit } from "./stage.mjs";

/** The stream tells the verdict once a second. */
const MOST_PULSES = 5;

test("a killed instance is missed within five seconds, and comes back", () => visit("/", async (page) => {
  const main = page.locator("body");
  const gone = main.getByText(/an instance of enrich is gone/i).first();
  await until("both instances are shown", async () => (await page.getByRole("region", { name: /instances/i }).innerText()).match(/enrich/g)?.length >= 2);
  assert.equal(await gone.count(), 0);
  await page.evaluate(() => {
    window.pulses = 0;
    new EventSource("/v1/stream").addEventListener("pulse", () => window.pulses++);
  });
  await until("pulses come", () => page.evaluate(() => window.pulses > 0));

  await ask("kill-enrich");
  const begun = performance.now();
  const from = await page.evaluate(() => window.pulses);
  await gone.waitFor();
  const pulses = (await page.evaluate(() => window.pulses)) - from;
  measured(`a killed instance is missed after ${((performance.now() - begun) / 1000).toFixed(1)} s, with pulse ${pulses}`);
  assert.ok(pulses <= MOST_PULSES, `${pulses} pulses`);
  await screenshot(page, "instance-gone");

  await ask("start-enrich");
  await gone.waitFor({ state: "detached" });
  await screenshot(page, "instance-back");
}));
