import { useEffect, useState } from "preact/hooks";
import { act } from "../lib/admin";
import { useAsk } from "../lib/api";
import { bytes, count, many, words, when } from "../lib/format";
import { setQuery, type PageProps } from "../lib/router";
import { AuditList } from "../ui/audit";
import { KeyField } from "../ui/key";
import { DataTable, Drawer, Export, Facts, Filters, Hex, Panel, Pill, Trouble, type Column } from "../ui/parts";

interface Group { id: string; reason: string; step: string; source_id?: string; count: number; redriven: number; first: string; last: string; sample: string; sample_message?: string }
interface Groups { groups: Group[]; letters: number; listed: number; left_out: number; complete: boolean }
interface Letter { partition: number; offset: number; at: string; reason: string; step: string; source_id?: string; article_id?: string; message?: string; attempts: number; origin_topic: string; origin_partition: number; origin_offset: number; bytes: number }
interface Item { letter: Letter; redriven_to?: string }
interface Detail { letter: Letter; message?: string; original_key?: string; pipeline_version?: string; headers: Record<string, string>; bytes: number; shown: number; hex: string; text: string; redriven_to?: string }
interface Job {
  id: string; state: string; detail: string; dry_run: boolean; actor: string; rate_per_second: number; started_at: string; ended_at?: string; total: number; scanned: number; redriven: number;
  skipped: Record<string, number>; report: { partition: number; offset: number; result: string; written_to?: string }[];
}
type Selection = { groups: string[] } | { letters: string[] };

const ADDRESS = "/v1/dead-letters";
const PAGE = 25;
const MOST_GROUPS = 12;
const MOST_NAMED = 1000;
const MOST_RATE = 1000;
const USUAL_RATE = 10;
const EVERY_MS = 5_000;
const JOB_MS = 500;
const LISTED = 20;

function position(letter: { partition: number; offset: number }): string {
  return letter.partition + "@" + letter.offset;
}

function Record({ at }: { at: string }) {
  const address = `${ADDRESS}/${at.replace("@", "/")}`;
  const { data, trouble, loading } = useAsk<Detail>(address);
  const [view, setView] = useState<"text" | "hex">("text");
  const [first, ...stack] = (data?.message ?? "").split("\n");
  return (
    <Drawer title={"Dead letter " + at} onClose={() => setQuery({ letter: null })}>
      <Trouble text={trouble} />
      {loading && <p class="quiet">Reading it from the topic.</p>}
      {data && (
        <>
          <p class="why">{first}</p>
          {stack.length > 0 && <pre class="hex" tabIndex={0} aria-label="Stack">{stack.join("\n")}</pre>}
          <Facts rows={[["reason", data.letter.reason], ["step", data.letter.step], ["source", data.letter.source_id], ["article", data.letter.article_id && <code>{data.letter.article_id}</code>],
            ["received", when(data.letter.at)], ["origin", `${data.letter.origin_topic}-${data.letter.origin_partition}@${data.letter.origin_offset}`], ["key", data.original_key],
            ["attempts", count(data.letter.attempts)], ["pipeline", data.pipeline_version], ["redriven to", data.redriven_to]]} />
          <h3>Original bytes</h3>
          {data.bytes === 0 ? <p class="quiet">The record had none.</p> : (
            <>
              <p class="tools"><span class="choice" role="group" aria-label="How to show them">
                <button type="button" aria-pressed={view === "text"} onClick={() => setView("text")}>Text</button>
                <button type="button" aria-pressed={view === "hex"} onClick={() => setView("hex")}>Bytes</button></span>
                <span class="quiet">{data.shown < data.bytes ? `the first ${bytes(data.shown)} of ${bytes(data.bytes)}` : bytes(data.bytes)}{view === "text" && ", what is no text is escaped"}</span></p>
              {view === "hex" ? <Hex hex={data.hex} /> : <pre class="hex" tabIndex={0} aria-label="Text">{data.text}</pre>}
            </>
          )}
          <h3>Headers</h3>
          <Facts rows={Object.entries(data.headers)} />
          <p><a href={address}>JSON</a></p>
        </>
      )}
    </Drawer>
  );
}

function Report({ job }: { job: Job }) {
  return (
    <details open={job.report.length <= LISTED}>
      <summary>Report of {job.scanned > job.report.length && `${count(job.report.length)} of `}{many(Math.max(job.scanned, job.report.length), "letter")}</summary>
      <div class="scroll tall" role="region" aria-label="Report" tabIndex={0}>
        <table><thead><tr><th scope="col">Letter</th><th scope="col" class="text">Result</th><th scope="col" class="text">Written to</th></tr></thead>
          <tbody>{job.report.map((line) => <tr key={position(line)}><th scope="row">{position(line)}</th><td class="text">{words(line.result).replaceAll("-", " ")}</td><td class="text">{line.written_to ?? "–"}</td></tr>)}</tbody></table>
      </div>
    </details>
  );
}

