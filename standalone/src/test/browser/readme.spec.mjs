// The README's pictures.
import { test } from "node:test";
import { api, measures, until, visit } from "./stage.mjs";

const IMAGES = new URL("../../../../docs/images/", import.meta.url).pathname;
/** Minutes of history make a picture. */
const ENOUGH = 120;

test("the overview", async () => {
  await until("there is some history", async () => (await api("/v1/series?metrics=raw")).values.raw.filter((value) => value > 0).length > ENOUGH, 240_000);
  await visit("/", async (page) => {
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
