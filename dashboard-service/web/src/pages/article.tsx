import { useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { count, moment, percent } from "../lib/format";
import { setQuery } from "../lib/router";
import type { Span } from "../lib/text";
import { Diff, Facts, Highlighted, Panel, Pill, Trouble } from "../ui/parts";

interface Mention { start: number; end: number; surface?: string; field?: string }
interface Evidence { start?: number; end?: number; term?: string; text?: string; field?: string }
interface Event {
  article_id: string; revision: number; status: string; title?: string; subtitle?: string; body_text?: string; url?: string; source_name?: string; source_id?: string;
  received_at: string; published_at?: string; published_from?: string; language?: string; word_count?: number; duplicate_of?: string; story_id?: string; authors?: string[]; agency?: string;
  entities?: { type?: string; name: string; mentions?: Mention[]; salience?: number; place?: { country?: string; lat?: number; lon?: number } }[];
  topics?: { code: string; name?: string; confidence?: number; evidence?: Evidence[] }[];
  keywords?: { term: string; weight?: number }[];
  quotes?: { text: string; start: number; end: number; speaker?: string }[];
  event?: { root?: string; quad?: string; confidence?: number; method?: string; sentence?: { start: number; end: number } };
  lineage?: { raw_topic?: string; raw_partition?: number; raw_offset?: number; pipeline_version?: string };
}
interface Copy { article_id: string; kind: string; similarity: number; reason?: string; source_id?: string; title?: string }
interface Detail { event: Event; revisions?: { revision: number; at?: string; received_at?: string; status?: string }[]; copies?: Copy[] }

function spans(event: Event): Span[] {
  const inBody = (place: { field?: string }) => place.field === undefined || place.field === "body" || place.field === "body_text";
  return [
    ...(event.event?.sentence ? [{ ...event.event.sentence, kind: "event", label: `event ${event.event.root ?? ""}` }] : []),
    ...(event.quotes ?? []).map((quote) => ({ start: quote.start, end: quote.end, kind: "quote", label: "quote" + (quote.speaker ? " of " + quote.speaker : "") })),
    ...(event.topics ?? []).flatMap((topic) => (topic.evidence ?? []).filter((e) => inBody(e) && e.start !== undefined && e.end !== undefined)
      .map((e) => ({ start: e.start!, end: e.end!, kind: "topic", label: "topic " + (topic.name ?? topic.code) }))),
    ...(event.entities ?? []).flatMap((entity) => (entity.mentions ?? []).filter(inBody)
      .map((m) => ({ start: m.start, end: m.end, kind: (entity.type ?? "other").toLowerCase(), label: entity.name }))),
  ];
}

/** Another text beside this one: a former revision of it, or a copy. */
function Compare({ event, other, revision }: { event: Event; other: string; revision: number | null }) {
  const { data, trouble } = useAsk<{ body_text?: string; text?: string; title?: string }>(
    `/v1/events/${encodeURIComponent(other)}/text${revision === null ? "" : "?revision=" + revision}`);
  const text = data?.body_text ?? data?.text;
  return (
    <Panel id="diff" title={revision === null ? "The copy against the original" : `Revision ${revision} against ${event.revision}`}
      aside={<button type="button" onClick={() => setQuery({ with: null, revision: null })}>Close</button>}>
      <Trouble text={trouble} />
      {text !== undefined && (revision === null
        ? <Diff before={event.body_text ?? ""} after={text} /> : <Diff before={text} after={event.body_text ?? ""} />)}
    </Panel>
  );
}

export function Article({ id, query }: { id: string; query: URLSearchParams }) {
  const { data, trouble, loading } = useAsk<Detail>("/v1/events/" + id);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!data) return <Panel id="article" title="Article"><Trouble text={trouble} />{loading && <p class="quiet">Reading it from the topics.</p>}</Panel>;
  const { event } = data;
  const other = query.get("with");
  const revision = query.get("revision");
  const shown = spans(event);
  return (
    <div class="columns">
      <div class="side">
        <article class="panel">
          <h2 class="headline" lang={event.language}>{event.title ?? "Untitled"}</h2>
          {event.subtitle && <p lang={event.language}>{event.subtitle}</p>}
          <p class="facts"><span class="source">{event.source_name ?? event.source_id}</span><span>{moment(event.published_at ?? event.received_at)} UTC</span>
            {event.word_count !== undefined && <span>{count(event.word_count)} words</span>}
            {event.status !== "active" && <Pill level="warn" text={event.status} />}
            {event.duplicate_of && <a href={"/articles/" + event.duplicate_of}>copy of {event.duplicate_of}</a>}</p>
          <p class="legend" aria-hidden="true">{[...new Set(shown.map((span) => span.kind))].map((kind) => <span key={kind} class={"mark kind-" + kind}>{kind}</span>)}</p>
          <div lang={event.language}><Highlighted text={event.body_text ?? ""} spans={shown} chosen={chosen} onChoose={setChosen} /></div>
        </article>
        {other && <Compare event={event} other={other} revision={null} />}
        {!other && revision && <Compare event={event} other={id} revision={Number(revision)} />}
      </div>
      <div class="side">
        <Panel id="tags" title="Entities">
          <ul class="rows">{(event.entities ?? []).map((entity) => (
            <li key={entity.type + entity.name} class={chosen === entity.name ? "chosen" : ""}>
              <span><a href={"/articles?entity=" + encodeURIComponent(entity.name)}>{entity.name}</a> <span class="quiet">{entity.type?.toLowerCase()} {entity.place?.country}</span></span>
              <span class="quiet">{entity.mentions?.length ?? 0} × {entity.salience !== undefined && "salience " + percent(entity.salience)}</span></li>))}</ul>
          {!event.entities?.length && <p class="quiet">None found.</p>}
        </Panel>
        <Panel id="topics" title="Topics and evidence">
          <ul class="rows">{(event.topics ?? []).map((topic) => (
            <li key={topic.code} class={chosen === "topic " + (topic.name ?? topic.code) ? "chosen" : ""}>
              <a href={"/articles?topic=" + encodeURIComponent(topic.code)}>{topic.name ?? topic.code}</a><span class="quiet">{percent(topic.confidence)}</span>
              <span class="quiet wide">{(topic.evidence ?? []).map((e) => e.term ?? e.text ?? (e.start !== undefined ? event.body_text?.slice(e.start, e.end) : "")).filter(Boolean).join(", ")}</span></li>))}</ul>
          {!event.topics?.length && <p class="quiet">None found.</p>}
          {event.event && <Facts rows={[["event", event.event.root], ["class", event.event.quad], ["confidence", percent(event.event.confidence)], ["method", event.event.method]]} />}
        </Panel>
        <Panel id="revisions" title="Revisions and copies">
          <ul class="rows">
            {(data.revisions ?? []).map((one) => (
              <li key={"r" + one.revision + one.status}><span>revision {one.revision} <span class="quiet">{moment(one.received_at ?? one.at)}</span></span>
                {one.revision !== event.revision && <button type="button" onClick={() => setQuery({ revision: String(one.revision), with: null })}>Compare</button>}</li>))}
            {(data.copies ?? []).map((copy) => (
              <li key={copy.article_id}><span>{copy.kind} copy, {percent(copy.similarity)} <span class="quiet">{copy.source_id} {copy.title}</span></span>
                <button type="button" onClick={() => setQuery({ with: copy.article_id, revision: null })}>Compare</button></li>))}
          </ul>
        </Panel>
        <Panel id="lineage" title="Where it comes from">
          <Facts rows={[["article", event.article_id], ["address", event.url && /^https?:/.test(event.url) ? <a href={event.url} target="_blank" rel="noopener noreferrer">{event.url}</a> : event.url],
            ["authors", event.authors?.join(", ")], ["agency", event.agency], ["language", event.language], ["received", moment(event.received_at)],
            ["published", event.published_at && moment(event.published_at) + (event.published_from ? " (" + event.published_from + ")" : "")],
            ["raw record", event.lineage && `${event.lineage.raw_topic}-${event.lineage.raw_partition}@${event.lineage.raw_offset}`],
            ["pipeline", event.lineage?.pipeline_version], ["story", event.story_id]]} />
        </Panel>
      </div>
    </div>
  );
}
