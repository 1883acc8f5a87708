import { useState } from "preact/hooks";
import type { PageProps } from "../app";
import { act } from "../lib/admin";
import { useAsk } from "../lib/api";
import { bytes, count, moment } from "../lib/format";
import { setQuery } from "../lib/router";
import { KeyField } from "../ui/key";
import { DataTable, Drawer, Facts, Hex, Panel, Trouble } from "../ui/parts";

interface Group { id: string; reason: string; step: string; source_id?: string; count: number; redriven: number; first: string; last: string; sample: string; sample_message?: string }
interface Letter { partition: number; offset: number; at: string; reason: string; step: string; source_id?: string; article_id?: string; message?: string; attempts: number; origin_topic: string; origin_partition: number; origin_offset: number; bytes: number }
interface Item { letter: Letter; redriven_to?: string }
interface Detail { letter: Letter; message?: string; original_key?: string; pipeline_version?: string; headers: Record<string, string>; bytes: number; shown: number; hex: string; text: string; redriven_to?: string }
interface Job { id: string; state: string; detail?: string; dry_run: boolean; total: number; scanned: number; redriven: number; skipped?: Record<string, number> }

function position(letter: Letter): string {
  return letter.partition + "@" + letter.offset;
}

function Record({ at }: { at: string }) {
  const { data, trouble } = useAsk<Detail>("/v1/dead-letters/" + at.replace("@", "/"));
  const [view, setView] = useState<"text" | "hex">("text");
  return (
    <Drawer title={"Dead letter " + at} onClose={() => setQuery({ letter: null })}>
      <Trouble text={trouble} />
      {data && (
        <>
          <Facts rows={[["reason", data.letter.reason], ["step", data.letter.step], ["message", data.message], ["source", data.letter.source_id], ["article", data.letter.article_id],
            ["origin", `${data.letter.origin_topic}-${data.letter.origin_partition}@${data.letter.origin_offset}`], ["key", data.original_key], ["attempts", count(data.letter.attempts)],
            ["pipeline", data.pipeline_version], ["redriven to", data.redriven_to], ...Object.entries(data.headers ?? {}).map(([name, value]): [string, string] => ["header " + name, value])]} />
          <p class="tools"><span class="quiet">{bytes(data.shown)} of {bytes(data.bytes)}</span>
            <button type="button" aria-pressed={view === "text"} onClick={() => setView("text")}>Text</button>
            <button type="button" aria-pressed={view === "hex"} onClick={() => setView("hex")}>Bytes</button></p>
          {view === "hex" ? <Hex hex={data.hex} /> : <pre class="hex" tabIndex={0} aria-label="Text">{data.text}</pre>}
        </>
      )}
    </Drawer>
  );
}

function Redrive({ group, left }: { group: string; left: number }) {
  const [rate, setRate] = useState(10);
  const [id, setId] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const job = useAsk<Job>(id && "/v1/jobs/" + encodeURIComponent(id), 1_000);
  const start = async (dryRun: boolean) => {
    setTrouble(null);
    try {
      setId((await act<Job>("POST", "/v1/dead-letters:redrive", { selection: { groups: [group] }, dry_run: dryRun, rate_per_second: rate })).id);
    } catch (e) {
      setTrouble(e instanceof Error ? e.message : String(e));
    }
  };
  const stop = async () => {
    try {
      await act<Job>("DELETE", "/v1/jobs/" + encodeURIComponent(id ?? ""));
    } catch (e) {
      setTrouble(e instanceof Error ? e.message : String(e));
    }
  };
  const now = job.data;
  return (
    <form class="filters" onSubmit={(event) => { event.preventDefault(); void start(false); }}>
      <KeyField />
      <label><span>Records per second</span><input type="number" min={1} max={1000} value={rate} onInput={(event) => setRate(event.currentTarget.valueAsNumber || 1)} /></label>
      <button type="button" onClick={() => void start(true)}>Try without writing</button>
      <button type="submit">Redrive {count(left)} letters</button>
      <Trouble text={trouble ?? job.trouble} />
      {now && (
        <p class="wide" role="status">{now.dry_run ? "Trial" : "Redrive"} {now.state}: {count(now.scanned)} of {count(now.total)} looked at, {count(now.redriven)} redriven
          {Object.entries(now.skipped ?? {}).map(([why, n]) => `, ${count(n)} skipped (${why})`).join("")}{now.detail ? ". " + now.detail : ""}
          {now.state === "running" && <> <button type="button" onClick={() => void stop()}>Stop</button></>}</p>
      )}
    </form>
  );
}

