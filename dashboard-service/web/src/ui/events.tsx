import { count, moment, when } from "../lib/format";
import type { Line, Named } from "../lib/news";
import { Pill, type Field } from "./parts";

const TAGS = 3;
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

function link(name: string, value: string): string {
  return `/articles?${name}=${encodeURIComponent(value)}`;
}

function Tags({ name, tags }: { name: string; tags: Named[] }) {
  return <>{tags.slice(0, TAGS).map((tag) => <a key={tag.key} class={"tag " + name} href={link(name, tag.key)}>{tag.name}</a>)}</>;
}

/** Events as they are told one below the other; brief ones without their tags. */
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
