// Example answers in the shapes of the server's, with made-up articles.
const now = Date.now();
const iso = (secondsAgo) => new Date(now - secondsAgo * 1000).toISOString();
const id = (n) => String(n).padStart(26, "0");
const TITLES = [
  ["Harbour council votes to rebuild the old ferry pier", "Coast Gazette", "PT"], ["Two hurt as crane topples at rail yard", "Northern Wire", "NO"],
  ["Central bank leaves its rate where it was", "Ledger Daily", "JP"], ["River rises for a third day; villages wait", "Valley Post", "BR"],
  ["School strike enters its second week", "City Monitor", "KE"], ["Observatory finds a faint new comet", "Sky Letters", "CL"],
];
const BODY = "The harbour council of Porto voted on Monday to rebuild the old ferry pier. “We waited eleven years,” said Ana Moreira, who leads the council.\n\nThe work is to begin in spring and will cost four million euros. Boats to Gaia leave from the new quay until then.";
const at = (text) => ({ start: BODY.indexOf(text), end: BODY.indexOf(text) + text.length, surface: text });
export const event = (n) => {
  const [title, source, country] = TITLES[n % TITLES.length];
  return { event_id: "e" + n, article_id: id(n), revision: n % 5 === 3 ? 2 : 1, status: n % 11 === 4 ? "revised" : "active", received_at: iso(n * 7), published_at: iso(n * 7 + 300), language: "en", source_id: source.toLowerCase().replace(" ", "-"), source_name: source, title, word_count: 210 + n * 13, entities: [{ type: "PLACE", name: "Porto" }, { type: "PERSON", name: "Ana Moreira" }], primary_country: country, duplicates_seen: n % 4 };
};
const flows = Array.from({ length: 60 }, (_, i) => ({ raw: 40 + 9 * Math.sin(i / 6), events: 29 + 6 * Math.sin(i / 6), duplicates: 8 + 2 * Math.cos(i / 4), resends: 2 + Math.cos(i), dead_letters: i % 20 === 0 ? 1 : 0 }));
const counts = (raw) => ({ raw, events: Math.floor(raw * 0.72), duplicates: Math.floor(raw * 0.2), resends: Math.floor(raw * 0.06), dead_letters: Math.floor(raw * 0.01), in_flight: raw - Math.floor(raw * 0.72) - Math.floor(raw * 0.2) - Math.floor(raw * 0.06) - Math.floor(raw * 0.01) });
const letter = (n) => ({ partition: n % 3, offset: 40 + n, at: iso(n * 90), reason: n % 2 ? "NO_TEXT" : "MALFORMED", step: n % 2 ? "extract" : "decode", source_id: "valley-post", article_id: id(n), message: n % 2 ? "the page holds no paragraph" : "no JSON object at byte 12", attempts: 1, origin_topic: "news.raw.v1", origin_partition: 2, origin_offset: 900 + n, bytes: 412 });
const steps = ["decode", "extract", "identify", "match", "tag", "story"];
export const overview = () => ({ at: iso(0), reading: { status: "up" }, totals: counts(128_404), rates: { "10s": flows[59] }, history: { flows, in_flight: flows.map((f) => Math.round(f.raw / 9)) },
  ledger: { rows: TITLES.map(([, name], i) => ({ source_id: name.toLowerCase().replace(" ", "-"), ...counts(31_000 - i * 4_200), balanced: false, updated_at: iso(1) })), matching: 6, sources: 6, unbalanced: 6, left_out: 0 },
  unreadable: {}, events_left_out: 0, recent_events: Array.from({ length: 24 }, (_, n) => event(n)), recent_duplicates: [1, 2, 3].map((n) => ({ article_id: id(50 + n), original_id: id(n), kind: n === 2 ? "exact" : "near", similarity: n === 2 ? 1 : 0.91, title: TITLES[n][0], record: { topic: "news.duplicates.v1", partition: 0, offset: n, at: iso(n) } })),
  recent_dead_letters: [1, 2].map((n) => ({ step: letter(n).step, reason: letter(n).reason, message: letter(n).message, source_id: "valley-post", received_at: iso(n * 60), record: { topic: "news.dead-letters.v1", partition: 0, offset: n, at: iso(n) } })) });
