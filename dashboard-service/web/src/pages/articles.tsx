import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { count, moment } from "../lib/format";
import { setQuery } from "../lib/router";
import type { EventSummary } from "../lib/types";
import { DataTable, Filters, Panel, Pill, Trouble, type Field } from "../ui/parts";

export const FILTERS: Field[] = [
  { name: "title", label: "Words of the title" }, { name: "source", label: "Source" }, { name: "topic", label: "Topic code" },
  { name: "entity", label: "Entity" }, { name: "place", label: "Place or country" }, { name: "language", label: "Language" },
  { name: "status", label: "Status", options: ["active", "revised", "withdrawn"] },
];

/** The filters that are set, as the server takes them. */
export function asked(query: URLSearchParams, names: string[]): string {
  const out = new URLSearchParams();
  names.forEach((name) => {
    const value = query.get(name);
    if (value) out.set(name, value);
  });
  return out.toString();
}

interface Page { events: EventSummary[]; before?: string; matching?: number }

export function Articles({ query }: PageProps) {
  const names = [...FILTERS.map((field) => field.name), "from", "to", "before"];
  const { data, trouble, loading } = useAsk<Page>("/v1/events?limit=50&" + asked(query, names));
  return (
    <Panel id="articles" title="Articles" aside={data?.matching !== undefined && <span class="quiet">{count(data.matching)} match</span>}>
      <Filters query={query} fields={FILTERS} />
      <Trouble text={trouble} />
      {loading && <p class="quiet">Looking.</p>}
      {data && (
        <DataTable<EventSummary> name="order" label="Articles" query={query} rows={data.events} id={(e) => e.event_id + e.revision + e.status} empty="No article matches." columns={[
          { key: "title", title: "Title", cell: (e) => <a href={"/articles/" + e.article_id}>{e.title ?? "Untitled"}</a>, sort: (e) => e.title ?? "" },
          { key: "source", title: "Source", text: true, cell: (e) => e.source_name ?? e.source_id, sort: (e) => e.source_name ?? e.source_id ?? "" },
          { key: "language", title: "Language", text: true, cell: (e) => e.language, sort: (e) => e.language ?? "" },
          { key: "country", title: "Country", text: true, cell: (e) => e.primary_country, sort: (e) => e.primary_country ?? "" },
          { key: "received", title: "Received (UTC)", text: true, cell: (e) => moment(e.received_at), sort: (e) => e.received_at },
          { key: "copies", title: "Copies", cell: (e) => count(e.duplicates_seen), sort: (e) => e.duplicates_seen ?? 0 },
          { key: "status", title: "Status", text: true, cell: (e) => e.status === "active" ? "active" : <Pill level="warn" text={e.status} /> },
        ]} />
      )}
      <p class="tools">
        {query.get("before") && <button type="button" onClick={() => setQuery({ before: null })}>Newest</button>}
        {data?.before && <button type="button" onClick={() => setQuery({ before: data.before ?? null })}>Older</button>}
      </p>
    </Panel>
  );
}
