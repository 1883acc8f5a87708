// Each page with live data: it shows what it is for, breaks no rule, and is accessible in light and dark; on a narrow screen nothing
// runs over the edge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { api, assertAccessible, given, measured, measures, NARROW, rows, screenshot, until, visit } from "./stage.mjs";

const ALL_INSTANCES = 4;
/** Seconds of history, so that the charts have something to draw. */
const ENOUGH = 30;

async function newest() {
  const { events } = await api("/v1/events?limit=50");
  return events.find((event) => event.entities.length > 2 && event.copies > 0) ?? events[0];
}

const PAGES = [
  { name: "overview", path: "/", look: async (page) => {
    await page.locator("[data-tile=raw]").waitFor();
    await until("events come in", async () => (await page.getByRole("region", { name: "Live events" }).getByRole("listitem").count()) > 5);
    assert.equal(await page.getByRole("region", { name: "Instances" }).getByRole("listitem").count(), ALL_INSTANCES);
    await until("the charts are drawn", async () => (await measures(page)).some(({ name }) => name === "dateline:history"));
  } },
  { name: "pipeline", path: "/pipeline", look: async (page) => {
    await page.getByRole("button", { name: /tag-article/ }).first().waitFor();
    const nodes = await rows(page, "Steps and topics");
    assert.ok(nodes.some((node) => node.Node === "decode-record" && Number(node["Records / s"]) > 0), JSON.stringify(nodes));
    assert.equal((await rows(page, "Instances")).length, ALL_INSTANCES);
  } },
  { name: "articles", path: "/articles", look: async (page) => {
    await until("fifty are listed", async () => (await page.getByRole("main").locator("ol > li").count()) === 50);
  } },
  { name: "article", path: async () => "/articles/" + (await newest()).article_id, look: async (page) => {
    await page.getByRole("article").waitFor();
    await page.getByRole("region", { name: "Where it comes from" }).waitFor();
    assert.ok((await page.getByRole("article").innerText()).length > 200);
  } },
  { name: "diff", path: `/articles/${given.revisedId}?revision=1`, look: async (page) => {
    await page.locator("ins").first().waitFor();
  } },
  { name: "map", path: "/map", look: async (page) => {
    await page.locator("svg.map circle").first().waitFor();
    await page.locator("svg.map .land").waitFor();
  } },
  { name: "trends", path: "/trends", look: async (page) => {
    assert.ok((await rows(page, "Trends")).length > 5);
  } },
  { name: "sources", path: "/sources", look: async (page) => {
    assert.ok((await rows(page, "Sources")).length > 5);
  } },
  { name: "dead-letters", path: "/dead-letters", look: async (page) => {
    assert.ok((await rows(page, "Groups")).length > 2);
  } },
  { name: "dead-letter", path: async () => "/dead-letters?letter=" + (await api("/v1/dead-letters")).groups[0].sample, look: async (page) => {
    await page.getByRole("dialog").getByText("decode-record").first().waitFor();
  } },
  { name: "alerts", path: "/alerts", look: async (page) => {
    assert.ok((await rows(page, "Rules")).length > 3);
  } },
];

test.before(() => until("there is some history", async () => (await api("/v1/series?metrics=raw")).values.raw.filter((value) => value !== null).length > ENOUGH));

for (const { name, path, look } of PAGES) {
  test(name, async (t) => visit(typeof path === "string" ? path : await path(), async (page) => {
    await look(page);
    if (name === "overview") {
      for (const { name: what, ms, detail } of await measures(page)) measured(`${what} ${ms} ms ${detail ? JSON.stringify(detail) : ""}`);
    }
    await t.test("in light", async () => {
      await screenshot(page, `${name}-light`);
      await assertAccessible(page);
    });
    await t.test("in dark", async () => {
      await page.emulateMedia({ colorScheme: "dark" });
      await screenshot(page, `${name}-dark`);
      await assertAccessible(page);
    });
    await t.test("narrow", async () => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize(NARROW);
      await screenshot(page, `${name}-narrow`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} pixels are over the edge`);
    });
  }));
}
