import { useAsk } from "../lib/api";
import { count, when } from "../lib/format";
import type { Line, ListPage } from "../lib/news";
import { setQuery, type PageProps } from "../lib/router";
import { Brush } from "../ui/brush";
import { asked, EventList, fields } from "../ui/events";
import { Export, Filters, Panel, Trouble, type Column } from "../ui/parts";

const ROWS = 50;
const EVERY_MS = 10_000;
/** What narrows a list, as links and the server name it. */
const FILTER_NAMES = ["q", "source", "topic", "entity", "place", "country", "language", "status"];

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
