// A stretch of time chosen on the map's brush moves the map and the list together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { given, screenshot, until, visit } from "./stage.mjs";

/** Shares of the last 24 hours: about ten to three hours ago. */
const FROM = 0.58;
const TO = 0.87;

test("the brush chooses what the map and the list show", () => visit("/map?span=24h", async (page) => {
  const titles = page.locator("ol.events a.title");
  const dots = page.locator("svg.map circle");
  await until("all is shown", async () => (await titles.count()) > 5 && (await dots.count()) > 5);
  const allDots = await dots.count();
  const box = await page.getByRole("group", { name: "Time of receipt" }).boundingBox();

  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * FROM, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y);
  await page.mouse.move(box.x + box.width * TO, y);
  await page.mouse.up();

  await until("the list is the early article alone", async () => String(await titles.allInnerTexts()) === given.early);
  await until("the map shows its place alone", async () => (await dots.count()) === 1);
  assert.match(await page.locator("svg.map circle title").textContent(), /^Lisbon: 1$/);
  assert.match(page.url(), /from=.*to=/);
  await screenshot(page, "map-brushed");

  await page.reload();
  await until("the link restores it", async () => String(await titles.allInnerTexts()) === given.early);
  await page.getByRole("button", { name: "All of it" }).click();
  await until("all is shown again", async () => (await titles.count()) > 5 && (await dots.count()) >= allDots);
}));

test("the brush is moved with keys, too", () => visit("/map?span=24h", async (page) => {
  const titles = page.locator("ol.events a.title");
  await until("all is shown", async () => (await titles.count()) > 5);
  const to = page.getByRole("slider", { name: "To" });
  await to.focus();
  const bars = Number(await to.getAttribute("aria-valuemax"));
  for (let left = bars / 8; left > 0; left -= 10) await page.keyboard.press("PageDown");
  await until("the list is the early article alone", async () => String(await titles.allInnerTexts()) === given.early);
}));
