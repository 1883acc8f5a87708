import { useEffect, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { clock, count, iso, moment } from "../lib/format";
import { type History, type Range, seriesAddress, smooth } from "../lib/history";
import { setQuery } from "../lib/router";
import type { Mark } from "../lib/types";

const HEIGHT = 190;
const TABLE_ROWS = 120;
/** A pointer so near to a mark, in pixels, asks about it. */
const NEAR = 6;
const FEWEST_ZOOMED = 10;
/** By the second, lines are ragged: their mean over a quarter of a minute is drawn on top. */
const AROUND_SECONDS = 7;
const FAINT = "55";
/** Where an axis of powers of ten begins at the latest. */
const LEAST = 0.1;

export interface Line {
  metric: string;
  label: string;
  hue: string;
}

interface Props {
  id: string;
  title: string;
  unit: string;
  lines: Line[];
  history: History;
  range: Range;
  marks: Mark[];
  /** A figure with its unit. */
  show: (value: number | null | undefined) => string;
  query: URLSearchParams;
  /** Whether each step of the axis is ten times the last: for figures that are seldom far above the usual. */
  log?: boolean;
  /** Charts are drawn with colours, not with classes: they draw themselves anew in another theme. */
  theme: string;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

function axisNumber(value: number): string {
  if (Math.abs(value) >= 1_000_000) return value / 1_000_000 + " M";
  return Math.abs(value) >= 10_000 ? value / 1_000 + " k" : String(Math.round(value * 100) / 100);
}

/** The powers of ten of an axis. */
function powers(low: number, high: number): number[] {
  const first = Math.round(Math.log10(low));
  return Array.from({ length: Math.max(1, Math.round(Math.log10(high)) - first + 1) }, (_, i) => 10 ** (first + i));
}

/** What the query string holds as a list, with or without one of its members. */
function toggled(list: string | null, name: string): string {
  const members = new Set((list ?? "").split(",").filter(Boolean));
  if (!members.delete(name)) members.add(name);
  return [...members].join(",");
}

/**
 * Figures over time with marks on them; as a table too, and as a file. What is hidden, shown as a table or zoomed into lies in the query
 * string. The first drawing of a view is told as the measure `dateline:history`.
 */
export function Chart(props: Props) {
  const { id, history, range, query, lines } = props;
  const figures = history.figures;
  const table = (query.get("table") ?? "").split(",").includes(id);
  const hidden = (query.get("hide") ?? "").split(",");
  const shown = lines.map((line) => !hidden.includes(line.metric));
  const [at, setAt] = useState<number | null>(null);
  const [near, setNear] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const marks = useRef(props.marks);
  marks.current = props.marks;
  const times = figures?.times ?? [];
  const columns = lines.map((line) => figures?.values[line.metric] ?? []);
  const metrics = lines.map((line) => line.metric);
  const view = [metrics.join(), range.span, range.fixed?.from, range.fixed?.to].join();
  const measured = useRef({ view: "", since: 0 });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const soft = colour("soft");
    const axis: uPlot.Axis = { stroke: soft, grid: { stroke: colour("line"), width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
    const made = new uPlot(
      {
        width: Math.max(200, element.clientWidth), height: HEIGHT, legend: { show: false }, padding: [10, 8, 0, 0],
        tzDate: (second) => uPlot.tzDate(new Date(second * 1000), "UTC"),
        cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
        axes: [
          { ...axis, size: 26, space: 64, values: (_u, ticks) => ticks.map((tick, i) => iso(tick).slice(11, i > 0 && ticks[1]! - ticks[0]! < 60 ? 19 : 16)) },
          props.log
            ? { ...axis, size: 52, splits: (_u, _i, low, high) => powers(low, high), values: (_u, ticks) => ticks.map(props.show) }
            : { ...axis, size: 46, space: 36, values: (_u, ticks) => ticks.map(axisNumber) },
        ],
        scales: {
          y: props.log
            ? { distr: 3, range: (_u, low, high) => [10 ** Math.floor(Math.log10(Math.max(LEAST, low || LEAST))), 10 ** Math.ceil(Math.log10(Math.max(1, high || 1)))] }
            : { range: (_u, low, high) => [Math.min(0, low ?? 0), Math.max(1, (high ?? 0) * 1.08)] },
        },
        series: [
          {},
          ...lines.map((line) => ({ stroke: colour(line.hue) + FAINT, width: 1, points: { show: false } })),
          ...lines.map((line) => ({ stroke: colour(line.hue), width: 1.75, points: { show: false } })),
        ],
        hooks: {
          setCursor: [(u) => {
            const { idx, left } = u.cursor;
            setAt(idx ?? null);
            const mark = left === undefined || left < 0 ? undefined
              : marks.current.find((one) => Math.abs(u.valToPos(Date.parse(one.at) / 1000, "x") - left) <= NEAR);
            setNear(mark ? `${clock(mark.at)} ${mark.text}` : null);
          }],
          setSelect: [(u) => {
            const from = u.posToVal(u.select.left, "x");
            const to = u.posToVal(u.select.left + u.select.width, "x");
            if (u.select.width > NEAR && to - from >= FEWEST_ZOOMED) setQuery({ from: iso(from), to: iso(to) });
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }],
          draw: [(u) => {
            u.ctx.save();
            u.ctx.strokeStyle = u.ctx.fillStyle = soft;
            u.ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
            const flag = 4 * devicePixelRatio;
            for (const mark of marks.current) {
              const x = u.valToPos(Date.parse(mark.at) / 1000, "x", true);
              if (!(x >= u.bbox.left && x <= u.bbox.left + u.bbox.width)) continue;
              u.ctx.beginPath();
              u.ctx.moveTo(x, u.bbox.top);
              u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
              u.ctx.stroke();
              u.ctx.beginPath();
              u.ctx.moveTo(x - flag, u.bbox.top - flag);
              u.ctx.lineTo(x + flag, u.bbox.top - flag);
              u.ctx.lineTo(x, u.bbox.top + flag);
              u.ctx.fill();
            }
            u.ctx.restore();
            const { since } = measured.current;
            if (since > 0) {
              measured.current.since = 0;
              performance.measure("dateline:history", {
                start: since, end: performance.now(), detail: { chart: id, points: u.data[0].length, series: lines.length },
              });
            }
          }],
        },
      },
      [[], ...lines.map(() => []), ...lines.map(() => [])],
      element,
    );
    plot.current = made;
    const watch = new ResizeObserver(() => {
      const width = Math.max(200, element.clientWidth);
      if (width !== made.width) made.setSize({ width, height: HEIGHT });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [table, props.theme, metrics.join()]);

  useEffect(() => {
    const u = plot.current;
    if (!u || !figures) return;
    if (measured.current.view !== view) measured.current = { view, since: performance.now() };
    u.batch(() => {
      [...shown, ...shown].forEach((yes, i) => { if (u.series[i + 1]!.show !== yes) u.setSeries(i + 1, { show: yes }); });
      const around = Math.round(AROUND_SECONDS / figures.step);
      u.setData([times, ...columns, ...columns.map((values) => smooth(values, around))] as uPlot.AlignedData);
    });
  }, [figures, table, props.theme, props.marks, shown.join()]);

  const moved = (event: KeyboardEvent) => {
    const u = plot.current;
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -60, PageDown: 60 }[event.key];
    if (!u || !by || times.length === 0) return;
    event.preventDefault();
    const next = Math.min(times.length - 1, Math.max(0, (u.cursor.idx ?? times.length - 1) + by));
    u.setCursor({ left: u.valToPos(times[next]!, "x"), top: HEIGHT / 2 });
  };
  // The last seconds are not settled yet: some instance may still tell of them.
  const latest = Math.max(...columns.map((values) => values.findLastIndex((value) => value !== null)));
  const index = at !== null && at < times.length ? at : latest;
  const address = seriesAddress(metrics, range, Date.now() / 1000);
  return (
    <section class="panel chart-panel" aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{props.title} <span class="quiet">{props.unit}</span></h2>
        <span class="tools">
          <button type="button" aria-pressed={table} onClick={() => setQuery({ table: toggled(query.get("table"), id) })}>Show as table</button>
          <a href={address + "&format=csv"} download={`dateline-${id}.csv`} aria-label={`${props.title} as CSV`}>CSV</a>
          <a href={address} download={`dateline-${id}.json`} aria-label={`${props.title} as JSON`}>JSON</a>
        </span>
      </div>
      <div class="legend">
        {lines.map((line, i) => (
          <button key={line.metric} type="button" class={"plain line hue-" + line.hue} aria-pressed={shown[i]}
            onClick={() => setQuery({ hide: toggled(query.get("hide"), line.metric) })}>
            <span class="swatch" />{line.label} <b>{props.show(columns[i]?.[index])}</b>
          </button>
        ))}
        <span class="quiet at">{history.trouble ?? near ?? (figures ? (times[index] === undefined ? "no data" : clock(iso(times[index]!))) : "…")}</span>
      </div>
      {table ? (
        <div class="scroll chart" role="region" aria-label={props.title + " as a table"} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">Time (UTC)</th>{lines.map((line) => <th key={line.metric} scope="col">{line.label}</th>)}</tr></thead>
            <tbody>
              {times.map((_, i) => i).slice(-TABLE_ROWS).reverse().map((i) => (
                <tr key={times[i]}><th scope="row">{moment(iso(times[i]!))}</th>{columns.map((values, c) => <td key={c}>{props.show(values[i])}</td>)}</tr>
              ))}
            </tbody>
          </table>
          {times.length > TABLE_ROWS && <p class="quiet">The last {TABLE_ROWS} of {count(times.length)}; the files have all.</p>}
        </div>
      ) : <div ref={box} class="chart" role="group" tabIndex={0} onKeyDown={moved}
        aria-label={`${props.title}: arrow keys read single values, the button shows a table`} />}
    </section>
  );
}
