import { useState } from "preact/hooks";
import { act } from "../lib/admin";
import { useAsk } from "../lib/api";
import { clock, count, percent, rate, seconds, when } from "../lib/format";
import type { PageProps } from "../lib/router";
import { AuditList } from "../ui/audit";
import { KeyField } from "../ui/key";
import { DataTable, Export, Filters, Panel, Pill, Trouble, type Column } from "../ui/parts";

interface Source {
  source_id: string; name?: string; polled: boolean; paused?: boolean; status?: string; detail?: string; http_status?: number; last_success_at?: string; next_poll_at?: string; last_item_at?: string;
  failures?: number; raw: number; per_hour: number; baseline_per_hour?: number; baseline_hours: number; silent: boolean; duplicate_share?: number; dead_letter_share?: number; publish_delay_seconds?: number;
}
type Action = "pause" | "resume" | "poll-now";

const ADDRESS = "/v1/source-status";
const EVERY_MS = 5_000;
const UNDO: Partial<Record<Action, Action>> = { pause: "resume", resume: "pause" };
const SAYS: Record<Action, string> = { "pause": "is paused: it will not be polled", "resume": "is polled again", "poll-now": "will be polled now" };

function state(source: Source): [name: string, level: string] {
  if (source.silent) return ["silent", "bad"];
  if (source.paused) return ["paused", "warn"];
  if ((source.failures ?? 0) > 0) return ["failing", "warn"];
  return source.polled ? [source.status ?? "not polled yet", source.status === undefined ? "" : "ok"] : ["delivers", "ok"];
}

const FIRST = ["silent", "failing", "paused"];

/** What needs a look comes first. */
function rank(source: Source): number {
  const at = FIRST.indexOf(state(source)[0]);
  return at < 0 ? FIRST.length : at;
}

/** Items of the last hour; with a baseline as a bar beside it. */
function Hour({ source }: { source: Source }) {
  const usual = source.baseline_per_hour;
  if (usual === undefined) return <>{count(source.per_hour)}</>;
  const top = Math.max(1, source.per_hour, usual);
  return <span class="share"><span class="meter" style={{ "--part": source.per_hour / top, "--before": usual / top }} /><span>{count(source.per_hour)}</span></span>;
}

