import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { clock, count, iso, millis, moment, percent, rate, seconds } from "../lib/format";
import { type Figures, type History, type Range, latest, rangeOf, recent, SECONDS, useHistory } from "../lib/history";
import { keyOf, useLive } from "../lib/live";
import { go, setQuery, type PageProps } from "../lib/router";
import type { ArticleFate, Counts, EventSummary, Instance, LedgerPage, LedgerRow, Mark, Overview, Pulse, RecordPosition } from "../lib/types";
import { Chart, type Line } from "../ui/chart";
import { DataTable, Facts, Panel, Pill, Trouble } from "../ui/parts";
import { Tile } from "../ui/tile";

const SHOWN_EVENTS = 40;
const SHOWN_ROWS = 6;
const NO_MARKS: Mark[] = [];
const LAST_HOUR: Range = { span: "1h", fixed: null };
/** Seconds by which the lag changes in a second: less is the noise of the measurement. */
const STEADY = 0.05;
const SOME_LAG = 10;
const MUCH_LAG = 60;
const ARTICLE_ID = /[0-9a-v]{26}/;
const RANGES: { window: Range["span"]; name: string }[] = [{ window: "1h", name: "Last hour" }, { window: "24h", name: "Last day" }];

const KINDS: { key: keyof Counts; name: string; hue: string }[] = [
  { key: "raw", name: "Raw", hue: "raw" },
  { key: "events", name: "Events", hue: "events" },
  { key: "duplicates", name: "Duplicates", hue: "duplicates" },
  { key: "resends", name: "Resends", hue: "resends" },
  { key: "dead_letters", name: "Dead letters", hue: "letters" },
  { key: "in_flight", name: "In flight", hue: "flight" },
];
const CHARTS: { id: string; title: string; unit: string; log?: boolean; lines: Line[]; show: (value: number | null | undefined) => string }[] = [
  {
    id: "flow", title: "Flow", unit: "records per second", show: rate,
    lines: KINDS.slice(0, 5).map(({ key, name, hue }) => ({ metric: key, label: name, hue })),
  },
  {
    id: "latency", title: "Receipt to event", unit: "time, by powers of ten", show: millis, log: true,
    lines: [{ metric: "p50_ms", label: "p50", hue: "resends" }, { metric: "p99_ms", label: "p99", hue: "duplicates" }],
  },
  { id: "lag", title: "Lag", unit: "seconds behind", show: seconds, lines: [{ metric: "lag_seconds", label: "Lag", hue: "flight" }] },
  {
    id: "waiting", title: "Waiting", unit: "records", show: rate,
    lines: [{ metric: "lag_records", label: "To be read", hue: "letters" }, { metric: "in_flight", label: "In flight", hue: "flight" }],
  },
];
const METRICS = [...new Set([...CHARTS.flatMap((chart) => chart.lines.map((line) => line.metric)), "silent_sources"])];

function contains(text: string | undefined, part: string | null): boolean {
  return !part || (text ?? "").toLowerCase().includes(part.toLowerCase());
}

export function matches(event: EventSummary, query: URLSearchParams): boolean {
  return contains(event.title, query.get("title"))
    && contains((event.source_name ?? "") + " " + (event.source_id ?? ""), query.get("source"))
    && contains(event.language, query.get("language"));
}

