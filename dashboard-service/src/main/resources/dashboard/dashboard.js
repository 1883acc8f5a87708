// The dashboard's one script. Titles, names and messages come from strangers: they reach the page as text, never as markup.

const SILENCE_MS = 15_000; // The server sends an overview every ten seconds at the latest.
const RECENT = 20;
const TOP = 50;
const TYPING_MS = 200;
const RETRY_MS = { first: 2_000, most: 30_000 };

const COUNTS = [
  { field: "raw", name: "Raw", hue: "raw" },
  { field: "events", name: "Events", hue: "events" },
  { field: "duplicates", name: "Duplicates", hue: "duplicates" },
  { field: "resends", name: "Resends", hue: "resends" },
  { field: "dead_letters", name: "Dead letters", hue: "letters" },
  { field: "in_flight", name: "In flight", hue: "flight" },
];

const byId = (id) => document.getElementById(id);
const whole = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
const rate = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const languages = new Intl.DisplayNames("en", { type: "language" });
const countries = new Intl.DisplayNames("en", { type: "region" });

/** An element with text and attributes; children that are missing are left out. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) made.setAttribute(name, value);
  }
  for (const child of children) {
    if (child !== undefined && child !== null && child !== "") made.append(child);
  }
  return made;
}

function drawing(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Changes text only when it differs: a selection or a reader's place survives. */
function say(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

function many(count, one, more = `${one}s`) {
  return `${whole.format(count)} ${count === 1 ? one : more}`;
}

/** A name for a code, or the code: what the display names refuse is shown as it came. */
function named(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

function time(iso, title) {
  const at = new Date(iso);
  const known = iso && !Number.isNaN(at.getTime());
  return element("time", { datetime: iso, title: title ?? iso }, known ? clock.format(at) : "");
}

/** Shows a list, or the line that stands for an empty one. */
function fill(list, none, items) {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  none.hidden = items.length > 0;
}

// Totals, rates, the equation

const tiles = new Map();

function makeTiles() {
  for (const count of COUNTS) {
    const tile = {
      number: element("div", { class: "number" }, "–"),
      rate: element("div", { class: "rate" }),
      area: drawing("path", { class: "area" }),
      stroke: drawing("path", { class: "stroke" }),
    };
    const spark = drawing("svg", { viewBox: "0 0 59 32", preserveAspectRatio: "none", "aria-hidden": "true" });
    spark.append(tile.area, tile.stroke);
    byId("tiles").append(
      element("div", { class: `tile hue-${count.hue}` }, element("div", { class: "name" }, count.name), tile.number, tile.rate, spark),
    );
    tiles.set(count.field, tile);
  }
}

/** The last minute from left to right, the newest value at the right edge. */
function sparkline(tile, values) {
  const most = Math.max(1, ...values);
  const points = values.map((value, i) => `${59 - (values.length - 1 - i)},${(30 - (28 * Math.max(0, value)) / most).toFixed(2)}`);
  const path = points.length > 1 ? `M${points.join("L")}` : "";
  tile.stroke.setAttribute("d", path);
  tile.area.setAttribute("d", path && `${path}V32H${59 - (values.length - 1)}Z`);
}

function showTotals({ totals, rates, history }) {
  for (const { field } of COUNTS) {
    const tile = tiles.get(field);
    const value = totals[field];
    say(tile.number, Math.abs(value) < 10_000_000 ? whole.format(value) : compact.format(value));
    tile.number.title = whole.format(value);
    if (field === "in_flight") {
      say(tile.rate, value === 0 ? "all settled" : "not settled yet");
      sparkline(tile, history.in_flight);
    } else {
      const [second, ten, minute] = ["1s", "10s", "60s"].map((window) => rates[window]?.[field]);
      say(tile.rate, ten === undefined ? "measuring" : `${rate.format(ten)}/s`);
      tile.rate.title = ten === undefined ? "" : `${rate.format(second)}/s over 1 s, ${rate.format(ten)}/s over 10 s, ${rate.format(minute)}/s over 60 s`;
      sparkline(tile, history.flows.map((flow) => flow[field]));
    }
  }
}

/** The state of one line of the books, for people who can't tell the colours apart too. */
function verdict(inFlight) {
  if (inFlight === 0) return element("span", { class: "verdict", "data-state": "good" }, "✓ balanced");
  if (inFlight > 0) return element("span", { class: "verdict", "data-state": "warn" }, `${whole.format(inFlight)} in flight`);
  return element("span", { class: "verdict", "data-state": "bad" }, `✗ ${whole.format(-inFlight)} too many`);
}

function showEquation(totals) {
  const parts = [];
  for (const { field, name, hue } of COUNTS) {
    if (parts.length > 0) parts.push(element("span", { class: "sign" }, parts.length === 1 ? "=" : "+"));
    parts.push(element("span", { class: `hue-${hue}` }, element("b", {}, whole.format(totals[field])), ` ${name.toLowerCase()}`));
  }
  // The number in flight stands in the equation already.
  const settling = element("span", { class: "verdict", "data-state": "warn" }, "… settling");
  byId("equation").replaceChildren(...parts, totals.in_flight > 0 ? settling : verdict(totals.in_flight));
  let left = 0;
  const bars = [];
  for (const { field, hue } of COUNTS.slice(1)) {
    const width = totals.raw > 0 ? (1000 * Math.max(0, totals[field])) / totals.raw : 0;
    bars.push(drawing("rect", { class: `hue-${hue}`, x: left, y: 0, width, height: 12 }));
    left += width;
  }
  byId("shares").replaceChildren(...bars);
}

// The ledger

let shownLedger = "";
let searching = 0;

function showLedger(ledger) {
  // Rebuilding an unchanged table would take away what is selected in it.
  const now = JSON.stringify(ledger);
  if (now === shownLedger) return;
  shownLedger = now;
  const rows = ledger.rows.map((row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row", title: row.source_id }, row.source_id),
      ...["raw", "events", "duplicates", "resends", "dead_letters"].map((field) => element("td", {}, whole.format(row[field]))),
      element("td", {}, verdict(row.in_flight)),
    ),
  );
  fill(byId("ledger"), byId("no-sources"), rows);
  say(byId("no-sources"), ledger.sources === 0 ? "No source yet." : "No source with this in its name.");
  const notes = [];
  if (ledger.matching > rows.length) notes.push(`largest ${rows.length} of ${many(ledger.matching, "source")}`);
  else if (ledger.sources > 0) notes.push(many(ledger.matching, "source"));
  if (ledger.unbalanced > 0 && ledger.matching === ledger.sources) notes.push(`${whole.format(ledger.unbalanced)} not balanced`);
  if (ledger.left_out > 0) notes.push(`at least ${many(ledger.left_out, "more source")} not counted here`);
  say(byId("ledger-note"), notes.join(" · "));
}

/** The overview carries the largest sources only: a search asks the server for the others. */
async function searchLedger() {
  const query = byId("search").value.trim();
  const mine = ++searching;
  if (query === "") {
    if (lastOverview) showLedger(lastOverview.ledger);
    return;
  }
  try {
    const answer = await fetch(`/v1/ledger?limit=${TOP}&q=${encodeURIComponent(query)}`);
    const ledger = answer.ok ? await answer.json() : null;
    if (ledger && mine === searching) showLedger(ledger);
  } catch {
    // The stream's state already says that the server can't be reached; the table stays as it was.
  }
}

// Events

const events = new Map(); // key of its record -> list item, oldest first
let waiting = []; // while the list is held
let paused = false;

const recordKey = ({ record }) => `${record.topic}/${record.partition}/${record.offset}`;

function isHeld() {
  return paused || byId("events").querySelector("details[open]") !== null;
}

/** A link only where a click can do nothing but fetch a page. */
function link(url) {
  return /^https?:\/\//i.test(url) ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url) : url;
}

function fieldList(value) {
  const list = element("dl", { class: "fields" });
  for (const [name, content] of Object.entries(value)) {
    const shown = fieldValue(name, content);
    if (shown !== "") list.append(element("dt", {}, name), element("dd", { dir: "auto" }, shown));
  }
  return list;
}

function fieldValue(name, content) {
  if (content === undefined || content === null) return "";
  if (name === "url") return link(content);
  if (name === "entities") return content.map((entity) => `${entity.name} (${entity.type}, ${entity.mentions}×)`).join(", ");
  if (Array.isArray(content)) return content.join(", ");
  if (typeof content === "object") return Object.entries(content).map(([key, part]) => `${key} ${part}`).join(" · ");
  return String(content);
}

function eventItem(event) {
  const withdrawn = event.status === "withdrawn";
  const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(event.language ?? "") ? event.language : undefined;
  const facts = element(
    "span",
    { class: "facts" },
    element("span", { class: "source" }, event.source_name ?? event.source_id),
    event.status !== "active" ? element("span", { class: "tag", "data-state": "warn" }, event.status) : null,
    event.language ? element("span", { class: "tag", title: named(languages, event.language) }, event.language) : null,
    event.primary_country ? element("span", { class: "tag", title: named(countries, event.primary_country) }, event.primary_country) : null,
    event.entity_count > 0 ? element("span", {}, many(event.entity_count, "entity", "entities")) : null,
    event.keywords.length > 0 ? element("span", {}, event.keywords.slice(0, 5).join(", ")) : null,
  );
  const title = event.title ?? (withdrawn ? `withdrawn: a copy of ${event.duplicate_of}` : "(no title)");
  const published = event.published_at ? `published ${event.published_at}, received ${event.received_at}` : undefined;
  const details = element(
    "details",
    {},
    element(
      "summary",
      {},
      time(event.received_at ?? event.record.at, published),
      element("span", { class: "title", dir: "auto", lang: language }, title),
      facts,
    ),
  );
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(fieldList(event));
    releaseEvents();
  });
  return element("li", {}, details);
}

