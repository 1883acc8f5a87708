import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { useAsk } from "../lib/api";
import { clock, rate, words } from "../lib/format";
import type { Mark, SeriesWindow } from "../lib/types";

const HEIGHT = 180;
const TABLE_ROWS = 60;
const HUES = ["events", "duplicates", "letters", "resends", "flight", "raw"];

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** Figures over time with marks on them; as a table too, and as a file. `theme` makes it draw itself anew in other colours. */
export function Chart(props: { id: string; title: string; metrics: string[]; unit: string; from: string; marks: Mark[]; theme: string }) {
  const [table, setTable] = useState(false);
  const address = `/v1/series?metrics=${props.metrics.join(",")}&from=${encodeURIComponent(props.from)}`;
  const { data, trouble } = useAsk<SeriesWindow>(address, 5_000);
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const marks = useRef(props.marks);
  marks.current = props.marks;

  const times = data ? (data.values[props.metrics[0]!] ?? []).map((_, i) => data.start + i * data.step_seconds) : [];
  const columns = data ? props.metrics.map((name) => data.values[name] ?? []) : [];

  useEffect(() => {
    const element = box.current;
    if (!element || table) return undefined;
    const axis: uPlot.Axis = { stroke: colour("soft"), grid: { stroke: colour("line"), width: 1 }, ticks: { show: false }, font: "11px system-ui" };
    const made = new uPlot(
      {
        width: Math.max(200, element.clientWidth), height: HEIGHT, tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "UTC"),
        legend: { live: true }, cursor: { drag: { x: false, y: false } },
        axes: [{ ...axis, size: 28, values: (_u, ticks) => ticks.map((at) => clock(new Date(at * 1000).toISOString()).slice(0, 5)) }, { ...axis, size: 44 }],
        scales: { y: { range: (_u, _low, high) => [0, Math.max(1, (high ?? 0) * 1.1)] } },
        series: [
          { value: (_u, at) => (at ? new Date(at * 1000).toISOString().slice(11, 19) : "–") },
          ...props.metrics.map((name, i) => ({
            label: words(name), stroke: colour(HUES[i % HUES.length]!), width: 1.5, points: { show: false },
            value: (_u: uPlot, v: number | null) => rate(v),
          })),
        ],
        hooks: {
          draw: [(u) => {
            u.ctx.save();
            u.ctx.strokeStyle = colour("soft");
            u.ctx.setLineDash([3, 3]);
            for (const mark of marks.current) {
              const x = u.valToPos(Date.parse(mark.at) / 1000, "x", true);
              if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
              u.ctx.beginPath();
              u.ctx.moveTo(x, u.bbox.top);
              u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
              u.ctx.stroke();
            }
            u.ctx.restore();
          }],
        },
      },
      [[], ...props.metrics.map(() => [])],
      element,
    );
    plot.current = made;
    const watch = new ResizeObserver(() => made.setSize({ width: Math.max(200, element.clientWidth), height: HEIGHT }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [table, props.theme, props.metrics.join(",")]);

  useEffect(() => {
    if (data && plot.current) plot.current.setData([times, ...columns] as uPlot.AlignedData);
  }, [data, table, props.theme, props.marks]);

  return (
    <section class="panel" aria-labelledby={props.id}>
      <div class="panel-head">
        <h2 id={props.id}>{props.title} <span class="quiet">{props.unit}</span></h2>
        <span class="tools">
          <button type="button" aria-pressed={table} onClick={() => setTable(!table)}>{table ? "Show as chart" : "Show as table"}</button>
          <a href={address + "&format=csv"}>CSV</a> <a href={address}>JSON</a>
        </span>
      </div>
      {trouble && <p class="quiet">{trouble}</p>}
      {table ? (
        <div class="scroll tall" role="region" aria-label={props.title} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">Time (UTC)</th>{props.metrics.map((name) => <th key={name} scope="col">{words(name)}</th>)}</tr></thead>
            <tbody>
              {times.map((_, i) => i).slice(-TABLE_ROWS).reverse().map((i) => (
                <tr key={i}><th scope="row">{clock(new Date(times[i]! * 1000).toISOString())}</th>{columns.map((values, c) => <td key={c}>{rate(values[i])}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : <div ref={box} class="chart" role="img" aria-label={props.title + ", the figures are in the table"} />}
    </section>
  );
}