function Tiles({ overview, pulse, figures }: { overview: Overview; pulse: Pulse | null; figures: Figures | null }) {
  const { totals, ledger } = overview;
  const now = pulse?.now ?? {};
  const trend = pulse?.lag_trend;
  const lag = now["lag_seconds"];
  const silent = now["silent_sources"];
  const minute = (metric: string) => {
    const mean = recent(figures, metric, 60);
    return mean === null ? null : mean * 60;
  };
  // In a second without an event nothing is measured.
  const known = (metric: string) => now[metric] ?? latest(figures, metric, 60);
  const line = (metric: string) => figures?.values[metric] ?? [];
  const share = (part: number) => (totals.raw === 0 ? null : part / totals.raw);
  return (
    <section class="tiles" aria-label="At present">
      <Tile name="raw" title="Raw" hue="raw" href="/sources" value={rate(minute("raw"))} unit="/ min" note={`${count(totals.raw)} in all`} values={line("raw")} />
      <Tile name="events" title="Events" hue="events" href="/articles" value={rate(minute("events"))} unit="/ min" note={`${count(totals.events)} in all`} values={line("events")} />
      <Tile name="duplicates" title="Duplicates" hue="duplicates" href="#duplicates" value={percent(share(totals.duplicates))} unit="of raw"
        note={`${count(totals.duplicates)} in all`} values={line("duplicates")} />
      <Tile name="dead_letters" title="Dead letters" hue="letters" href="/dead-letters" value={count(totals.dead_letters)}
        note={`${percent(share(totals.dead_letters))} of raw`} values={line("dead_letters")} />
      <Tile name="p99" title="End to end" hue="resends" href="#latency" value={millis(known("p99_ms"))} unit="p99" note={`p50 ${millis(known("p50_ms"))}`} values={line("p99_ms")} />
      <Tile name="lag" title="Lag" hue="flight" href="/pipeline" value={seconds(lag)} level={(lag ?? 0) >= MUCH_LAG ? "bad" : (lag ?? 0) >= SOME_LAG ? "warn" : undefined}
        note={lag === 0 ? "nothing waits" : trend === undefined || lag === null || lag === undefined ? "trend not known yet" : trend > STEADY ? "↑ growing" : trend < -STEADY ? "↓ catching up" : "→ steady"}
        values={line("lag_seconds")} />
      <Tile name="silent_sources" title="Silent sources" hue="raw" href="/sources?state=silent" value={count(silent)} level={(silent ?? 0) > 0 ? "warn" : undefined}
        note={`of ${count(ledger.sources)}`} values={line("silent_sources")} />
      <Tile name="in_flight" title="In flight" hue="flight" href="#ledger" value={count(totals.in_flight)}
        note={totals.in_flight === 0 ? "the books balance" : "read, not settled yet"} values={line("in_flight")} />
    </section>
  );
}

/** What the charts show, for a while or from now on. */
function RangeBar({ range }: { range: Range }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const freeze = () => {
    const now = Date.now() / 1000;
    setQuery({ from: iso(now - SECONDS[range.span]), to: iso(now) });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
    } catch {
      // Browsers give the clipboard to pages of this machine and to those with TLS only.
      setCopied(false);
    }
  };
  return (
    <div class="range" role="group" aria-label="What the charts show">
      {RANGES.map(({ window, name }) => (
        <button key={window} type="button" aria-pressed={!range.fixed && range.span === window}
          onClick={() => setQuery({ window: window === "1h" ? null : window, from: null, to: null })}>{name}</button>
      ))}
      {range.fixed
        ? <span class="chosen">{moment(range.fixed.from)} to {clock(range.fixed.to)} UTC</span>
        : <button type="button" onClick={freeze}>Hold still</button>}
      <button type="button" onClick={() => void copy()}>Copy link</button>
      <span class="quiet" role="status">{copied === null ? "" : copied ? "copied" : "the browser refused: the address bar has it"}</span>
      <span class="quiet end">times in UTC; drag over a chart to zoom in</span>
    </div>
  );
}

function Charts({ query, theme, marks, hour }: { query: URLSearchParams; theme: string; marks: Mark[]; hour: History }) {
  const range = rangeOf(query);
  const same = range.span === "1h" && !range.fixed;
  const other = useHistory(same ? [] : METRICS, range);
  const history = same ? hour : other;
  return (
    <>
      <RangeBar range={range} />
      <div class="columns even">
        {CHARTS.map((chart) => <Chart key={chart.id} {...chart} history={history} range={range} marks={marks} query={query} theme={theme} />)}
      </div>
    </>
  );
}

function EventRow({ event }: { event: EventSummary }) {
  return (
    <li>
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
  );
}

