import { useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { count, millis, moment, percent, words, when } from "../lib/format";
import type { Copy, Detail, Found, NewsEvent, Words } from "../lib/news";
import { setQuery } from "../lib/router";
import type { Span } from "../lib/text";
import { Diff, Facts, Highlighted, Panel, Pill } from "../ui/parts";

/** A tag of an article, with what speaks for it. */
interface Tag { id: string; kind: string; name: string; href?: string | undefined; says: string; places: Found[] }

const KINDS: Record<string, string> = {
  per: "people", org: "organisations", loc: "places", misc: "other names", topic: "topics", agency: "agencies", keyword: "keywords", tone: "tone",
};
/** Shown in place at first; the others when they are asked for. */
const AT_FIRST = ["per", "org", "loc", "topic", "agency"];
const SHOWN_TERMS = 12;

function tags(event: NewsEvent): Tag[] {
  return [
    ...(event.topics ?? []).map((t): Tag => ({
      id: "topic:" + t.code, kind: "topic", name: t.name ?? t.code, href: "/articles?topic=" + encodeURIComponent(t.code), says: percent(t.confidence) + " sure", places: t.evidence ?? [],
    })),
    ...(event.entities ?? []).map((e): Tag => ({
      id: e.type + ":" + e.name, kind: e.type.toLowerCase(), name: e.name, href: "/articles?entity=" + encodeURIComponent(e.place?.id ?? e.type + ":" + e.name),
      says: `${e.place ? e.place.name + (e.place.country ? ", " + e.place.country : "") + "; " : ""}salience ${percent(e.salience)}, ${percent(e.confidence)} sure`, places: e.mentions ?? [],
    })),
    ...(event.agencies ?? []).map((a): Tag => ({ id: "agency:" + a.name + a.role, kind: "agency", name: a.name, says: words(a.role ?? "") + (a.cue ? `: “${a.cue}”` : ""), places: [a] })),
    ...(event.keywords ?? []).map((k): Tag => ({ id: "keyword:" + k.term, kind: "keyword", name: k.term ?? "", says: "weight " + percent(k.weight), places: [k] })),
    ...(event.tone?.evidence ?? []).map((e): Tag => ({ id: "tone:" + e.term, kind: "tone", name: e.term ?? "", says: (e.weight ?? 0) < 0 ? "negative" : "positive", places: [e] })),
  ];
}

function spans(all: Tag[], field: "title" | undefined): Span[] {
  return all.flatMap((tag) => tag.places.filter((p) => p.field === field && p.start !== undefined && p.end !== undefined)
    .map((p) => ({ start: p.start!, end: p.end!, kind: tag.kind, id: tag.id, label: tag.name })));
}

/** Why a tag was given: the words looked for or the rule, and how often they stand there. */
function because(tag: Tag): string {
  const reasons = tag.places.map((p) => [p.term ?? (p.surface && `“${p.surface}”`), p.from && `(${words(p.from)})`, (p.count ?? 1) > 1 && p.count + " ×"].filter(Boolean).join(" "));
  const distinct = [...new Set(reasons.filter(Boolean))];
  return distinct.slice(0, SHOWN_TERMS).join(", ") + (distinct.length > SHOWN_TERMS ? " …" : "");
}

/** Another text beside this one: a former revision of it, or a copy. */
function Compare({ event, copy, id, revision }: { event: NewsEvent; copy?: Copy | undefined; id: string; revision: number | null }) {
  const { data, trouble, loading } = useAsk<Words>(`/v1/events/${encodeURIComponent(id)}/text${revision === null ? "" : "?revision=" + revision}`);
  const here = useAsk<Words>(event.body_text === undefined ? `/v1/events/${event.article_id}/text` : null);
  const own = [event.title ?? here.data?.title, event.subtitle, event.body_text ?? here.data?.body_text].filter(Boolean).join("\n\n");
  const other = data ? [data.title, data.subtitle, data.body_text].filter(Boolean).join("\n\n") : null;
  const isCopy = revision === null;
  return (
    <Panel id="diff" title={isCopy ? "Original and copy" : `Revision ${revision} and ${event.revision}`} class="whole"
      aside={<button type="button" onClick={() => setQuery({ with: null, revision: null })}>Close</button>}>
      {loading && <p class="quiet">Reading it from the topics.</p>}
      {trouble && <p class="empty">{isCopy ? "The words of this copy can't be shown: " : ""}{trouble}</p>}
      {isCopy && copy && <p class="facts"><Pill level="ok" text={`${copy.kind} copy, ${percent(copy.similarity)} of the smaller text in the larger`} /><span>{copy.source_id}</span>
        {copy.published_at && <span>published {moment(copy.published_at)} UTC</span>}<code>{copy.article_id}</code></p>}
      {data?.as_delivered && <p class="quiet">A copy never becomes an event, so its words are shown as they were delivered, before bylines and prompts are taken off.</p>}
      {other !== null && (isCopy
        ? <Diff before={own} after={other} names={[event.source_id ?? "original", copy?.source_id ?? "copy"]} lang={event.language} />
        : <Diff before={other} after={own} names={["Revision " + revision, "Revision " + event.revision]} lang={event.language} />)}
    </Panel>
  );
}

interface Fate {
  event?: { status: string }; duplicate?: { original_id: string; kind: string; similarity: number };
  dead_letter?: { step: string; reason: string; message?: string; record: { partition: number; offset: number } };
}

/** What became of an article that is no event. */
function Elsewhere({ id, trouble }: { id: string; trouble: string }) {
  const { data, trouble: unknown, loading } = useAsk<Fate>("/v1/articles/" + id);
  return (
    <Panel id="article" title="No event">
      <Facts rows={[["article", <code>{id}</code>]]} />
      {loading && <p class="quiet">Looking what became of it.</p>}
      {unknown && <p class="empty">{trouble}. {unknown}.</p>}
      {data?.duplicate && <p>It is a copy ({data.duplicate.kind}, {percent(data.duplicate.similarity)}) of <a href={`/articles/${data.duplicate.original_id}?with=${id}`}>{data.duplicate.original_id}</a>, so it was not published again.</p>}
      {data?.dead_letter && <p>It could not be processed: {data.dead_letter.reason} at {data.dead_letter.step}.{" "}
        <a href={`/dead-letters?letter=${data.dead_letter.record.partition}@${data.dead_letter.record.offset}`}>Look at its dead letter</a></p>}
    </Panel>
  );
}

function Steps({ durations }: { durations: Record<string, number> }) {
  const steps = Object.entries(durations);
  const most = Math.max(1, ...steps.map(([, us]) => us));
  const sum = steps.reduce((total, [, us]) => total + us, 0);
  return (
    <>
      <dl class="steps">{steps.map(([step, us]) => (
        <div key={step}><dt>{step}</dt><dd><span class="meter" style={{ "--part": us / most }} /><span>{us < 1000 ? us + " µs" : millis(us / 1000)}</span></dd></div>
      ))}</dl>
      <p class="quiet">{millis(sum / 1000)} of work in all</p>
    </>
  );
}

export function Article({ id, query }: { id: string; query: URLSearchParams }) {
  const { data, trouble, loading } = useAsk<Detail>("/v1/events/" + id);
  const withdrawn = data !== null && data.event.body_text === undefined;
  const former = useAsk<Words>(withdrawn ? `/v1/events/${id}/text` : null);
  const [looked, setLooked] = useState<string | null>(null);
  if (!data) {
    return trouble ? <Elsewhere id={id} trouble={trouble} /> : <Panel id="article" title="Article">{loading && <p class="quiet">Reading it from the topics.</p>}</Panel>;
  }
  const { event } = data;
  const copyId = query.get("with");
  const revision = Number(query.get("revision"));
  const all = tags(event);
  const kinds = Object.keys(KINDS).filter((kind) => all.some((tag) => tag.kind === kind));
  const hidden = new Set(query.get("hide")?.split(",") ?? kinds.filter((kind) => !AT_FIRST.includes(kind)));
  const visible = all.filter((tag) => !hidden.has(tag.kind));
  const chosen = query.get("tag");
  const told = all.find((tag) => tag.id === (looked ?? chosen));
  const choose = (tag: string) => setQuery({ tag: tag === chosen ? null : tag });
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setQuery({ hide: [...next].join(",") || "-" });
  };
  const marks = { chosen, onChoose: choose, onLook: (span: Span | null) => setLooked(span?.id ?? null) };
  const safe = event.url && /^https?:\/\//.test(event.url);
  const body = event.body_text ?? former.data?.body_text ?? "";
  return (
    <>
      <p class="crumbs"><a href="/articles">Articles</a></p>
      {copyId && <Compare key={copyId} event={event} id={copyId} revision={null} copy={data.copies.find((one) => one.article_id === copyId)} />}
      {!copyId && revision > 0 && <Compare key={revision} event={event} id={id} revision={revision} />}
      <div class="columns">
        <article class="panel story">
          <h2 dir="auto" lang={event.language}><Highlighted class="headline" text={event.title ?? former.data?.title ?? "Untitled"} spans={spans(visible, "title")} {...marks} /></h2>
          {event.subtitle && <p class="subtitle" dir="auto" lang={event.language}>{event.subtitle}</p>}
          <p class="facts"><a class="from" href={"/articles?source=" + encodeURIComponent(event.source_id ?? "")}>{event.source_name ?? event.source_id}</a>
            <span>{moment(event.published_at ?? event.received_at)} UTC</span>
            {event.word_count !== undefined && <span>{count(event.word_count)} words</span>}
            {event.status !== "active" && <Pill level="warn" text={event.status === "revised" ? "revision " + event.revision : event.status} />}</p>
          {event.duplicate_of && <p class="note">It turned out to be a copy and was withdrawn. <a href={`/articles/${event.duplicate_of}?with=${id}`}>Compare it with its original</a></p>}
          {kinds.length > 0 && <div class="legend" role="group" aria-label="Tags shown in the text">{kinds.map((kind) => (
            <button key={kind} type="button" class={"toggle kind-" + kind} aria-pressed={!hidden.has(kind)} onClick={() => toggle(kind)}>{KINDS[kind]}</button>))}</div>}
          <div class="reading">
          <div lang={event.language} dir="auto" onMouseLeave={() => setLooked(null)}><Highlighted class="prose" text={body} spans={spans(visible, undefined)} {...marks} /></div>
          {former.trouble && <p class="empty">{former.trouble}</p>}
          {kinds.length > 0 && <p class="evidence" role="status">{told
            ? <><b>{told.name}</b> <span class="quiet">{KINDS[told.kind]}; {told.says}{because(told) && `; because of ${because(told)}`}</span></>
            : <span class="quiet">Point at a mark, or go from one to the next with the arrow keys, to see why it is there.</span>}</p>}
          </div>
        </article>
        <div class="side">
          {(data.revisions.length > 1 || data.copies.length > 0) && (
            <Panel id="versions" title="Revisions and copies">
              <ul class="rows">
                {data.revisions.length > 1 && data.revisions.map((one) => (
                  <li key={one.partition + "@" + one.offset}><span>Revision {one.revision}{one.status === "withdrawn" && ", withdrawn"} <span class="quiet">{when(one.received_at)}</span></span>
                    {one.revision !== event.revision && one.status !== "withdrawn"
                      && <button type="button" aria-pressed={!copyId && one.revision === revision} onClick={() => { setQuery({ revision: String(one.revision), with: null }); scrollTo(0, 0); }}>Compare</button>}</li>))}
                {data.copies.map((copy) => (
                  <li key={copy.article_id}><span>{copy.source_id} <span class="quiet">{copy.kind}, {percent(copy.similarity)}</span><br /><span class="quiet" dir="auto">{copy.title}</span></span>
                    {copy.has_text ? <button type="button" aria-pressed={copy.article_id === copyId} onClick={() => { setQuery({ with: copy.article_id, revision: null }); scrollTo(0, 0); }}>Compare</button>
                      : <span class="quiet">words not held</span>}</li>))}
              </ul>
              {data.copies_left_out > 0 && <p class="quiet">{count(data.copies_left_out)} more copies</p>}
            </Panel>
          )}
          {kinds.some((kind) => !hidden.has(kind)) && (
            <Panel id="tags" title="Tags and what speaks for them">
              {kinds.filter((kind) => !hidden.has(kind)).map((kind) => (
                <section key={kind} aria-label={KINDS[kind]}>
                  <h3 class={"kind kind-" + kind}>{KINDS[kind]}{kind === "tone" && event.tone && <span class="quiet"> {event.tone.value.toFixed(2)}, from −1 to 1</span>}</h3>
                  <ul class="rows tags">{all.filter((tag) => tag.kind === kind).map((tag) => (
                    <li key={tag.id} class={tag.id === chosen ? "chosen" : ""}>
                      <span>{tag.href ? <a href={tag.href}>{tag.name}</a> : tag.name} <span class="quiet">{tag.says}</span></span>
                      {tag.places.some((p) => p.start !== undefined) && <button type="button" class="plain link" aria-pressed={tag.id === chosen} aria-label={"Show " + tag.name} onClick={() => choose(tag.id)}>show</button>}
                      <span class="quiet wide">{because(tag)}</span></li>))}</ul>
                </section>
              ))}
            </Panel>
          )}
          {event.not_tagged && event.not_tagged.length > 0 && <p class="quiet note">Not made for this language: {event.not_tagged.map(words).join(", ")}.</p>}
          <Panel id="lineage" title="Where it comes from" aside={<a href={`/v1/events/${id}`}>JSON</a>}>
            <Facts rows={[["article", <code>{event.article_id}</code>], ["address", safe ? <a href={event.url} target="_blank" rel="noopener noreferrer">{event.url}</a> : event.url],
              ["authors", event.authors?.join(", ")], ["section", event.section], ["item", event.item_type],
              ["language", event.language && event.language + (event.language_confidence !== undefined ? `, ${percent(event.language_confidence)} sure` : ", as the producer says")],
              ["main place", event.primary_place && [event.primary_place, event.primary_country].filter(Boolean).join(", ")],
              ["published", event.published_at && moment(event.published_at) + (event.published_from ? ", from " + words(event.published_from) : "")], ["received", moment(event.received_at)],
              ["raw record", event.lineage && <a href={`/v1/events/${id}/raw`}>{event.lineage.raw_topic}-{event.lineage.raw_partition}@{event.lineage.raw_offset}</a>],
              ["pipeline", event.lineage?.pipeline_version],
              ["models", event.lineage?.models && Object.entries(event.lineage.models).map(([name, version]) => name + " " + version).join(", ")]]} />
          </Panel>
          {event.lineage?.durations_us && <Panel id="steps" title="Time in each step"><Steps durations={event.lineage.durations_us} /></Panel>}
        </div>
      </div>
    </>
  );
}