function addEvent(event, isNew) {
  const key = recordKey(event);
  if (events.has(key)) return;
  const item = eventItem(event);
  if (isNew) item.classList.add("fresh");
  events.set(key, item);
  byId("events").prepend(item);
  if (events.size > RECENT) {
    const [oldest, last] = events.entries().next().value;
    last.remove();
    events.delete(oldest);
  }
}

function offerEvent(event) {
  if (!isHeld()) addEvent(event, true);
  else if (!events.has(recordKey(event))) waiting = [...waiting, event].slice(-RECENT);
  showEventState();
}

/** What a new stream begins with; the topics may have been made anew while we were away. */
function startEvents(oldestFirst) {
  waiting = [];
  if (isHeld()) {
    oldestFirst.forEach(offerEvent);
    return;
  }
  events.clear();
  byId("events").replaceChildren();
  oldestFirst.forEach((event) => addEvent(event, false));
}

function releaseEvents() {
  if (!isHeld()) {
    waiting.forEach((event) => addEvent(event, false));
    waiting = [];
  }
  showEventState();
}

function showEventState() {
  byId("no-events").hidden = events.size > 0;
  const button = byId("pause");
  button.setAttribute("aria-pressed", String(paused));
  const news = waiting.length === 0 ? "" : ` (${waiting.length === RECENT ? `${RECENT}+` : waiting.length} new)`;
  say(button, paused ? `Resume${news}` : isHeld() ? `Held while you read${news}` : "Pause");
}