/** Tries, writes and follows. The job is in the link, so a reload goes on following it. */
function Redrive(props: { selection: Selection | null; letters: number; query: URLSearchParams; onDone: () => void }) {
  const { selection, letters, query } = props;
  const id = query.get("job");
  const [pace, setPace] = useState(USUAL_RATE);
  const [sure, setSure] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const job = useAsk<Job>(id && "/v1/jobs/" + encodeURIComponent(id), ended === id ? 0 : JOB_MS);
  const now = job.data;
  const over = now !== null && now.id === id && now.state !== "running";
  useEffect(() => {
    if (!over) return;
    setEnded(id);
    props.onDone();
  }, [over, id]);
  const doing = async (work: () => Promise<void>) => {
    setTrouble(null);
    setSure(false);
    try {
      await work();
    } catch (e) {
      setTrouble(e instanceof Error ? e.message : String(e));
      document.getElementById("admin-key")?.focus();
    }
  };
  const start = (dryRun: boolean) => void doing(async () => {
    const begun = await act<Job>("POST", ADDRESS + ":redrive", { selection, dry_run: dryRun, rate_per_second: pace });
    setQuery({ job: begun.id });
  });
  const stop = () => void doing(async () => void (await act<Job>("DELETE", "/v1/jobs/" + encodeURIComponent(id ?? ""))));
  const chosen = many(letters, "letter");
  return (
    <Panel id="redrive" title="Redrive" aside={<KeyField />}>
      <p class="quiet">Writes letters back to where they came from, to be processed anew. Nothing is deleted, and nothing is tried more than four times. Choose groups or letters, and try it without writing first.</p>
      <form class="filters" onSubmit={(event) => { event.preventDefault(); start(true); }}>
        <label><span>Letters a second</span><input type="number" min={1} max={MOST_RATE} required value={pace} onInput={(event) => setPace(event.currentTarget.valueAsNumber)} /></label>
        <button type="submit" disabled={!selection}>Try {selection ? chosen : ""} without writing</button>
        {sure ? <span class="tools sure" role="alert">Write {chosen} back? <button type="button" onClick={() => start(false)}>Yes, redrive</button><button type="button" onClick={() => setSure(false)}>No</button></span>
          : <button type="button" disabled={!selection} onClick={() => setSure(true)}>Redrive {selection ? chosen : ""}</button>}
      </form>
      <Trouble text={trouble ?? (id ? job.trouble : null)} />
      {id && now && (
        <div class="job">
          <p role="status"><Pill level={now.state === "running" ? "warn" : now.state === "failed" ? "bad" : "ok"} text={`${now.dry_run ? "trial" : "redrive"} ${now.state}`} /> {now.detail}
            {now.state === "running" && <> <button type="button" onClick={stop}>Stop</button></>}</p>
          <progress max={Math.max(1, now.total)} value={now.scanned} aria-label="Letters looked at" />
          {Object.keys(now.skipped).length > 0 && <p class="quiet">Left alone: {Object.entries(now.skipped).map(([why, n]) => `${count(n)} ${why.replaceAll("-", " ")}`).join(", ")}</p>}
          {now.report.length > 0 && <Report job={now} />}
        </div>
      )}
    </Panel>
  );
}

function flipped(chosen: Set<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id) && next.size < MOST_NAMED) next.add(id);
  return next;
}

