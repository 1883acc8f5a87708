import assert from "node:assert/strict";
import test from "node:test";
import { diff, pieces } from "../src/lib/text";
import { millis, percent, rate, seconds } from "../src/lib/format";

test("a diff gives both texts back", () => {
  const before = "The ferry leaves at nine from the old pier.";
  const after = "The last ferry leaves at ten from the pier, they say.";
  const changes = diff(before, after);
  assert.equal(changes.filter((c) => c.kind !== "added").map((c) => c.text).join(""), before);
  assert.equal(changes.filter((c) => c.kind !== "removed").map((c) => c.text).join(""), after);
  assert.ok(changes.some((c) => c.kind === "same" && c.text.includes("ferry leaves at")));
});

test("equal and empty texts", () => {
  assert.deepEqual(diff("a b", "a b"), [{ kind: "same", text: "a b" }]);
  assert.deepEqual(diff("", "a"), [{ kind: "added", text: "a" }]);
  assert.deepEqual(diff("", ""), []);
});

test("overlapping spans are cut, those outside left out", () => {
  const cut = pieces("Mayor of Porto", [
    { start: 0, end: 14, kind: "person", id: "p", label: "p" },
    { start: 9, end: 99, kind: "place", id: "q", label: "q" },
    { start: 50, end: 60, kind: "place", id: "r", label: "r" },
  ]);
  assert.deepEqual(cut.map((piece) => [piece.text, piece.spans.length]), [["Mayor of ", 1], ["Porto", 2]]);
});

test("figures are short", () => {
  assert.equal(millis(0.2), "< 1 ms");
  assert.equal(millis(1500), "1.5 s");
  assert.equal(seconds(300), "5 min");
  assert.equal(percent(0.001), "0.10 %");
  assert.equal(rate(1234.5), "1,235");
  assert.equal(rate(null), "–");
});
