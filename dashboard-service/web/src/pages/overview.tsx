import { useState } from "preact/hooks";
import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { clock, count, millis, moment, percent, rate, seconds } from "../lib/format";
import { useLive } from "../lib/live";
import { setQuery } from "../lib/router";
import type { Counts, EventSummary, Instance, LedgerPage, LedgerRow, Mark } from "../lib/types";
import { Chart } from "../ui/chart";
import { DataTable, Facts, Filters, Panel, Pill, Tile, Trouble } from "../ui/parts";

const SHOWN_EVENTS = 30;
const HOUR_MS = 3_600_000;

const KINDS: { key: keyof Counts; name: string; hue: string }[] = [
  { key: "raw", name: "Raw", hue: "raw" },
  { key: "events", name: "Events", hue: "events" },
  { key: "duplicates", name: "Duplicates", hue: "duplicates" },
  { key: "resends", name: "Resends", hue: "resends" },
  { key: "dead_letters", name: "Dead letters", hue: "letters" },
  { key: "in_flight", name: "In flight", hue: "flight" },
];

function contains(text: string | undefined, part: string | null): boolean {
  return !part || (text ?? "").toLowerCase().includes(part.toLowerCase());
}

export function matches(event: EventSummary, query: URLSearchParams): boolean {
  return contains(event.title, query.get("title"))
    && contains((event.source_name ?? "") + " " + (event.source_id ?? ""), query.get("source"))
    && contains(event.language, query.get("language"));
}

