import assert from "node:assert/strict";
import test from "node:test";
import { geoNaturalEarth1 } from "d3-geo";
import { HEIGHT, onMap, whereOf, WIDTH } from "../src/lib/projection";
import { barsOf, moved, shifted } from "../src/lib/span";
import { viewOf, viewText, WHOLE, within, zoomed } from "../src/lib/view";

const places: [number, number][] = [[0, 0], [10, 53.55], [-58.4, -34.6], [139.7, 35.7], [-179, 70], [30, -85]];

test("places lie where the drawn land is", () => {
  const drawn = geoNaturalEarth1().fitExtent([[0, 0], [WIDTH, HEIGHT]], { type: "Sphere" });
  for (const [lon, lat] of places) {
    const [x, y] = onMap(lon, lat);
    const [wantedX, wantedY] = drawn([lon, lat])!;
    assert.ok(Math.abs(x - wantedX) < 0.5 && Math.abs(y - wantedY) < 0.5, `${lon} ${lat}: ${x} ${y}, drawn at ${wantedX} ${wantedY}`);
  }
});

test("a point of the map leads back to its degrees", () => {
  for (const [lon, lat] of places) {
    const [x, y] = onMap(lon, lat);
    const [backLon, backLat] = whereOf(x, y);
    assert.ok(Math.abs(backLon - lon) < 1e-3 && Math.abs(backLat - lat) < 1e-3);
  }
  assert.equal(whereOf(-500, HEIGHT / 2)[0], -180);
});

test("a view shows nothing beside the map, and a link restores it", () => {
  assert.deepEqual(within({ zoom: 2, x: 0, y: 1 }), { zoom: 2, x: 0.25, y: 0.75 });
  assert.deepEqual(within({ zoom: 0.1, x: 0.9, y: 0.9 }), WHOLE);
  const view = zoomed(WHOLE, 4, 0.25, 0.25);
  assert.equal(view.zoom, 4);
  assert.deepEqual(viewOf(viewText(view)), { zoom: 4, x: Number(view.x.toFixed(3)), y: Number(view.y.toFixed(3)) });
  assert.equal(viewText(WHOLE), null);
  assert.deepEqual(viewOf("nonsense"), WHOLE);
});

test("a time window chooses bars, at least one", () => {
  assert.deepEqual(barsOf(null, null, 0, 1000, 60), { from: 0, to: 60 });
  assert.deepEqual(barsOf(10_000, 20_000, 0, 1000, 60), { from: 10, to: 20 });
  assert.deepEqual(barsOf(90_000, 95_000, 0, 1000, 60), { from: 59, to: 60 });
  assert.deepEqual(barsOf(-9_000, 0, 0, 1000, 60), { from: 0, to: 1 });
  assert.deepEqual(moved({ from: 10, to: 20 }, "from", 30, 60), { from: 19, to: 20 });
  assert.deepEqual(moved({ from: 10, to: 20 }, "to", 99, 60), { from: 10, to: 60 });
  assert.deepEqual(shifted({ from: 10, to: 20 }, 99, 60), { from: 50, to: 60 });
  assert.deepEqual(shifted({ from: 10, to: 20 }, -99, 60), { from: 0, to: 10 });
});
