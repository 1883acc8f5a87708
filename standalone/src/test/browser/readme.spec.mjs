// The README's pictures.
import { test } from "node:test";
import { api, measures, until, visit } from "./stage.mjs";

const IMAGES = new URL("../../../../docs/images/", import.meta.url).pathname;
/** Minutes of a steady stream make a picture; what came all at once before would rule it. */
const SECONDS = 120;
/** Over so many seconds the charts draw a mean. */
const MEAN = 20;

test("the overview", async () => {
  await until("what came before is done", async () => (await api("/v1/overview")).totals.in_flight < 20, 120_000);
  const begin = new Date(Date.now() + MEAN * 1000);
  await until("there is some history", async () => Date.now() - begin.getTime() > SECONDS * 1000, 240_000);
  await visit(`/?from=${begin.toISOString()}&to=${new Date().toISOString()}`, async (page) => {
    await until("the charts are drawn", async () => (await measures(page)).some(({ name }) => name === "dateline:history"));
    await page.screenshot({ path: IMAGES + "overview.png" });
  });
});

test("an article", async () => {
  const { events } = await api("/v1/events?limit=200&language=en");
  const best = events.reduce((most, event) => (event.entities.length + 3 * event.copies > most.entities.length + 3 * most.copies ? event : most));
  await visit("/articles/" + best.article_id, async (page) => {
    await page.getByRole("article").waitFor();
    await page.getByRole("region", { name: "Where it comes from" }).waitFor();
    await page.screenshot({ path: IMAGES + "article.png" });
  });
});