/** The list, with a line where events were left out. A gap stands where it is, whatever the filters hide. */
function rows(events: EventSummary[], gaps: { after: string; events: number | null; at: string }[], query: URLSearchParams): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let shown = 0;
  for (const event of events) {
    for (const gap of gaps.filter((one) => one.after === keyOf(event))) {
      out.push(<li key={gap.at} class="gap">{gap.events === null ? "Some events" : gap.events === 1 ? "One event" : `${count(gap.events)} events`} not shown here: this page was too slow or not connected</li>);
    }
    if (!matches(event, query)) continue;
    out.push(<EventRow key={keyOf(event)} event={event} />);
    if (++shown === SHOWN_EVENTS) break;
  }
  return out;
}

function Events({ query, leftOut }: { query: URLSearchParams; leftOut: number }) {
  const events = useLive((live) => live.events);
  const gaps = useLive((live) => live.gaps);
  const [held, setHeld] = useState<EventSummary[] | null>(null);
  const [pointed, setPointed] = useState<EventSummary[] | null>(null);
  const still = held ?? pointed;
  const known = new Set(still?.map(keyOf));
  const waiting = still ? events.filter((event) => !known.has(keyOf(event))).length : 0;
  const list = rows(still ?? events, gaps, query);
  const fields = [{ name: "title", label: "Title" }, { name: "source", label: "Source" }, { name: "language", label: "Language" }];
  return (
    <Panel id="events" title="Live events" class="feed-panel" aside={
      <span class="tools">
        {gaps[0] && <span class="tag">{gaps[0].events === null ? "some" : count(gaps[0].events)} skipped at {clock(gaps[0].at)}</span>}
        <span class="quiet">{still ? `${held ? "paused" : "held while you point at them"}, ${count(waiting)} new` : leftOut > 0 ? `${count(leftOut)} more in the last second` : ""}</span>
        <button type="button" aria-pressed={held !== null} onClick={() => { setHeld(held ? null : events); setPointed(null); }}>Pause</button>
      </span>}>
      <form class="filters" role="search" aria-label="Filter the live events" onSubmit={(event) => event.preventDefault()}>
        {fields.map(({ name, label }) => (
          <label key={name}><span>{label}</span>
            <input type="search" maxLength={200} value={query.get(name) ?? ""} autocomplete="off"
              onInput={(event) => setQuery({ [name]: event.currentTarget.value })} /></label>
        ))}
      </form>
      {list.length === 0 && <p class="empty">{events.length ? "None of the latest events matches. " : <>No events yet: run <code>./dateline push FILE</code></>}
        {events.length > 0 && <button type="button" class="plain link" onClick={() => setQuery({ title: null, source: null, language: null })}>Show all</button>}</p>}
      <div class="scroll feed" role="region" aria-label="List of live events" tabIndex={0}
        onPointerEnter={(event) => { if (event.pointerType === "mouse") setPointed(events); }} onPointerLeave={() => setPointed(null)}>
        <ol class="events">{list}</ol>
      </div>
    </Panel>
  );
}

const FATES = { event: "It is an event.", duplicate: "It is a copy of another article.", dead_letter: "It is a dead letter: it could not be processed." };

function place(record: RecordPosition): string {
  return `${record.topic}, partition ${record.partition}, offset ${record.offset}, ${moment(record.at)} UTC`;
}

function FateFound({ fate }: { fate: ArticleFate }) {
  const { event, duplicate, dead_letter: letter } = fate;
  return (
    <div class="fate">
      <p><b>{FATES[fate.status]}</b> {event && <a href={"/articles/" + fate.article_id}>Read it</a>}</p>
      {event && <Facts rows={[["event", `${event.status}, revision ${event.revision}`],
        ["copy of", event.duplicate_of && <a href={"/articles/" + event.duplicate_of}>{event.duplicate_of}</a>], ["lies at", place(event.record)]]} />}
      {duplicate && <Facts rows={[["copy of", <a href={"/articles/" + duplicate.original_id}>{duplicate.original_id}</a>],
        ["kind", `${duplicate.kind}, ${percent(duplicate.similarity)} alike`], ["lies at", place(duplicate.record)]]} />}
      {letter && <Facts rows={[["failed at", letter.step], ["because", letter.reason], ["message", letter.message],
        ["lies at", <a href={`/dead-letters?letter=${letter.record.partition}@${letter.record.offset}`}>{place(letter.record)}</a>]]} />}
    </div>
  );
}

