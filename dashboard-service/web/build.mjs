// Bundles the pages into the module's resources. `--check` fails when what lies there is not what the sources give;
// `--tests` bundles the tests of the pure functions for node's own runner.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { build } from "esbuild";
import { merge, mesh } from "topojson-client";
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import { gzipSync } from "node:zlib";

const target = new URL("../src/main/resources/dashboard/", import.meta.url);
const here = new URL(".", import.meta.url).pathname;
const LIMIT = 100 * 1024;
/** Of the map, as src/lib/projection.ts has it. */
const MAP = [[0, 0], [960, 500]];
/** Steps of a path in one unit of the map: a large zoom shows them as two pixels. */
const STEPS = 5;

/** A path in whole steps, each point from the one before; points that fall upon the last are left out. */
function steps(path) {
  let x = 0, y = 0;
  return path.replace(/Z/g, "z").replace(/([ML])([-\d.]+),([-\d.]+)/g, (_, command, px, py) => {
    const toX = Math.round(px * STEPS);
    const toY = Math.round(py * STEPS);
    const by = [toX - x, toY - y];
    if (command === "L" && by[0] === 0 && by[1] === 0) return "";
    [x, y] = [toX, toY];
    return command === "M" ? `M${x} ${y}` : `l${by[0]} ${by[1]}`;
  }).replace(/l(-?\d+) (-?\d+)/g, (_, dx, dy) => "l" + dx + (dy < 0 ? "" : " ") + dy);
}

/** The land and the borders within it, drawn once here rather than in every browser. */
function drawn(world) {
  const projection = geoNaturalEarth1().fitExtent(MAP, { type: "Sphere" }).precision(0);
  const path = geoPath(projection);
  const countries = world.objects.countries;
  return { steps: STEPS, land: steps(path(merge(world, countries.geometries))), borders: steps(path(mesh(world, countries, (a, b) => a !== b))) };
}

if (process.argv.includes("--tests")) {
  const entryPoints = readdirSync(new URL("test/", import.meta.url)).map((name) => here + "test/" + name);
  await build({ entryPoints, outdir: here + "build/test", bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".test.mjs" } });
} else {
  const bundled = await build({
    entryPoints: { "dashboard": here + "src/main.tsx", "styles": here + "src/dashboard.css" },
    outdir: here + "build", write: false, bundle: true, minify: true, format: "esm", target: "es2022",
    charset: "utf8", legalComments: "eof", jsx: "automatic", jsxImportSource: "preact",
  });
  const files = {
    "dashboard.js": bundled.outputFiles.find((file) => file.path.endsWith("dashboard.js")).text,
    "dashboard.css": bundled.outputFiles.find((file) => file.path.endsWith(".css")).text,
    "world.json": JSON.stringify(drawn(JSON.parse(readFileSync(here + "node_modules/world-atlas/countries-110m.json", "utf8")))),
    "index.html": readFileSync(here + "src/index.html", "utf8"),
    "icon.svg": readFileSync(here + "src/icon.svg", "utf8"),
  };
  let sum = 0;
  for (const [name, text] of Object.entries(files)) {
    const size = gzipSync(text, { level: 9 }).length;
    sum += size;
    console.log(`${name}: ${size} bytes compressed`);
  }
  console.log(`in all ${sum} of ${LIMIT}`);
  if (sum > LIMIT) throw new Error("the pages are larger than their limit");
  for (const [name, text] of Object.entries(files)) {
    const path = new URL(name, target);
    if (process.argv.includes("--check")) {
      if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
        throw new Error(`src/main/resources/dashboard/${name} is not what web/ builds: run npm run build in web/ and commit it`);
      }
    } else {
      writeFileSync(path, text);
    }
  }
}
