import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { count, percent } from "../lib/format";
import { setQuery } from "../lib/router";
import { DataTable, Panel, Sparkline, Trouble } from "../ui/parts";

interface Row { key: string; name?: string; count: number; share?: number; before_share?: number; burst?: number; z?: number; series?: (number | null)[] }

const KINDS: Record<string, string> = { topics: "topic", entities: "entity", places: "place" };
const WINDOWS = ["1h", "24h"];

export function Trends({ query }: PageProps) {
  const kind = query.get("kind") ?? "topics";
  const time = query.get("window") ?? "1h";
  const { data, trouble } = useAsk<{ rows: Row[] }>(`/v1/trends?kind=${encodeURIComponent(kind)}&window=${encodeURIComponent(time)}`, 10_000);
  return (
    <Panel id="trends" title="Topics and entities" aside={
      <span class="tools">
        {Object.keys(KINDS).map((one) => <button key={one} type="button" aria-pressed={one === kind} onClick={() => setQuery({ kind: one })}>{one}</button>)}
        {WINDOWS.map((one) => <button key={one} type="button" aria-pressed={one === time} onClick={() => setQuery({ window: one })}>{one}</button>)}
      </span>}>
      <Trouble text={trouble} />
      {data && <DataTable<Row> name="order" label="Trends" query={query} rows={data.rows} id={(r) => r.key} empty="Nothing was counted in this time." columns={[
        { key: "name", title: "Name", cell: (r) => <a href={`/articles?${KINDS[kind] ?? "entity"}=${encodeURIComponent(r.key)}`}>{r.name ?? r.key}</a>, sort: (r) => r.name ?? r.key },
        { key: "count", title: "Events", cell: (r) => count(r.count), sort: (r) => r.count },
        { key: "share", title: "Share", cell: (r) => percent(r.share), sort: (r) => r.share ?? 0 },
        { key: "before", title: "Before", cell: (r) => percent(r.before_share), sort: (r) => r.before_share ?? 0 },
        { key: "burst", title: "Burst (z)", cell: (r) => (r.burst ?? r.z)?.toFixed(1), sort: (r) => r.burst ?? r.z ?? 0 },
        { key: "series", title: "Course", cell: (r) => <Sparkline values={r.series ?? []} /> },
      ]} />}
    </Panel>
  );
}