export function DeadLetters({ query }: PageProps) {
  const [turn, setTurn] = useState(0);
  const { data, trouble } = useAsk<Groups>(ADDRESS, EVERY_MS, turn);
  const [groups, setGroups] = useState<Set<string>>(new Set());
  const [letters, setLetters] = useState<Set<string>>(new Set());
  const open = query.get("group");
  const before = query.get("before");
  const address = `${ADDRESS}/list?limit=${PAGE}${open ? "&group=" + encodeURIComponent(open) : ""}${before ? "&before=" + encodeURIComponent(before) : ""}`;
  const list = useAsk<{ letters: Item[]; before?: string }>(address, before ? 0 : EVERY_MS, turn);
  const letter = query.get("letter");
  const all = data?.groups ?? [];
  const wanted = (name: string, value?: string) => !query.get(name) || query.get(name) === value;
  const rows = all.filter((g) => wanted("reason", g.reason) && wanted("step", g.step) && wanted("source", g.source_id));
  const group = all.find((one) => one.id === open);
  const options = (of: (g: Group) => string | undefined) => [...new Set(all.map(of).filter((value): value is string => !!value))].sort();
  const picked = all.filter((g) => groups.has(g.id));
  const selection: Selection | null = letters.size > 0 ? { letters: [...letters] } : picked.length > 0 ? { groups: picked.map((g) => g.id) } : null;
  const chosen = letters.size > 0 ? letters.size : picked.reduce((sum, g) => sum + g.count - g.redriven, 0);
  const groupColumns: Column<Group>[] = [
    { key: "pick", title: "Choose", cell: (g) => <input type="checkbox" aria-label={`Choose ${g.reason} at ${g.step}, ${g.source_id ?? "no source"}`} checked={groups.has(g.id)}
      onChange={() => { setGroups(flipped(groups, g.id)); setLetters(new Set()); }} /> },
    { key: "reason", title: "Reason", text: true, cell: (g) => <button type="button" class="plain link" aria-pressed={g.id === open} onClick={() => setQuery({ group: g.id === open ? null : g.id, before: null })}>{g.reason}</button>, sort: (g) => g.reason },
    { key: "step", title: "Step", text: true, cell: (g) => g.step, sort: (g) => g.step },
    { key: "source", title: "Source", text: true, cell: (g) => g.source_id, sort: (g) => g.source_id ?? "" },
    { key: "count", title: "Letters", cell: (g) => count(g.count), sort: (g) => g.count },
    { key: "redriven", title: "Redriven", cell: (g) => count(g.redriven), sort: (g) => g.redriven },
    { key: "last", title: "Last (UTC)", text: true, cell: (g) => when(g.last), sort: (g) => g.last },
    { key: "message", title: "For example", text: true, cell: (g) => <button type="button" class="plain link clip" title={g.sample_message} onClick={() => setQuery({ letter: g.sample })}>{g.sample_message ?? g.sample}</button>, file: (g) => g.sample_message },
  ];
  const letterColumns: Column<Item>[] = [
    { key: "pick", title: "Choose", cell: (i) => <input type="checkbox" aria-label={"Choose letter " + position(i.letter)} checked={letters.has(position(i.letter))}
      onChange={() => { setLetters(flipped(letters, position(i.letter))); setGroups(new Set()); }} /> },
    { key: "at", title: "At (UTC)", text: true, cell: (i) => <button type="button" class="plain link" onClick={() => setQuery({ letter: position(i.letter) })}>{when(i.letter.at)}</button>, file: (i) => i.letter.at },
    { key: "position", title: "Letter", text: true, cell: (i) => <code>{position(i.letter)}</code>, file: (i) => position(i.letter) },
    { key: "reason", title: "Reason", text: true, cell: (i) => i.letter.reason, file: (i) => i.letter.reason },
    { key: "source", title: "Source", text: true, cell: (i) => i.letter.source_id, file: (i) => i.letter.source_id },
    { key: "message", title: "Message", text: true, cell: (i) => <span class="clip" title={i.letter.message}>{i.letter.message}</span>, file: (i) => i.letter.message },
    { key: "attempts", title: "Attempts", cell: (i) => count(i.letter.attempts), file: (i) => i.letter.attempts },
    { key: "bytes", title: "Size", cell: (i) => bytes(i.letter.bytes), file: (i) => i.letter.bytes },
    { key: "redriven", title: "Redriven to", text: true, cell: (i) => i.redriven_to ?? "–", file: (i) => i.redriven_to },
  ];
  return (
    <>
      <Panel id="groups" title="Dead letters" aside={data && <span class="tools"><span class="quiet">{many(data.letters, "letter")}{data.complete ? "" : ", still reading"}
        {data.listed < data.letters && `, the last ${count(data.listed)} can be listed`}{data.left_out > 0 && `, ${count(data.left_out)} in further groups`}</span>
        {rows.length > 1 && <button type="button" onClick={() => { setLetters(new Set()); setGroups(picked.length === rows.length ? new Set() : new Set(rows.slice(0, MOST_NAMED).map((g) => g.id))); }}>
          {picked.length === rows.length ? "Choose none" : `Choose all ${count(rows.length)}`}</button>}
        <Export name="dead-letters" columns={groupColumns} rows={rows} json={ADDRESS} /></span>}>
        {all.length > 0 && <Filters query={query} fields={[{ name: "reason", label: "Reason", options: options((g) => g.reason) }, { name: "step", label: "Step", options: options((g) => g.step) },
          { name: "source", label: "Source", options: options((g) => g.source_id) }]} />}
        <Trouble text={trouble} />
        {data && <DataTable<Group> name="order" label="Groups" query={query} rows={rows} id={(g) => g.id} empty={all.length ? "No group matches." : "None: every record could be processed."} columns={groupColumns} most={MOST_GROUPS} />}
      </Panel>
      {(all.length > 0 || query.get("job")) && <Redrive selection={chosen > 0 ? selection : null} letters={chosen} query={query} onDone={() => setTurn((n) => n + 1)} />}
      {all.length > 0 && (
        <Panel id="letters" title={group ? `${group.reason} at ${group.step}` : rows.length < all.length ? "Latest letters of all groups" : "Latest letters"} aside={<span class="tools">
          {group && <button type="button" onClick={() => setQuery({ group: null, before: null })}>All groups</button>}
          {list.data && <Export name="letters" columns={letterColumns} rows={list.data.letters} json={address} />}</span>}>
          <Trouble text={list.trouble} />
          {list.data && <DataTable<Item> name="letters" label="Letters" query={query} rows={list.data.letters} id={(i) => position(i.letter)} empty="None." columns={letterColumns} />}
          {(before || list.data?.before) && <p class="tools pager">
            {before && <button type="button" onClick={() => setQuery({ before: null })}>Newest</button>}
            {list.data?.before && <button type="button" onClick={() => setQuery({ before: list.data?.before ?? null })}>Older</button>}</p>}
        </Panel>
      )}
      {letter && <Record at={letter} />}
      <AuditList query={query} turn={turn} />
    </>
  );
}