/** What became of an article: its id as ingest answered it, or any address that holds one. */
function Fate({ query }: { query: URLSearchParams }) {
  const wanted = query.get("article") ?? "";
  const id = ARTICLE_ID.exec(wanted.toLowerCase())?.[0];
  // What is typed is kept here: the page is drawn anew every second.
  const [typed, setTyped] = useState(wanted);
  useEffect(() => setTyped(wanted), [wanted]);
  const { data, trouble } = useAsk<ArticleFate>(id ? "/v1/articles/" + id : null, 5_000);
  return (
    <Panel id="fate" title="What became of an article?">
      <form role="search" class="ask" onSubmit={(event) => {
        event.preventDefault();
        setQuery({ article: typed.trim() });
      }}>
        <label><span class="hidden">Id of the article, or a link to it</span>
          <input name="article" type="search" maxLength={300} placeholder="Id of the article, or a link to it" value={typed} autocomplete="off" spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)} /></label>
        <button type="submit">Look it up</button>
      </form>
      {wanted && !id && <p class="trouble" role="alert">An article's id has 26 characters, 0-9 and a-v, as in the answer to its delivery.</p>}
      {trouble && !data && <p class="trouble" role="alert">{trouble}</p>}
      {data && <FateFound fate={data} />}
    </Panel>
  );
}

function Instances({ instances }: { instances: Instance[] }) {
  const now = useLive((live) => live.pulse?.at);
  const age = (one: Instance) => (now ? seconds((Date.parse(now) - Date.parse(one.started_at)) / 1000) : "–");
  if (instances.length === 0) return <p class="empty">No instance was heard yet: each tells of itself once a second.</p>;
  return (
    <ul class="rows">
      {instances.map((one) => (
        <li key={one.instance + one.started_at}>
          <span class="one-line" title={`since ${moment(one.started_at)} UTC`}><b>{one.service}</b> <span class="quiet">{one.instance.split("/")[0]} · {one.version} · {age(one)}</span></span>
          <Pill level={one.state === "gone" ? "bad" : one.state === "stopped" || one.status !== "up" ? "warn" : "ok"} text={one.state === "alive" ? one.status : one.state} />
        </li>
      ))}
    </ul>
  );
}

function Side({ overview, marks, query }: { overview: Overview; marks: Mark[]; query: URLSearchParams }) {
  const instances = useLive((live) => live.pulse?.instances);
  const letters = overview.recent_dead_letters ?? [];
  const copies = overview.recent_duplicates ?? [];
  return (
    <div class="side">
      <Fate query={query} />
      <Panel id="instances" title="Instances" aside={<a href="/pipeline">Pipeline</a>}><Instances instances={instances ?? []} /></Panel>
      <Panel id="letters" title="Latest dead letters" aside={<a href="/dead-letters">All</a>}>
        {letters.length === 0 && <p class="empty">None: every record could be processed.</p>}
        <ul class="rows">{letters.slice(0, SHOWN_ROWS).map((letter) => (
          <li key={letter.record.partition + "@" + letter.record.offset}>
            <span class="one-line"><a href={`/dead-letters?letter=${letter.record.partition}@${letter.record.offset}`}>{letter.reason}</a> <span class="quiet">{letter.message}</span></span>
            <span class="quiet">{letter.step}</span>
          </li>
        ))}</ul>
      </Panel>
      <Panel id="duplicates" title="Latest duplicates">
        {copies.length === 0 && <p class="empty">No copy found yet.</p>}
        <ul class="rows">{copies.slice(0, SHOWN_ROWS).map((copy) => (
          <li key={copy.record.partition + "@" + copy.record.offset}><a class="one-line" href={"/articles/" + copy.original_id}>{copy.title ?? copy.article_id}</a>
            <span class="quiet">{copy.kind} {percent(copy.similarity)}</span></li>
        ))}</ul>
      </Panel>
      <Panel id="marks" title="Starts, stops, rebalances">
        {marks.length === 0 && <p class="empty">None in the last day.</p>}
        <ul class="rows">{[...marks].reverse().slice(0, SHOWN_ROWS).map((mark) => (
          <li key={mark.at + mark.instance + mark.kind}><span class="one-line"><span class="quiet">{clock(mark.at)}</span> {mark.text}</span><span class="tag">{mark.kind}</span></li>
        ))}</ul>
      </Panel>
    </div>
  );
}

