import assert from "node:assert/strict";
import test from "node:test";
import { coarse, type Figures, figuresOf, latest, merge, rangeOf, recent, seriesAddress, smooth, trimmed } from "../src/lib/history";

const figures = (start: number, values: (number | null)[], step = 1): Figures => figuresOf({ step_seconds: step, start, values: { raw: values } });

test("fresh figures replace the end of the older ones, and what is too old goes", () => {
  const merged = merge(figures(100, [1, 2, 3, null]), figures(102, [30, 40, 50]), 101);
  assert.deepEqual(merged.times, [101, 102, 103, 104]);
  assert.deepEqual(merged.values["raw"], [2, 30, 40, 50]);
});

test("figures of another step, or after a pause, stand alone", () => {
  assert.deepEqual(merge(figures(100, [1, 2]), figures(60, [7], 60), 0).times, [60]);
  assert.deepEqual(merge(figures(100, [1, 2]), figures(500, [7]), 0).times, [500]);
  assert.deepEqual(merge(figures(100, [1, 2]), figures(500, []), 0).times, [100, 101]);
});

test("the time before anything was known is left out, but for some points", () => {
  const none: (number | null)[] = Array.from({ length: 1_000 }, () => null);
  assert.equal(trimmed(figures(0, [...none, ...Array.from({ length: 400 }, () => 1)])).times[0], 1_000);
  assert.equal(trimmed(figures(0, [...none, 1])).times.length, 300);
  assert.equal(trimmed(figures(0, [1, ...none])).times.length, 1_001);
});

test("means leave out what is not known", () => {
  assert.deepEqual(smooth([1, 2, 3, null, 9], 1), [1.5, 2, 2.5, null, 9]);
  assert.deepEqual(smooth([4, 5], 0), [4, 5]);
  assert.equal(recent(figures(0, [100, 2, 4, null]), "raw", 3), 3);
  assert.equal(recent(figures(0, [null]), "raw", 3), null);
  assert.equal(recent(null, "raw", 3), null);
  assert.equal(latest(figures(0, [100, 2, 4, null]), "raw", 3), 4);
  assert.equal(latest(figures(0, [100, null]), "raw", 1), null);
});

test("a line in few points keeps its peaks", () => {
  const values = Array.from({ length: 100 }, (_, i) => (i === 37 ? 50 : i < 20 ? null : 1));
  const few = coarse(values, 10);
  assert.equal(few.length, 10);
  assert.equal(few[0], null);
  assert.equal(Math.max(...few.map((value) => value ?? 0)), 50);
});

test("a link restores what the charts show; nonsense in it is left aside", () => {
  assert.deepEqual(rangeOf(new URLSearchParams("window=24h")), { span: "24h", fixed: null });
  assert.deepEqual(rangeOf(new URLSearchParams("from=2026-01-01T10:00:00Z&to=2026-01-01T11:00:00Z")).fixed,
    { from: "2026-01-01T10:00:00Z", to: "2026-01-01T11:00:00Z" });
  assert.deepEqual(rangeOf(new URLSearchParams("from=yesterday&to=2026-01-01T11:00:00Z")), { span: "1h", fixed: null });
  assert.deepEqual(rangeOf(new URLSearchParams("from=2026-01-01T12:00:00Z&to=2026-01-01T11:00:00Z")).fixed, null);
  assert.equal(seriesAddress(["raw", "step.a b.rate"], { span: "1h", fixed: null }, 3_600), "/v1/series?metrics=raw,step.a%20b.rate&from=1970-01-01T00:00:00Z");
});
