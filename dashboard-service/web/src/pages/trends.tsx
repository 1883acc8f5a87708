import { useAsk } from "../lib/api";
import { count, percent } from "../lib/format";
import type { Trend, TrendPage } from "../lib/news";
import type { PageProps } from "../lib/router";
import { Choice, DataTable, Export, Panel, Pill, Sparkline, Trouble, type Column } from "../ui/parts";

const FILTER: Record<string, string> = { topics: "topic", entities: "entity", places: "place" };
/** Standard deviations above what the time before lets expect. */
const BURST = 3;
const BURST_EVENTS = 5;
const EVERY_MS = 10_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function bursts(row: Trend): boolean {
  return (row.burst ?? 0) >= BURST && row.count >= BURST_EVENTS;
}

/** Whose articles a row stands for: those of its window, to the minute, so that the link stays one. */
function articles(kind: string, key: string, hours: number): string {
  const from = new Date(Math.floor((Date.now() - hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS).toISOString();
  return `/articles?${FILTER[kind] ?? "topic"}=${encodeURIComponent(key)}&from=${encodeURIComponent(from)}${hours > 1 ? "&span=24h" : ""}`;
}

export function Trends({ query }: PageProps) {
  const kind = query.get("kind") ?? "topics";
  const time = query.get("window") ?? "1h";
  const address = `/v1/trends?kind=${encodeURIComponent(kind)}&window=${encodeURIComponent(time)}`;
  const { data, trouble } = useAsk<TrendPage>(address, EVERY_MS);
  const rows = data?.rows ?? [];
  const top = Math.max(1e-9, ...rows.map((row) => Math.max(row.share, row.before_share ?? 0)));
  const before = time === "1h" ? "hour before" : "day before";
  const columns: Column<Trend>[] = [
    { key: "name", title: "Name", cell: (r) => <><a href={articles(kind, r.key, time === "1h" ? 1 : 24)} dir="auto">{r.name}</a>{bursts(r) && <> <Pill level="warn" text="burst" /></>}</>, sort: (r) => r.name },
    { key: "count", title: "Events", cell: (r) => count(r.count), sort: (r) => r.count },
    { key: "share", title: "Share of all", cell: (r) => <span class="share"><span class="meter" style={{ "--part": r.share / top, "--before": r.before_share ? r.before_share / top : -1 }} /><span>{percent(r.share)}</span></span>, sort: (r) => r.share },
    { key: "series", title: time === "1h" ? "Each minute" : "Each 24 minutes", cell: (r) => <Sparkline values={r.series} /> },
    { key: "before", title: `Share the ${before}`, cell: (r) => percent(r.before_share), sort: (r) => r.before_share ?? 0 },
    { key: "burst", title: "Above expectation", cell: (r) => (r.burst === undefined ? "–" : (r.burst > 0 ? "+" : "") + r.burst.toFixed(1).replace("-", "−") + " σ"), sort: (r) => r.burst ?? 0 },
  ];
  return (
    <Panel id="trends" title="What is in the news" aside={
      <span class="tools">
        <Choice name="kind" label="What" query={query} options={[["topics", "Topics"], ["entities", "Names"], ["places", "Places"]]} />
        <Choice name="window" label="How long" query={query} options={[["1h", "1 h"], ["24h", "24 h"]]} />
        <Export name={`${kind}-${time}`} rows={rows} json={address}
          columns={[{ key: "key", title: "key", cell: () => null, file: (r) => r.key }, ...columns, { key: "points", title: "series", cell: () => null, file: (r) => r.series.join(" ") }]} />
      </span>}>
      <Trouble text={trouble} />
      {data && <p class="quiet">{count(data.events)} new events in the last {time === "1h" ? "hour" : "24 hours"}, {count(data.events_before)} in the {before}.
        {data.events_before === 0 && " Without a time before there is nothing to compare with, so nothing is marked as a burst yet."}</p>}
      {data && <DataTable<Trend> name="order" label="Trends" query={query} rows={rows} id={(r) => r.key} columns={columns} empty="Nothing was named twice in this time." />}
      {data && rows.length > 0 && <p class="quiet">The line in a bar is the share in the {before}. A burst is at least {BURST_EVENTS} events and {BURST} standard deviations (σ) above what that lets expect.
        Counts are exact up to {count(data.exact_up_to)} different names in a minute.</p>}
    </Panel>
  );
}
