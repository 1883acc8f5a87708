import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { clock, count, moment } from "../lib/format";
import type { Line, ListPage, Named } from "../lib/news";
import { setQuery } from "../lib/router";
import { Brush } from "../ui/brush";
import { Export, Filters, Panel, Pill, Trouble, type Column, type Field } from "../ui/parts";

const ROWS = 50;
const TAGS = 3;
const EVERY_MS = 10_000;
/** What narrows a list, as links and the server name it. */
export const FILTER_NAMES = ["q", "source", "topic", "entity", "place", "country", "language", "status"];
const STATES: [string, string][] = [["active", "first version"], ["revised", "revised"], ["withdrawn", "withdrawn"]];

/** The filters that are set, as the server takes them. */
export function asked(query: URLSearchParams, names: string[]): string {
  const out = new URLSearchParams();
  names.forEach((name) => {
    const value = query.get(name);
    if (value) out.set(name, value);
  });
  return out.toString();
}

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => !!value))].sort();
}

/** The fields to narrow by; what the events at hand name is offered. */
export function fields(events: Line[], names: string[]): Field[] {
  const all: Field[] = [
    { name: "q", label: "Words of the title" },
    { name: "source", label: "Source", hints: distinct(events.map((e) => e.source_id)) },
    { name: "topic", label: "Topic", hints: distinct(events.flatMap((e) => e.topics.map((t) => t.name))) },
    { name: "entity", label: "Name in it", hints: distinct(events.flatMap((e) => e.entities.map((t) => t.name))) },
    { name: "place", label: "Main place", hints: distinct(events.map((e) => e.place?.name)) },
    { name: "country", label: "Country", hints: distinct(events.map((e) => e.country)) },
    { name: "language", label: "Language", hints: distinct(events.map((e) => e.language)) },
    { name: "status", label: "Status", options: STATES },
  ];
  return all.filter((field) => names.includes(field.name));
}

/** Today's times are enough by the clock. */
export function when(iso: string): string {
  return iso.slice(0, 10) === new Date().toISOString().slice(0, 10) ? clock(iso) : moment(iso);
}

function link(name: string, value: string): string {
  return `/articles?${name}=${encodeURIComponent(value)}`;
}

function Tags({ name, tags }: { name: string; tags: Named[] }) {
  return <>{tags.slice(0, TAGS).map((tag) => <a key={tag.key} class={"tag " + name} href={link(name, tag.key)}>{tag.name}</a>)}</>;
}

export function EventList({ events, brief }: { events: Line[]; brief?: boolean }) {
  return (
    <ol class={"events" + (brief ? " brief" : "")}>
      {events.map((e) => (
        <li key={e.article_id}>
          <time dateTime={e.received_at} title={moment(e.received_at) + " UTC"}>{when(e.received_at)}</time>
          <div>
            <a class="title" dir="auto" lang={e.language} href={"/articles/" + e.article_id}>{e.title ?? "Untitled"}</a>
            <div class="facts">
              {e.source_id && <a class="from" href={link("source", e.source_id)}>{e.source_id}</a>}
              {e.place && <a href={link("place", e.place.id)}>{e.place.name}{e.place.country && ", " + e.place.country}</a>}
              {e.language && e.language !== "en" && <span>{e.language}</span>}
              {e.status !== "active" && <Pill level="warn" text={e.status === "revised" ? "revision " + e.revision : e.status} />}
              {e.copies > 0 && <span class="copies">{count(e.copies)} {e.copies === 1 ? "copy" : "copies"}</span>}
              {!brief && <Tags name="topic" tags={e.topics} />}
              {!brief && <Tags name="entity" tags={e.entities} />}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

const COLUMNS: Column<Line>[] = [
  { key: "at", title: "received_at", cell: () => null, file: (e) => e.received_at },
  { key: "title", title: "title", cell: () => null, file: (e) => e.title },
  { key: "source", title: "source_id", cell: () => null, file: (e) => e.source_id },
  { key: "language", title: "language", cell: () => null, file: (e) => e.language },
  { key: "country", title: "country", cell: () => null, file: (e) => e.country },
  { key: "place", title: "place", cell: () => null, file: (e) => e.place?.name },
  { key: "topics", title: "topics", cell: () => null, file: (e) => e.topics.map((t) => t.name).join("; ") },
  { key: "entities", title: "entities", cell: () => null, file: (e) => e.entities.map((t) => t.name).join("; ") },
  { key: "status", title: "status", cell: () => null, file: (e) => e.status },
  { key: "revision", title: "revision", cell: () => null, file: (e) => e.revision },
  { key: "copies", title: "copies", cell: () => null, file: (e) => e.copies },
  { key: "id", title: "article_id", cell: () => null, file: (e) => e.article_id },
];

export function Articles({ query }: PageProps) {
  const before = query.get("before");
  const narrowed = asked(query, FILTER_NAMES);
  const address = `/v1/events?limit=${ROWS}&` + asked(query, [...FILTER_NAMES, "from", "to", "before"]);
  // Older pages stay what they are; only the first changes as events come.
  const { data, trouble, loading } = useAsk<ListPage>(address, before ? 0 : EVERY_MS);
  return (
    <Panel id="articles" title="Articles" aside={data && (
      <span class="tools">
        <span class="quiet">{count(data.held)} events held{data.since && `, since ${when(data.since)} UTC`}{!data.complete && ", still reading"}</span>
        <Export name="articles" columns={COLUMNS} rows={data.events} json={address} />
      </span>)}>
      <Filters query={query} fields={fields(data?.events ?? [], FILTER_NAMES)} />
      <Brush query={query} asked={narrowed} />
      <Trouble text={trouble} />
      {loading && <p class="quiet">Looking.</p>}
      {data && data.events.length === 0 && <p class="empty">{narrowed || query.get("from") || query.get("to") ? "No article matches." : "No event has come yet."}</p>}
      {data && <EventList events={data.events} />}
      {(before || data?.next) && (
        <p class="tools pager">
          {before && <button type="button" onClick={() => setQuery({ before: null })}>Newest</button>}
          {data?.next && <button type="button" onClick={() => { setQuery({ before: data.next ?? null }); scrollTo(0, 0); }}>Older</button>}
        </p>
      )}
    </Panel>
  );
}