const marks = [{ at: iso(2500), kind: "start", instance: "host-2/enrich", text: "enrich 0.1.0 started" }, { at: iso(1500), kind: "rebalance", instance: "host-2/enrich", text: "work is shared out anew" }];
const tasks = (host) => [0, 1, 2].filter((n) => n % 2 === host % 2).map((n) => ({ task: "0_" + n, partitions: [{ topic: "news.raw.v1", partition: n, lag: 57, lag_ms: 4_200 }] }));
const fleet = [["enrich", 1, "alive"], ["enrich", 2, "alive"], ["ingest", 1, "alive"], ["dashboard", 3, "gone"]].map(([service, host, state]) => ({
  instance: `host-${host}/${service}`, instance_id: "host-" + host, service, state, version: host === 2 ? "0.2.0" : "0.1.0", status: "up", started_at: iso(9000), ...(state === "gone" ? { silent_ms: 42_000 } : {}),
  ...(service === "enrich" ? { topology_version: "16a5on2p", streams: { state: "RUNNING", threads_alive: 2, threads_died: 0, rebalances: 3, tasks: tasks(host), tasks_left_out: 0, restoring: [], stores: [], last_error: { at: iso(700), step: "tag-article", message: "IllegalStateException: the model is not there" } } } : {}),
  jvm: { cpu_ms: 42_550, heap_used: 351_780_008, heap_max: 954_728_448, gc_ms: 847, threads: 136 } }));
export const pulse = () => ({ at: new Date().toISOString(), verdict: { level: "warn", sentence: "4 s behind and growing; 1 source silent (sky-letters)", reasons: [{ code: "behind", level: "warn", text: "4 s behind and growing", link: "/pipeline" }, { code: "sources_silent", level: "warn", text: "1 source silent (sky-letters)", link: "/sources?state=silent" }] },
  now: { lag_seconds: 4.2, lag_records: 171, p50_ms: 38, p99_ms: 410, silent_sources: 1 }, lag_trend: 0.2, steps: [], last_mark: marks[1], instances: fleet });
const series = (query) => ({ step_seconds: 1, start: Math.floor(now / 1000) - 3600, values: Object.fromEntries(query.get("metrics").split(",").map((name, k) => [name, Array.from({ length: 3600 }, (_, i) => (i > 1400 && i < 1500 ? null : Math.max(0, 30 / (k + 1) + 8 * Math.sin(i / 200 + k) + 3 * Math.sin(i / 7))))])) });
const node = (id, kind, more) => ({ id, name: id, kind, subtopology: 0, stores: [], state: "ok", ...more });
const topology = { version: "16a5on2p", nodes: [node("read-raw", "source", { name: "news.raw.v1", rate: 41, lag_records: 171, lag_seconds: 4.2 }),
  ...steps.map((id, i) => node(id, "step", { rate: 40 - i, error_share: [0, 0.06, 0, 0, 0.31, 0][i], p99_ms: 3 + i * 17, state: ["ok", "warn", "ok", "ok", "bad", "ok"][i], stores: id === "match" ? ["bands"] : [] })),
  node("store:bands", "store", { name: "bands", entries: 1_204_112, bytes: 88_000_000, restoring: 4_100, state: "warn" }), ...["events", "duplicates", "dead-letters"].map((id) => node("write-" + id, "sink", { name: `news.${id}.v1`, rate: 9, error_share: 0 }))],
  edges: [["read-raw", "decode", "flow", 41], ...steps.slice(1).map((id, i) => [steps[i], id, "flow", 40 - i]), ["match", "store:bands", "store"], ["match", "write-duplicates", "flow", 8], ["story", "write-events", "flow", 29], ["extract", "write-dead-letters", "flow"]].map(([from, to, kind, rate]) => ({ from, to, kind, rate })) };
