import { coarse } from "../lib/history";

const POINTS = 60;
const WIDTH = 120;
const HEIGHT = 28;

/** The line of the last hour, and what lies below it; gaps stay gaps. */
function paths(values: (number | null)[]): { line: string; area: string } {
  const points = coarse(values, POINTS);
  const top = Math.max(1e-9, ...points.map((value) => value ?? 0));
  const x = (i: number) => ((i / Math.max(1, points.length - 1)) * WIDTH).toFixed(1);
  const y = (value: number) => (HEIGHT - 1 - (Math.max(0, value) / top) * (HEIGHT - 4)).toFixed(1);
  let line = "";
  let area = "";
  let begun = -1;
  points.forEach((value, i) => {
    if (value === null) {
      if (begun >= 0) area += `L${x(i - 1)} ${HEIGHT}Z`;
      begun = -1;
      return;
    }
    line += `${begun < 0 ? "M" : "L"}${x(i)} ${y(value)}`;
    area += begun < 0 ? `M${x(i)} ${HEIGHT}L${x(i)} ${y(value)}` : `L${x(i)} ${y(value)}`;
    if (begun < 0) begun = i;
  });
  return { line, area: begun >= 0 ? area + `L${x(points.length - 1)} ${HEIGHT}Z` : area };
}

/** A figure, what to compare it with, and its last hour. `name` is for tests and programs that read the page. */
export function Tile(props: { name: string; title: string; value: string; unit?: string; note: string; hue: string; href: string; level?: string; values: (number | null)[] }) {
  const { line, area } = paths(props.values);
  return (
    <a class={"tile hue-" + props.hue} href={props.href} data-tile={props.name} data-level={props.level}>
      <span class="name">{props.title}</span>
      <span class="number">{props.value}{props.unit && <span class="unit"> {props.unit}</span>}</span>
      <span class="beneath">{props.note}</span>
      <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="area" d={area} /><path d={line} />
      </svg>
    </a>
  );
}