function Ledger({ query, overview }: { query: URLSearchParams; overview: Overview }) {
  const wanted = query.get("find") ?? "";
  const found = useAsk<LedgerPage>(wanted ? "/v1/ledger?q=" + encodeURIComponent(wanted) : null, 3_000);
  const page = wanted ? found.data : overview.ledger;
  const { totals } = overview;
  return (
    <Panel id="ledger" title="Ledger" aside={
      <span class="tools"><span class="quiet">{page && `${page.rows.length} of ${count(page.matching)} sources, ${count(page.unbalanced)} with something in flight`}</span>
        <label><span class="hidden">Find a source</span>
          <input type="search" maxLength={256} placeholder="Find a source" value={wanted} onInput={(event) => setQuery({ find: event.currentTarget.value })} /></label></span>}>
      <p class="books">{KINDS.map(({ key, name, hue }, i) => (
        <span key={key} class={"hue-" + hue}>{i > 0 && <span class="sign">{i === 1 ? "=" : "+"}</span>}
          <b data-total={key}>{count(totals[key])}</b> <span class="term">{name.toLowerCase()}</span></span>
      ))}</p>
      <Trouble text={found.trouble} />
      <DataTable<LedgerRow> name="ledger" label="Ledger by source" query={query} rows={page?.rows ?? []} id={(row) => row.source_id}
        empty={wanted ? "No source of that name." : "No source yet."}
        columns={[
          { key: "source", title: "Source", cell: (row) => <a href={"/articles?source=" + encodeURIComponent(row.source_id)}>{row.source_id}</a>, sort: (row) => row.source_id },
          ...KINDS.map(({ key, name }) => ({ key, title: name, cell: (row: LedgerRow) => count(row[key]), sort: (row: LedgerRow) => row[key] })),
        ]} />
    </Panel>
  );
}

export function OverviewPage({ query, theme }: PageProps) {
  const overview = useLive((live) => live.overview);
  const pulse = useLive((live) => live.pulse);
  const asked = useAsk<{ marks: Mark[] }>("/v1/marks", 60_000, pulse?.last_mark ? Date.parse(pulse.last_mark.at) : 0);
  const marks = asked.data?.marks ?? NO_MARKS;
  const hour = useHistory(METRICS, LAST_HOUR);
  if (!overview) return <p class="empty" role="status">Waiting for the first figures …</p>;
  return (
    <>
      {overview.totals.raw === 0 && (
        <Panel id="first" title="Nothing has arrived yet">
          <p>Send a first article with <code>./dateline push FILE</code>, or watch a made-up newswire go through with <code>./dateline simulate</code>.{" "}
            <button type="button" class="plain link" onClick={() => go("/sources")}>Sources</button> says what is polled.</p>
        </Panel>
      )}
      <Tiles overview={overview} pulse={pulse} figures={hour.figures} />
      <Charts query={query} theme={theme} marks={marks} hour={hour} />
      <div class="columns stretch">
        <Events query={query} leftOut={overview.events_left_out} />
        <Side overview={overview} marks={marks} query={query} />
      </div>
      <Ledger query={query} overview={overview} />
    </>
  );
}