function Events({ query }: { query: URLSearchParams }) {
  const live = useLive();
  const [held, setHeld] = useState<EventSummary[] | null>(null);
  const events = (held ?? live.events).filter((event) => matches(event, query)).slice(0, SHOWN_EVENTS);
  const known = new Set(held?.map((event) => event.event_id));
  const waiting = held ? live.events.filter((event) => !known.has(event.event_id)).length : 0;
  return (
    <Panel id="events" title="Latest events" aside={
      <span class="tools">{held && <span class="quiet">{waiting} new since the pause</span>}
        <button type="button" aria-pressed={held !== null} onClick={() => setHeld(held ? null : live.events)}>{held ? "Go on" : "Pause"}</button></span>}>
      <Filters query={query} fields={[{ name: "title", label: "Title" }, { name: "source", label: "Source" }, { name: "language", label: "Language" }]} />
      {events.length === 0 && <p class="quiet">{live.events.length ? "No event matches." : "No event yet."}</p>}
      <ol class="events">
        {events.map((event) => (
          <li key={event.event_id + event.revision + event.status}>
            <time dateTime={event.received_at}>{clock(event.received_at)}</time>
            <div>
              <a class="title" href={"/articles/" + event.article_id}>{event.title ?? "Untitled"}</a>
              <div class="facts">
                <span class="source">{event.source_name ?? event.source_id}</span>
                {event.language && <span>{event.language}</span>}
                {event.primary_country && <span>{event.primary_country}</span>}
                {event.word_count !== undefined && <span>{count(event.word_count)} words</span>}
                {event.revision > 1 && <span>revision {event.revision}</span>}
                {event.status !== "active" && <Pill level="warn" text={event.status} />}
                {(event.entities ?? []).slice(0, 3).map((entity) => <span class="tag" key={entity.name}>{entity.name}</span>)}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Instances({ instances }: { instances: Instance[] }) {
  if (instances.length === 0) return <p class="quiet">No instance has reported in the last ten seconds.</p>;
  return (
    <ul class="rows">
      {instances.map((one) => {
        const gone = one.state === "gone";
        const up = one.status === "up" || one.status === "UP";
        return (
          <li key={one.instance_id ?? one.instance}>
            <span><b>{one.service}</b> <span class="quiet">{one.instance ?? one.instance_id} · {one.version} · since {moment(one.started_at)}</span></span>
            <Pill level={gone ? "bad" : up ? "ok" : "warn"} text={gone ? "gone" : one.status} />
            {one.detail && <span class="quiet wide">{one.detail}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Ledger({ query }: { query: URLSearchParams }) {
  const live = useLive();
  const wanted = query.get("find") ?? "";
  const found = useAsk<LedgerPage>(wanted ? "/v1/ledger?q=" + encodeURIComponent(wanted) : null, 3_000);
  const page = wanted ? found.data : live.overview?.ledger;
  return (
    <Panel id="ledger" title="Ledger by source" aside={
      <span class="tools"><span class="quiet">{page && `${page.rows.length} of ${count(page.matching)} sources, ${count(page.unbalanced)} with something in flight`}</span>
        <label><span class="hidden">Find a source</span>
          <input type="search" maxLength={256} placeholder="Find a source" value={wanted} onInput={(event) => setQuery({ find: event.currentTarget.value })} /></label></span>}>
      <Trouble text={found.trouble} />
      <DataTable<LedgerRow> name="ledger" label="Ledger table" query={query} rows={page?.rows ?? []} id={(row) => row.source_id} empty="No source yet."
        columns={[
          { key: "source", title: "Source", cell: (row) => <a href={"/articles?source=" + encodeURIComponent(row.source_id)}>{row.source_id}</a>, sort: (row) => row.source_id },
          ...KINDS.map(({ key, name }) => ({ key, title: name, cell: (row: LedgerRow) => count(row[key]), sort: (row: LedgerRow) => row[key] })),
        ]} />
    </Panel>
  );
}

export function OverviewPage({ query, theme }: PageProps) {
  const live = useLive();
  const overview = live.overview;
  const [from] = useState(() => new Date(Date.now() - HOUR_MS).toISOString());
  const marks = useAsk<{ marks: Mark[] }>(live.pulse ? "/v1/marks" : null, 30_000);
  if (!overview) return <p class="quiet">Waiting for the first figures.</p>;
  const { totals, history } = overview;
  const now = live.pulse?.now ?? {};
  const flow = overview.rates["10s"] ?? Object.values(overview.rates)[0];
  return (
    <>
      {totals.raw === 0 && (
        <Panel id="empty" title="Nothing has arrived yet">
          <p>Send a first article:</p><pre><code>./dateline push article.txt</code></pre>
          <p>or watch a made-up newswire go through:</p><pre><code>./dateline simulate</code></pre>
        </Panel>
      )}
      <section class="tiles" aria-label="Totals and rates">
        {KINDS.map(({ key, name, hue }) => (
          <Tile key={key} name={name} hue={hue} value={count(totals[key])}
            note={key === "in_flight" ? (totals.in_flight === 0 ? "balanced" : percent(totals.in_flight / Math.max(1, totals.raw)) + " of raw") : flow && rate(flow[key]) + " / s"}
            values={key === "in_flight" ? history.in_flight : history.flows.map((one) => one[key])} />
        ))}
      </section>
      <section class="panel strip" aria-label="At present">
        <Facts rows={[["lag", live.pulse && seconds(now["lag_seconds"])], ["records behind", live.pulse && count(now["lag_records"])],
          ["p50", live.pulse && millis(now["p50_ms"])], ["p99", live.pulse && millis(now["p99_ms"])],
          ["silent sources", live.pulse && count(now["silent_sources"])],
          ["books", `${count(totals.raw)} = ${count(totals.events)} + ${count(totals.duplicates)} + ${count(totals.resends)} + ${count(totals.dead_letters)} + ${count(totals.in_flight)}`]]} />
      </section>
      {live.pulse && (
        <div class="columns even">
          <Chart id="flow" title="Flow" unit="per second" metrics={["events", "duplicates", "dead_letters", "resends"]} from={from} marks={marks.data?.marks ?? []} theme={theme} />
          <Chart id="latency" title="Receipt to event" unit="ms" metrics={["p50_ms", "p99_ms"]} from={from} marks={marks.data?.marks ?? []} theme={theme} />
        </div>
      )}
      <div class="columns">
        <Events query={query} />
        <div class="side">
          <Panel id="instances" title="Instances"><Instances instances={live.pulse?.instances ?? overview.instances} /></Panel>
          {(marks.data?.marks.length ?? 0) > 0 && (
            <Panel id="marks" title="Marks">
              <ul class="rows">{[...(marks.data?.marks ?? [])].reverse().slice(0, 8).map((mark) => (
                <li key={mark.at + mark.text}><span><span class="quiet">{clock(mark.at)}</span> {mark.text}</span><span class="tag">{mark.kind}</span></li>
              ))}</ul>
            </Panel>
          )}
          <Panel id="letters" title="Latest dead letters" aside={<a href="/dead-letters">All</a>}>
            {!overview.recent_dead_letters?.length && <p class="quiet">None: every record could be processed.</p>}
            <ul class="rows">{overview.recent_dead_letters?.slice(0, 8).map((letter) => (
              <li key={letter.record.partition + "@" + letter.record.offset}>
                <span><b>{letter.step}</b> {letter.reason} <span class="quiet">{letter.source_id} {clock(letter.received_at)}</span></span>
                {letter.message && <span class="quiet wide">{letter.message}</span>}
              </li>
            ))}</ul>
          </Panel>
          <Panel id="duplicates" title="Latest duplicates">
            {!overview.recent_duplicates?.length && <p class="quiet">No copy found yet.</p>}
            <ul class="rows">{overview.recent_duplicates?.slice(0, 8).map((copy) => (
              <li key={copy.article_id}><a href={"/articles/" + copy.original_id}>{copy.title ?? copy.article_id}</a>
                <span class="quiet">{copy.kind} {percent(copy.similarity)}</span></li>
            ))}</ul>
          </Panel>
        </div>
      </div>
      <Ledger query={query} />
    </>
  );
}