export function Sources({ query }: PageProps) {
  const [turn, setTurn] = useState(0);
  const { data, trouble } = useAsk<{ sources: Source[] }>(ADDRESS, EVERY_MS, turn);
  const [said, setSaid] = useState<{ id: string; action: Action; refused: string | null } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const change = async (id: string, action: Action) => {
    setBusy(id);
    try {
      await act("POST", `${ADDRESS}/${encodeURIComponent(id)}:${action}`);
      setSaid({ id, action, refused: null });
      setTurn((n) => n + 1);
    } catch (e) {
      setSaid({ id, action, refused: e instanceof Error ? e.message : String(e) });
      document.getElementById("admin-key")?.focus();
    }
    setBusy(null);
  };
  const part = (query.get("find") ?? "").toLowerCase();
  const wanted = query.get("state");
  const rows = (data?.sources ?? []).filter((s) => (s.source_id + " " + (s.name ?? "")).toLowerCase().includes(part) && (!wanted || (wanted === "polled" ? s.polled : state(s)[0] === wanted)))
    .sort((a, b) => rank(a) - rank(b));
  const polls = rows.some((s) => s.polled);
  const every: (Column<Source> & { ofPolls?: boolean })[] = [
    { key: "source", title: "Source", cell: (s) => <a href={"/articles?source=" + encodeURIComponent(s.source_id)}>{s.name ?? s.source_id}</a>, sort: (s) => s.source_id },
    { key: "state", title: "State", text: true, cell: (s) => <><Pill level={state(s)[1]} text={state(s)[0]} />{s.detail && <span class="quiet detail" title={s.detail}>{s.detail}</span>}</>, sort: (s) => state(s)[0] },
    { ofPolls: true, key: "do", title: "Change", text: true, cell: (s) => s.polled && <span class="tools">
      <button type="button" disabled={busy === s.source_id} aria-label={(s.paused ? "Resume " : "Pause ") + s.source_id} onClick={() => void change(s.source_id, s.paused ? "resume" : "pause")}>{s.paused ? "Resume" : "Pause"}</button>
      {!s.paused && <button type="button" disabled={busy === s.source_id} aria-label={"Poll now: " + s.source_id} onClick={() => void change(s.source_id, "poll-now")}>Poll now</button>}</span> },
    { key: "hour", title: "Last hour", cell: (s) => <Hour source={s} />, sort: (s) => s.per_hour },
    { key: "usual", title: "Usual", cell: (s) => rate(s.baseline_per_hour), sort: (s) => s.baseline_per_hour ?? -1, file: (s) => s.baseline_per_hour },
    { key: "raw", title: "All", cell: (s) => count(s.raw), sort: (s) => s.raw },
    { key: "copies", title: "Copies", cell: (s) => percent(s.duplicate_share), sort: (s) => s.duplicate_share ?? -1, file: (s) => s.duplicate_share },
    { key: "dead", title: "Refused", cell: (s) => ((s.dead_letter_share ?? 0) > 0 ? <a href={"/dead-letters?source=" + encodeURIComponent(s.source_id)}>{percent(s.dead_letter_share)}</a> : percent(s.dead_letter_share)), sort: (s) => s.dead_letter_share ?? -1, file: (s) => s.dead_letter_share },
    { ofPolls: true, key: "errors", title: "Failed polls", cell: (s) => count(s.failures), sort: (s) => s.failures ?? -1, file: (s) => s.failures },
    { key: "delay", title: "Delay", cell: (s) => seconds(s.publish_delay_seconds), sort: (s) => s.publish_delay_seconds ?? -1, file: (s) => s.publish_delay_seconds },
    { key: "last", title: "Last item", text: true, cell: (s) => (s.last_item_at ? when(s.last_item_at) : "–"), sort: (s) => s.last_item_at ?? "" },
    { ofPolls: true, key: "success", title: "Last good poll", text: true, cell: (s) => (s.last_success_at ? when(s.last_success_at) : "–"), sort: (s) => s.last_success_at ?? "" },
    { ofPolls: true, key: "next", title: "Next poll", text: true, cell: (s) => (s.paused ? "–" : s.next_poll_at ? clock(s.next_poll_at) : "–"), sort: (s) => s.next_poll_at ?? "" },
  ];
  // Without a feed or sitemap nothing is polled, so nothing is said of polls.
  const columns = every.filter((column) => polls || !column.ofPolls);
  const undo = said && !said.refused ? UNDO[said.action] : undefined;
  return (
    <>
      <Panel id="sources" title="Sources" aside={<span class="tools">
        <span class="quiet">{data && `${count(rows.length)} of ${count(data.sources.length)}, times in UTC`}</span><KeyField /><Export name="sources" columns={columns} rows={rows} json={ADDRESS} /></span>}>
        <Filters query={query} fields={[{ name: "find", label: "Source" }, { name: "state", label: "State", options: ["silent", "failing", "paused", "polled", "delivers"] }]} />
        <Trouble text={trouble} />
        <div role="status">{said && <p class={said.refused ? "trouble" : "done"}><b>{said.id}</b> {said.refused ? "was not changed: " + said.refused : SAYS[said.action]}
          {undo && <> <button type="button" onClick={() => void change(said.id, undo)}>Undo</button></>}</p>}</div>
        {data && <DataTable<Source> name="order" label="Sources" query={query} rows={rows} id={(s) => s.source_id} columns={columns}
          empty={data.sources.length === 0 ? "No source has delivered yet, and none is declared: dateline sources add" : "No source matches."} />}
        {data && data.sources.length > 0 && <p class="quiet">Usual is the median of the full hours before, at most a week. Delay is the median time from publication to receipt.</p>}
      </Panel>
      <AuditList query={query} turn={turn} />
    </>
  );
}
