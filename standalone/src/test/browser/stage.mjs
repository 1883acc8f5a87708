// What the specs share: a browser whose pages are watched for errors, requests elsewhere and breaches of the content security policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const { DATELINE_URL, DATELINE_DOOR, DATELINE_BROWSER, DATELINE_SCREENSHOTS, DATELINE_GIVEN } = process.env;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = ["serious", "critical"];

const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 390, height: 844 };

/** What the test that runs this spec told it. */
export const given = JSON.parse(DATELINE_GIVEN ?? "{}");

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: DATELINE_BROWSER });
});
after(() => browser?.close());

/** Asks for an action on the pipeline, and waits until it is done. */
export async function ask(action) {
  const answer = await fetch(`${DATELINE_DOOR}/${action}`, { method: "POST" });
  assert.ok(answer.ok, `${action}: ${await answer.text()}`);
}

/** What the dashboard's API says. */
export async function api(path) {
  const answer = await fetch(DATELINE_URL + path);
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/** What the page itself measured, in milliseconds by name and detail. */
export function measures(page) {
  return page.evaluate(() => performance.getEntriesByType("measure").map(({ name, duration, detail }) => ({ name, ms: Math.round(duration), detail })));
}

/** Says what was measured; nothing depends on it. */
export function measured(what) {
  console.log(`measured: ${what}`);
}

/**
 * Opens a page of the dashboard and gives it to `use`. Afterwards nothing may have gone wrong on it; with `mayFail`, requests that fail
 * are let pass.
 */
export async function visit(path, use, { mayFail = false } = {}) {
  const context = await browser.newContext({ baseURL: DATELINE_URL, viewport: WIDE, colorScheme: "light", reducedMotion: "reduce" });
  const wrong = [];
  try {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (breach) => console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`));
    });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== DATELINE_URL) wrong.push("request to " + request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !(mayFail && message.text().startsWith("Failed to load resource"))) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(String(error.stack ?? error)));
    page.on("dialog", (dialog) => {
      wrong.push("dialog: " + dialog.message());
      void dialog.dismiss();
    });
    await page.goto(path);
    await use(page);
    assert.equal(await page.evaluate(() => window.hostile), undefined, "text of an article was run as a script");
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

/** Keeps what the page looks like. */
export async function screenshot(page, name) {
  await page.screenshot({ path: `${DATELINE_SCREENSHOTS}/${name}.png`, fullPage: true });
}

/** Fails with what axe finds serious or critical. */
export async function assertAccessible(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact));
  assert.deepEqual(grave.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 5).map((node) => node.html) })), []);
}

/** Waits until `look` gives something true, and gives that. */
export async function until(what, look, withinMs = 60_000) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    assert.ok(Date.now() < deadline, "still waiting until " + what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The rows of a table by its label, each by its headings; waits for the first row. */
export async function rows(page, label) {
  const table = page.getByRole("region", { name: label + ", table", exact: true }).getByRole("table");
  await table.locator("tbody tr").first().waitFor();
  return table.evaluate((element) => {
    const text = (cell) => cell.innerText.replace(/[↑↓]/g, "").trim();
    const names = [...element.querySelectorAll("thead th")].map(text);
    return [...element.querySelectorAll("tbody tr")].map((row) => Object.fromEntries([...row.cells].map((cell, i) => [names[i], text(cell)])));
  });
}

/** A figure as the pages show it: "20,000". */
export function number(text) {
  return Number(text.replaceAll(",", ""));
}

/** The other way round. */
export function shown(figure) {
  return figure.toLocaleString("en-GB");
}
