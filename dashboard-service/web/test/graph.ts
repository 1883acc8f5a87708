import assert from "node:assert/strict";
import test from "node:test";
import { edgeWidth, mixed } from "../src/lib/graph";
import { layered } from "../src/lib/layout";
import { keyOf, withEvents } from "../src/lib/live";
import type { EventSummary, FleetMember } from "../src/lib/types";

const box = (id: string, across = 40) => ({ id, along: 100, across });

test("a box lies after all that leads to it, and no two overlap", () => {
  const boxes = ["a", "b", "c", "d", "e", "f"].map((id, i) => box(id, 40 + 20 * i));
  const links = [["a", "b"], ["b", "c"], ["a", "c"], ["d", "c"], ["a", "e"], ["a", "f"]].map(([from, to]) => ({ from: from!, to: to! }));
  const layout = layered(boxes, links);
  const at = (id: string) => layout.boxes.get(id)!;
  for (const { from, to } of links) assert.ok(at(from).along + 100 < at(to).along, `${from} before ${to}`);
  for (const one of boxes) {
    assert.ok(at(one.id).across - one.across / 2 >= 0 && at(one.id).across + one.across / 2 <= layout.across);
    for (const other of boxes) {
      if (one === other || at(one.id).along !== at(other.id).along) continue;
      assert.ok(Math.abs(at(one.id).across - at(other.id).across) >= (one.across + other.across) / 2, `${one.id} beside ${other.id}`);
    }
  }
  assert.equal(layout.lines.length, links.length);
});

test("a chain is straight", () => {
  const layout = layered(["a", "b", "c"].map((id) => box(id)), [{ from: "a", to: "b" }, { from: "b", to: "c" }]);
  assert.equal(new Set([...layout.boxes.values()].map((point) => point.across)).size, 1);
});

test("lines that need not cross do not", () => {
  const layout = layered(["a", "b", "x", "y"].map((id) => box(id)), [{ from: "a", to: "y" }, { from: "b", to: "x" }]);
  const across = (id: string) => layout.boxes.get(id)!.across;
  assert.ok((across("a") - across("b")) * (across("y") - across("x")) > 0);
});

test("no boxes, links to nowhere and circles are laid out as well", () => {
  assert.equal(layered([], []).boxes.size, 0);
  assert.equal(layered([box("a")], [{ from: "a", to: "z" }, { from: "a", to: "a" }]).lines.length, 0);
  assert.equal(layered([box("a"), box("b")], [{ from: "a", to: "b" }, { from: "b", to: "a" }]).boxes.size, 2);
});

test("a wider line carries more", () => {
  assert.ok(edgeWidth(100, 100) > edgeWidth(10, 100));
  assert.ok(edgeWidth(10, 100) > edgeWidth(0, 100));
  assert.equal(edgeWidth(undefined, 100), 1);
  assert.equal(edgeWidth(0, 0), 1);
});

test("instances that differ are said, those that are gone do not count", () => {
  const member = (instance: string, version: string, topology: string, state: FleetMember["state"] = "alive"): FleetMember =>
    ({ instance, instance_id: instance, service: "enrich", state, version, status: "up", started_at: "2026-01-01T00:00:00Z", topology_version: topology });
  assert.deepEqual(mixed([member("a", "1", "x"), member("b", "1", "x")]), []);
  assert.deepEqual(mixed([member("a", "1", "x"), member("b", "2", "y")]), ["enrich runs in versions 1 and 2", "enrich runs topologies x and y"]);
  assert.deepEqual(mixed([member("a", "1", "x"), member("b", "2", "y", "gone")]), []);
});

test("an event is listed once, a revision of it again, and the list is bounded", () => {
  const event = (id: string, revision = 1): EventSummary => ({ event_id: id, article_id: id, revision, status: "active", received_at: "2026-01-01T00:00:00Z" });
  assert.deepEqual(withEvents([event("b"), event("a", 2)], [event("a"), event("b")]).map(keyOf), ["b 1 active", "a 2 active", "a 1 active"]);
  assert.equal(withEvents([], Array.from({ length: 500 }, (_, i) => event("e" + i))).length, 200);
});
