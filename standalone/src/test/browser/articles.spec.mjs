// An article is compared with its former revision and with its copy; text that looks like markup stays text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { given, screenshot, visit } from "./stage.mjs";

test("a revision's changes are shown, word by word", () => visit("/articles?source=harbour-post", async (page) => {
  await page.getByRole("link", { name: "Council sends ferries across the bay" }).click();
  await page.getByRole("listitem").filter({ hasText: /revision 1/i }).getByRole("button", { name: "Compare" }).click();
  await page.locator("del", { hasText: given.removed }).waitFor();
  await page.locator("ins", { hasText: given.added }).waitFor();
  assert.match(page.url(), /revision=1/);
  await screenshot(page, "revision-diff");
  await page.reload();
  await page.locator("ins", { hasText: given.added }).waitFor();
}));

test("a copy is shown beside its original", () => visit("/articles/" + given.revisedId, async (page) => {
  await page.getByRole("listitem").filter({ hasText: "fjord-mirror" }).getByRole("button", { name: "Compare" }).click();
  await page.locator("ins", { hasText: given.onlyInTheCopy }).waitFor();
  await screenshot(page, "copy-diff");
}));

test("a filter narrows the list, and the link keeps it", () => visit("/articles", async (page) => {
  const filter = page.getByLabel("Source", { exact: true });
  await filter.fill("harbour-post");
  await filter.press("Enter");
  const titles = page.getByRole("main").locator("ol > li a.title");
  await titles.filter({ hasText: "Council sends ferries" }).waitFor();
  assert.equal(await titles.count(), 1);
  await page.reload();
  await titles.filter({ hasText: "Council sends ferries" }).waitFor();
  assert.equal(await titles.count(), 1);
}));

for (const path of ["/articles?source=hostile-desk", `/articles/${given.hostileId}`, "/sources?find=hostile", "/?source=hostile-desk", "/?find=hostile"]) {
  test(`text that looks like markup is text on ${path}`, () => visit(path, async (page) => {
    await page.getByText(/hostile-desk|onerror/).first().waitFor();
    if (path.startsWith("/articles")) await page.getByRole("main").getByText("window.hostile=1").first().waitFor();
    assert.equal(await page.locator("img[src=x], script:not([src]), [onerror]").count(), 0);
    assert.equal(await page.locator("a[href^='javascript:' i]").count(), 0);
    await screenshot(page, "hostile" + path.replace(/[^a-z]+/gi, "-"));
  }));
}