const detail = { event: { ...event(0), revision: 2, status: "revised", body_text: BODY, url: "https://gazette.example/pier", authors: ["R. Alves"], published_from: "feed", language_confidence: 0.99,
  entities: [{ type: "LOC", name: "Porto", salience: 0.6, confidence: 0.97, place: { id: "geonames:1", name: "Porto", country: "PT" }, mentions: [{ ...at("Porto"), from: "tagger" }] }, { type: "PER", name: "Ana Moreira", salience: 0.3, confidence: 0.9, mentions: [{ ...at("Ana Moreira"), from: "tagger" }] }],
  topics: [{ code: "medtop:20000337", name: "transport", confidence: 0.83, evidence: [{ ...at("ferry pier"), term: "ferry pier", count: 1, weight: 4 }, { ...at("quay"), term: "quay", count: 1, weight: 2 }] }],
  lineage: { raw_topic: "news.raw.v1", raw_partition: 2, raw_offset: 911, pipeline_version: "0.1.0", durations_us: { "extract-article": 133, "tag-article": 2100 } } },
  revisions: [{ revision: 1, status: "active", received_at: iso(800), partition: 0, offset: 1 }, { revision: 2, status: "revised", received_at: iso(60), partition: 0, offset: 9 }], copies: [{ article_id: id(51), kind: "near", similarity: 0.91, source_id: "city-monitor", title: "Ferry pier to be rebuilt", has_text: true }], copies_left_out: 0 };
const places = [["Porto", "PT", 41.15, -8.61, 61], ["Oslo", "NO", 59.91, 10.75, 33], ["Tokyo", "JP", 35.69, 139.69, 48], ["Manaus", "BR", -3.1, -60.02, 22], ["Nairobi", "KE", -1.29, 36.82, 27], ["Santiago", "CL", -33.46, -70.65, 9]];
const groups = [0, 1].map((n) => ({ id: "g" + n, reason: letter(n).reason, step: letter(n).step, source_id: "valley-post", count: 14 - n * 5, redriven: n, first: iso(9000), last: iso(60), sample: "0@40", sample_message: letter(n).message }));
const bytes = Buffer.from('{"article_id":"x","title":"River rises for a third day","body_html":"<script>not run</script>"}');
const job = { id: "j1", state: "done", detail: "scanned 14 of 14, would redrive 13, stopped because all were looked at", dry_run: true, actor: "414ba355718a", rate_per_second: 10, started_at: iso(3), ended_at: iso(2), total: 14, scanned: 14, redriven: 13, skipped: { "no-bytes": 1 }, report: [{ partition: 0, offset: 40, result: "would-redrive" }] };

const rule = (name, condition, threshold, severity, more) => ({ name, condition, threshold, for_seconds: 600, keep_firing_for_seconds: 60, severity, measured: true, pending: 0, firing: 0, left_out: 0, ...more });
const alert = (id, of, subject, state, severity, summary, page, more) => ({ id, rule: of, subject, state, severity, value: 2, summary, page, since: iso(4000), ...more });
const alerts = {
  at: iso(0),
  rules: [rule("source-silent", "source-silent", "2", "ticket", { firing: 1, note: "Look at /sources for its last answer." }), rule("books-do-not-balance", "out-of-balance", "0", "page", { firing: 1 }),
    rule("falling-behind", "lag-rising", "30 s", "ticket", { pending: 1 }), rule("no-events", "no-events", "0", "page", { measured: false })],
  alerts: [alert("a2", "books-do-not-balance", undefined, "firing", "page", "12 records are not accounted for", "/#ledger", { fired_at: iso(3000) }),
    alert("a1", "source-silent", "sky-letters", "firing", "ticket", "sky-letters has been silent for 3 h", "/sources?state=silent", { fired_at: iso(3400), note: "Look at /sources for its last answer." }),
    alert("a3", "falling-behind", undefined, "pending", "ticket", "41 s behind and growing", "/pipeline")],
  ended: [alert("a0", "instance-gone", "host-3/dashboard", "resolved", "ticket", "dashboard is gone (host-3)", "/pipeline", { ended_at: iso(100) })],
  webhook: { receiver: "https://hooks.example", waiting: 1, delivered: 3, failed: 1, dropped: 0, last_delivered_at: iso(4000), last_error: "503 Service Unavailable" },
};

