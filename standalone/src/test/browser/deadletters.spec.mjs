// A dead letter is looked at, tried and redriven by clicks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, given, rows, screenshot, until, visit } from "./stage.mjs";

test("a dead letter is tried and redriven", () => visit(`/dead-letters?source=${given.buriedSource}`, async (page) => {
  const group = page.getByRole("row").filter({ hasText: "STEP_CRASHED" }).first();
  await group.getByRole("button", { name: /onerror/ }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Lighthouse of Stavanger").first().waitFor();
  assert.equal(await page.locator("img[src=x], [onerror]").count(), 0);
  await screenshot(page, "letter");
  await assertAccessible(page);
  await drawer.getByRole("button", { name: "Close" }).click();

  await group.getByRole("checkbox").check();
  const job = page.getByRole("region", { name: "Redrive" });
  await job.getByRole("button", { name: "Try 1 letter without writing" }).click();
  await job.getByRole("alert").waitFor();
  await page.getByLabel("Admin key").fill(given.key);
  await page.getByLabel("Admin key").press("Enter");

  await job.getByRole("button", { name: "Try 1 letter without writing" }).click();
  await job.getByRole("status").filter({ hasText: /scanned 1 of 1, .*1.*stopped because/ }).waitFor();
  await job.getByText(/trial done/i).waitFor();
  assert.equal((await rows(page, "Groups"))[0].Redriven, "0");
  await screenshot(page, "redrive-tried");

  await job.getByRole("button", { name: "Redrive 1 letter" }).click();
  await job.getByRole("button", { name: "Yes, redrive" }).click();
  await job.getByText(/redrive done/i).waitFor();
  await job.getByRole("status").filter({ hasText: "scanned 1 of 1, redriven 1" }).waitFor();
  await until("the group counts it", async () => (await rows(page, "Groups"))[0].Redriven === "1");
  await until("the audit shows it", async () => (await rows(page, "Audit")).some((row) => row.Action === "redrive-end" && row.Outcome.includes("redriven 1")));
  await screenshot(page, "redrive-done");
}, { mayFail: true }));
