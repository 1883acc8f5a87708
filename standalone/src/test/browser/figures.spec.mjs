// What the overview shows is what is on the topics.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, given, number, rows, screenshot, shown, until, visit } from "./stage.mjs";

const KINDS = { raw: "Raw", events: "Events", duplicates: "Duplicates", resends: "Resends", dead_letters: "Dead letters" };

/** The figures of the line "raw = events + duplicates + resends + dead letters + in flight". */
async function books(page) {
  const shown = await page.locator("[data-total]").evaluateAll((all) => all.map((one) => [one.dataset.total, one.textContent]));
  return Object.fromEntries(shown.map(([key, text]) => [key, number(text)]));
}

test("the overview's totals are those counted in the topics", () => visit("/", async (page) => {
  const expected = { ...given.counted, in_flight: 0 };
  await until("the page is up to date", async () => (await books(page)).raw === expected.raw);
  const { raw, ...parts } = await books(page);
  assert.deepEqual({ raw, ...parts }, expected);
  assert.equal(raw, Object.values(parts).reduce((sum, part) => sum + part, 0));
  const tile = (name) => page.locator(`[data-tile=${name}]`).innerText();
  for (const name of ["raw", "events", "duplicates"]) assert.match(await tile(name), new RegExp(`${shown(expected[name])} in all`));
  assert.match(await tile("dead_letters"), new RegExp(`^Dead letters\\s+${shown(expected.dead_letters)}\\s`));
  assert.match(await tile("in_flight"), /^In flight\s+0\s/);
  await screenshot(page, "figures");
}));

test("each source's line is what is counted for it", () => visit("/", async (page) => {
  const lines = await rows(page, "Ledger by source");
  assert.ok(lines.length > 5);
  for (const row of lines) {
    const counted = given.sources[row.Source];
    assert.ok(counted, `${row.Source} was not counted`);
    for (const [key, name] of Object.entries(KINDS)) assert.equal(number(row[name]), counted[key], `${row.Source}: ${name}`);
    assert.equal(number(row["In flight"]), 0);
  }
}));

test("the dead letters' page counts as many", () => visit("/dead-letters", async (page) => {
  const { letters, complete } = await until("all letters are read", async () => {
    const answer = await api("/v1/dead-letters");
    return answer.complete && answer;
  });
  assert.ok(complete);
  assert.ok(letters >= given.counted.dead_letters);
  await page.getByText(`${shown(letters)} letters`).first().waitFor();
}));