/** The answer to a path, or undefined. */
export function answer(path, query) {
  if (/^\/v1\/events\/[^/]+\/text$/.test(path)) return { article_id: id(51), revision: 1, title: "Ferry pier to be rebuilt", body_text: BODY.replace("on Monday ", "").replace("four million", "three million"), as_delivered: false };
  if (/^\/v1\/events\/[^/]+$/.test(path)) return detail;
  if (/^\/v1\/dead-letters\/\d+\/\d+$/.test(path)) return { letter: letter(1), message: letter(1).message, original_key: id(1), headers: { "content-type": "application/json" }, bytes: bytes.length, shown: bytes.length, hex: bytes.toString("hex"), text: bytes.toString() };
  if (/^\/v1\/articles\/[^/]+$/.test(path)) return { article_id: id(0), status: "event", event: { status: "active", revision: 1, record: { topic: "news.events.v1", partition: 0, offset: 9, at: iso(9) } } };
  switch (path) {
    case "/v1/overview": return overview();
    case "/v1/pulse": return pulse();
    case "/v1/marks": return { marks };
    case "/v1/instances": return { instances: fleet };
    case "/v1/ledger": return overview().ledger;
    case "/v1/series": return series(query);
    case "/v1/topology": return topology;
    case "/v1/events": return { events: Array.from({ length: 30 }, (_, n) => line(n)), next: "30-0-1", held: 128, since: iso(3000), complete: true };
    case "/v1/event-times": return { start: iso(3600), bar_seconds: 60, counts: Array.from({ length: 60 }, (_, i) => Math.round(20 + 9 * Math.sin(i / 6))) };
    case "/v1/map": return { places: places.map(([name, country, lat, lon, count]) => ({ id: name, name, country, lat, lon, count, share: count / 200 })), places_left_out: 0, events: 290, without_place: 0.31 };
    case "/v1/trends": return { rows: TITLES.map(([, name], i) => ({ key: "k" + i, name, count: 90 - i * 11, share: 0.2 - i * 0.03, before_share: 0.1, burst: 4 - i, series: Array.from({ length: 60 }, (_x, k) => Math.round(5 + 4 * Math.sin(k / 3 + i))) })), events: 450, events_before: 420, point_seconds: 60, exact_up_to: 128 };
    case "/v1/audit": return { entries: [{ at: iso(40), actor: "414ba355718a", action: "redrive", target: "j1", outcome: "dry run, selected: 14" }] };
    case "/v1/source-status": return { sources: TITLES.map(([, name], i) => ({ source_id: name.toLowerCase().replace(" ", "-"), name, polled: i % 2 === 0, paused: i === 4, status: "up", raw: 900, per_hour: i === 5 ? 0 : 60 - i * 7, baseline_per_hour: 52, baseline_hours: 24, silent: i === 5, duplicate_share: 0.2, dead_letter_share: 0.003, publish_delay_seconds: 190 + i * 400, last_item_at: iso(i * 700), next_poll_at: i % 2 === 0 ? iso(-120) : undefined })) };
    case "/v1/dead-letters": return { groups, letters: 23, listed: 2, left_out: 0, complete: true };
    case "/v1/dead-letters/list": return { letters: Array.from({ length: 9 }, (_, n) => ({ letter: letter(n) })), before: "2@40" };
    case "/v1/dead-letters:redrive": case "/v1/jobs/j1": return job;
    case "/v1/alerts": return alerts;
    default: return undefined;
  }
}