export function DeadLetters({ query }: PageProps) {
  const { data, trouble } = useAsk<{ groups: Group[]; letters: number; left_out: number; complete: boolean }>("/v1/dead-letters", 5_000);
  const chosen = query.get("group");
  const group = data?.groups.find((one) => one.id === chosen);
  const before = query.get("before");
  const list = useAsk<{ letters: Item[]; before?: string }>(chosen && `/v1/dead-letters/list?limit=50&group=${encodeURIComponent(chosen)}${before ? "&before=" + encodeURIComponent(before) : ""}`);
  const letter = query.get("letter");
  return (
    <>
      <Panel id="groups" title="Dead letters" aside={data && <span class="quiet">{count(data.letters)} letters{data.complete ? "" : ", still reading"}{data.left_out > 0 && `, ${count(data.left_out)} not listed`}</span>}>
        <Trouble text={trouble} />
        {data && <DataTable<Group> name="order" label="Groups" query={query} rows={data.groups} id={(g) => g.id} empty="None: every record could be processed." columns={[
          { key: "reason", title: "Reason", cell: (g) => <button type="button" class="plain link" aria-pressed={g.id === chosen} onClick={() => setQuery({ group: g.id, before: null })}>{g.reason}</button>, sort: (g) => g.reason },
          { key: "step", title: "Step", text: true, cell: (g) => g.step, sort: (g) => g.step },
          { key: "source", title: "Source", text: true, cell: (g) => g.source_id, sort: (g) => g.source_id ?? "" },
          { key: "count", title: "Letters", cell: (g) => count(g.count), sort: (g) => g.count },
          { key: "redriven", title: "Redriven", cell: (g) => count(g.redriven), sort: (g) => g.redriven },
          { key: "last", title: "Last (UTC)", text: true, cell: (g) => moment(g.last), sort: (g) => g.last },
          { key: "message", title: "For example", text: true, cell: (g) => <span class="clip">{g.sample_message}</span> },
        ]} />}
      </Panel>
      {group && (
        <Panel id="letters" title={`${group.reason} at ${group.step}`}>
          <Redrive key={group.id} group={group.id} left={group.count - group.redriven} />
          <Trouble text={list.trouble} />
          {list.data && <DataTable<Item> name="letters" label="Letters" query={query} rows={list.data.letters} id={(i) => position(i.letter)} empty="None." columns={[
            { key: "at", title: "At (UTC)", cell: (i) => <button type="button" class="plain link" onClick={() => setQuery({ letter: position(i.letter) })}>{moment(i.letter.at)}</button> },
            { key: "article", title: "Article", text: true, cell: (i) => <code>{i.letter.article_id}</code> },
            { key: "message", title: "Message", text: true, cell: (i) => <span class="clip">{i.letter.message}</span> },
            { key: "attempts", title: "Attempts", cell: (i) => count(i.letter.attempts) },
            { key: "bytes", title: "Size", cell: (i) => bytes(i.letter.bytes) },
            { key: "redriven", title: "Redriven to", text: true, cell: (i) => i.redriven_to },
          ]} />}
          {list.data?.before && <p class="tools"><button type="button" onClick={() => setQuery({ before: list.data?.before ?? null })}>Older</button></p>}
        </Panel>
      )}
      {letter && <Record at={letter} />}
    </>
  );
}
