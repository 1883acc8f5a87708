// Bundles the pages into the module's resources. `--check` fails when what lies there is not what the sources give;
// `--tests` bundles the tests of the pure functions for node's own runner.
import { build } from "esbuild";
import { readFileSync, writeFileSync, readdirSync, existsSync } from "node:fs";
import { gzipSync } from "node:zlib";

const target = new URL("../src/main/resources/dashboard/", import.meta.url);
const here = new URL(".", import.meta.url).pathname;
const LIMIT = 100 * 1024;
const STEPS_PER_DEGREE = 5;

/** Borders on a grid of a fifth of a degree, which is finer than a pixel of the map; names and ids of countries go. */
function coarse(world) {
  const { scale, translate } = world.transform;
  const arcs = world.arcs.map((arc) => {
    let x = 0, y = 0, lastX = 0, lastY = 0;
    const out = [];
    arc.forEach(([dx, dy], i) => {
      x += dx;
      y += dy;
      const lon = Math.round((x * scale[0] + translate[0] + 180) * STEPS_PER_DEGREE);
      const lat = Math.round((y * scale[1] + translate[1] + 90) * STEPS_PER_DEGREE);
      const step = [lon - lastX, lat - lastY];
      // The two ends stay, even in one place: other arcs begin there.
      if (i === 0 || i === arc.length - 1 || step[0] !== 0 || step[1] !== 0) out.push(step);
      lastX = lon;
      lastY = lat;
    });
    return out;
  });
  const geometries = world.objects.countries.geometries.map(({ type, arcs: of }) => ({ type, arcs: of }));
  return {
    type: "Topology",
    transform: { scale: [1 / STEPS_PER_DEGREE, 1 / STEPS_PER_DEGREE], translate: [-180, -90] },
    objects: { countries: { type: "GeometryCollection", geometries } },
    arcs,
  };
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
    "world.json": JSON.stringify(coarse(JSON.parse(readFileSync(here + "node_modules/world-atlas/countries-110m.json", "utf8")))),
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
