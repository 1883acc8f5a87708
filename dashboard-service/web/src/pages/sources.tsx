import { useState } from "preact/hooks";
import type { PageProps } from "../app";
import { act } from "../lib/admin";
import { useAsk } from "../lib/api";
import { count, moment, percent, rate, seconds } from "../lib/format";
import { KeyField } from "../ui/key";
import { DataTable, Filters, Panel, Pill, Trouble } from "../ui/parts";

interface Source {
  source_id: string; name?: string; polled: boolean; paused?: boolean; status?: string; detail?: string; last_success_at?: string; next_poll_at?: string; last_item_at?: string;
  failures?: number; raw: number; per_hour: number; baseline_per_hour?: number; silent: boolean; duplicate_share?: number; dead_letter_share?: number; publish_delay_seconds?: number;
}

export function Sources({ query }: PageProps) {
  const [turn, setTurn] = useState(0);
  const { data, trouble } = useAsk<{ sources: Source[] }>("/v1/source-status", 5_000, turn);
  const [said, setSaid] = useState<string | null>(null);
  const change = async (source: Source, action: string) => {
    try {
      await act("POST", `/v1/source-status/${encodeURIComponent(source.source_id)}:${action}`);
      setSaid(`${source.source_id}: ${action} was written to the sources topic`);
      setTurn((n) => n + 1);
    } catch (e) {
      setSaid(`${source.source_id}: ${e instanceof Error ? e.message : String(e)}`);
    }
  };
  const part = (query.get("find") ?? "").toLowerCase();
  const state = query.get("state");
  const rows = (data?.sources ?? []).filter((s) => (s.source_id + " " + (s.name ?? "")).toLowerCase().includes(part)
    && (!state || (state === "silent" ? s.silent : state === "paused" ? s.paused === true : (s.failures ?? 0) > 0)));
  return (
    <Panel id="sources" title="Sources" aside={<span class="tools"><span class="quiet">{data && `${count(rows.length)} of ${count(data.sources.length)}`}</span><KeyField /></span>}>
      <Filters query={query} fields={[{ name: "find", label: "Source" }, { name: "state", label: "State", options: ["silent", "paused", "failing"] }]} />
      <Trouble text={trouble} />
      {said && <p role="status">{said}</p>}
      {data && <DataTable<Source> name="order" label="Sources" query={query} rows={rows} id={(s) => s.source_id} empty="No source matches." columns={[
        { key: "source", title: "Source", cell: (s) => <a href={"/articles?source=" + encodeURIComponent(s.source_id)}>{s.name ?? s.source_id}</a>, sort: (s) => s.name ?? s.source_id },
        { key: "status", title: "State", text: true, cell: (s) => s.silent ? <Pill level="bad" text="silent" /> : s.paused ? <Pill level="warn" text="paused" /> : (s.failures ?? 0) > 0
          ? <Pill level="warn" text={s.detail ?? s.status ?? "failing"} /> : <Pill level="ok" text={s.status ?? "delivers"} />, sort: (s) => (s.silent ? 0 : s.paused ? 1 : 2) },
        { key: "hour", title: "Last hour", cell: (s) => count(s.per_hour), sort: (s) => s.per_hour },
        { key: "usual", title: "Usual / h", cell: (s) => rate(s.baseline_per_hour), sort: (s) => s.baseline_per_hour ?? -1 },
        { key: "copies", title: "Copies", cell: (s) => percent(s.duplicate_share), sort: (s) => s.duplicate_share ?? -1 },
        { key: "dead", title: "Dead letters", cell: (s) => percent(s.dead_letter_share), sort: (s) => s.dead_letter_share ?? -1 },
        { key: "delay", title: "Delay", cell: (s) => seconds(s.publish_delay_seconds), sort: (s) => s.publish_delay_seconds ?? -1 },
        { key: "last", title: "Last item (UTC)", text: true, cell: (s) => moment(s.last_item_at ?? s.last_success_at), sort: (s) => s.last_item_at ?? "" },
        { key: "next", title: "Next poll (UTC)", text: true, cell: (s) => moment(s.next_poll_at) },
        { key: "do", title: "Change", text: true, cell: (s) => s.polled && <span class="tools">
          <button type="button" onClick={() => void change(s, s.paused ? "resume" : "pause")}>{s.paused ? "Resume" : "Pause"}</button>
          <button type="button" onClick={() => void change(s, "poll-now")}>Poll now</button></span> },
      ]} />}
    </Panel>
  );
}