function togglePause() {
  if (!paused && isHeld()) byId("events").querySelectorAll("details[open]").forEach((open) => (open.open = false));
  else paused = !paused;
  releaseEvents();
}

// Instances, dead letters, duplicates

function uptime(startedAt, now) {
  const seconds = Math.max(0, Math.round((new Date(now) - new Date(startedAt)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} days`;
}

function showInstances({ instances, at }) {
  const items = instances.map((instance) =>
    element(
      "li",
      {},
      element("span", { class: "who" }, instance.service),
      element("span", { class: "pill", "data-state": instance.status }, instance.status),
      element("span", { class: "quiet" }, `${instance.instance_id} · ${instance.version}${instance.started_at ? ` · up ${uptime(instance.started_at, at)}` : ""}`),
      instance.detail ? element("span", { class: "quiet" }, instance.detail) : null,
    ),
  );
  fill(byId("instances"), byId("no-instances"), items);
}

function deadLetterItem(letter) {
  return element(
    "li",
    {},
    element(
      "div",
      { class: "line" },
      time(letter.received_at ?? letter.record.at),
      element("span", { class: "step" }, letter.step),
      element("span", { class: "tag", "data-state": "bad" }, letter.reason),
      letter.source_id ? element("span", { class: "quiet" }, letter.source_id) : null,
    ),
    element("div", { dir: "auto" }, letter.message),
    element("div", { class: "quiet" }, `${letter.origin_topic}-${letter.origin_partition} offset ${whole.format(letter.origin_offset)}`),
  );
}

function duplicateItem(duplicate) {
  return element(
    "li",
    {},
    element(
      "div",
      { class: "line" },
      time(duplicate.record.at),
      element("span", { class: "tag" }, duplicate.kind === "exact" ? "exact" : `${duplicate.kind} ${Math.round(100 * duplicate.similarity)} %`),
      duplicate.source_id ? element("span", { class: "quiet" }, duplicate.source_id) : null,
    ),
    element("div", { dir: "auto" }, duplicate.title ?? duplicate.article_id),
    element("div", { class: "quiet" }, `copy of ${duplicate.original_id}`),
  );
}

async function lookUp(submitted) {
  submitted.preventDefault();
  const target = byId("fate");
  const id = byId("article").value.trim().toLowerCase();
  try {
    const answer = await fetch(`/v1/articles/${encodeURIComponent(id)}`);
    const found = await answer.json();
    if (!answer.ok) {
      target.replaceChildren(element("p", {}, found.detail ?? found.title));
      return;
    }
    const parts = ["event", "duplicate", "dead_letter"].filter((part) => found[part]);
    target.replaceChildren(
      element("p", {}, `It is ${{ event: "an event", duplicate: "a duplicate", dead_letter: "a dead letter" }[found.status]}.`),
      ...parts.map((part) => fieldList(found[part])),
    );
  } catch {
    target.replaceChildren(element("p", {}, "The dashboard does not answer."));
  }
}

// The stream

let lastOverview = null;
let source = null;
let silence = 0;
let comeback = 0;
let delay = RETRY_MS.first;

function showState(state, text, trouble = "") {
  byId("status").dataset.state = state;
  say(byId("status"), text);
  say(byId("trouble"), trouble);
  byId("trouble").hidden = trouble === "";
  document.body.classList.toggle("stale", state === "stale");
}

function showReading({ reading, unreadable }) {
  const skipped = Object.entries(unreadable).map(([topic, count]) => `${many(count, "record")} of ${topic} can't be read and ${count === 1 ? "was" : "were"} skipped`);
  const troubles = [reading.detail, ...skipped].filter(Boolean).join(" · ");
  if (reading.status === "up") showState("live", "live", troubles);
  else if (reading.status === "starting") showState("starting", "starting", troubles);
  else showState("down", "Kafka unreachable", troubles);
}

function showOverview(overview) {
  lastOverview = overview;
  document.title = `${compact.format(overview.totals.events)} events · Dateline`;
  say(byId("updated"), `as of ${clock.format(new Date(overview.at))}`);
  showReading(overview);
  showTotals(overview);
  showEquation(overview.totals);
  if (byId("search").value.trim() === "") showLedger(overview.ledger);
  else searchLedger();
  showInstances(overview);
  say(byId("left-out"), overview.events_left_out > 0 ? `${whole.format(overview.events_left_out)} more in the last second` : "");
  byId("empty").hidden = overview.totals.raw > 0 || overview.reading.status !== "up";
  if (overview.recent_events) startEvents([...overview.recent_events].reverse());
  if (overview.recent_dead_letters) fill(byId("letters"), byId("no-letters"), overview.recent_dead_letters.map(deadLetterItem));
  if (overview.recent_duplicates) fill(byId("duplicates"), byId("no-duplicates"), overview.recent_duplicates.map(duplicateItem));
  showEventState();
}

function heard() {
  delay = RETRY_MS.first;
  clearTimeout(silence);
  silence = setTimeout(() => interrupted("no word for 15 seconds"), SILENCE_MS);
}

function interrupted(why) {
  clearTimeout(silence);
  showState("stale", "stale", `The live stream was interrupted (${why}); trying again. What you see is from ${byId("updated").textContent.replace("as of ", "") || "before"}.`);
  // The browser itself tries again only while it calls the stream "connecting", and gives up after a refusal.
  source?.close();
  clearTimeout(comeback);
  comeback = setTimeout(connect, delay);
  delay = Math.min(RETRY_MS.most, 2 * delay);
}

function connect() {
  source?.close();
  source = new EventSource("/v1/stream");
  source.addEventListener("open", heard);
  source.addEventListener("overview", (message) => {
    heard();
    showOverview(JSON.parse(message.data));
  });
  source.addEventListener("event", (message) => {
    heard();
    offerEvent(JSON.parse(message.data));
  });
  source.addEventListener("error", () => interrupted("connection lost"));
}

/** A page nobody looks at needs no stream: browsers allow only a few per server. */
function followVisibility() {
  clearTimeout(comeback);
  clearTimeout(silence);
  if (document.hidden) source?.close();
  else connect();
}

makeTiles();
let typing = 0;
byId("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(searchLedger, TYPING_MS);
});
byId("pause").addEventListener("click", togglePause);
byId("lookup").addEventListener("submit", lookUp);
document.addEventListener("visibilitychange", followVisibility);
connect();
