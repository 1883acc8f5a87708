import { useEffect, useState } from "preact/hooks";
import type { EventSummary, Overview, Pulse } from "./types";

/** Events that were not shown: they would have come right after the event of this key. */
export interface Gap {
  after: string;
  /** Null when nobody knows how many. */
  events: number | null;
  at: string;
}

/** What the live stream said last. */
export interface Live {
  state: "connecting" | "live" | "paused" | "stale";
  heard: Date | null;
  overview: Overview | null;
  pulse: Pulse | null;
  /** Newest first. */
  events: EventSummary[];
  gaps: Gap[];
}

const MAX_EVENTS = 200;
const MAX_GAPS = 20;
/** The server says something every second. */
const STALE_AFTER_MS = 5_000;
const AGAIN_MS = 3_000;
/** Browsers give a host few connections: a page that nobody sees should not hold one for long. */
const UNSEEN_MS = 60_000;
/** Events come in bursts; one drawing does for a burst. */
const BURST_MS = 100;

let live: Live = { state: "connecting", heard: null, overview: null, pulse: null, events: [], gaps: [] };
const listeners = new Set<() => void>();

function set(change: Partial<Live>): void {
  live = { ...live, ...change };
  listeners.forEach((listener) => listener());
}

/** What makes an event of the list another one. */
export function keyOf(event: EventSummary): string {
  return event.event_id + " " + event.revision + " " + event.status;
}

export function withEvents(fresh: EventSummary[], old: EventSummary[]): EventSummary[] {
  const seen = new Set<string>();
  return [...fresh, ...old]
    .filter((event) => (seen.has(keyOf(event)) ? false : (seen.add(keyOf(event)), true)))
    .slice(0, MAX_EVENTS);
}

/** To be called once. */
export function connect(): void {
  let source: EventSource | null = null;
  let lastId = "";
  let burst: EventSummary[] = [];
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let unseen: ReturnType<typeof setTimeout> | undefined;

  const heard = (message: MessageEvent, change: (data: unknown) => Partial<Live>) => {
    lastId = message.lastEventId || lastId;
    set({ state: "live", heard: new Date(), ...change(JSON.parse(message.data as string)) });
  };
  const draw = () => {
    clearTimeout(drawing);
    drawing = undefined;
    if (burst.length === 0) return;
    const fresh = burst.reverse();
    burst = [];
    set({ events: withEvents(fresh, live.events) });
  };
  const open = () => {
    clearTimeout(again);
    source?.close();
    // The browser resumes by itself after a cut; a stream that we open anew has to say where.
    source = new EventSource("/v1/stream" + (lastId ? "?last_event_id=" + encodeURIComponent(lastId) : ""));
    source.addEventListener("overview", (message) => heard(message, (data) => {
      const next = data as Overview;
      // Lists that did not change are not sent again.
      const kept = live.overview;
      const overview = {
        ...next,
        recent_duplicates: next.recent_duplicates ?? kept?.recent_duplicates ?? [],
        recent_dead_letters: next.recent_dead_letters ?? kept?.recent_dead_letters ?? [],
      };
      return { overview, ...(next.recent_events ? { events: withEvents(live.events, next.recent_events) } : {}) };
    }));
    source.addEventListener("event", (message) => {
      lastId = message.lastEventId || lastId;
      burst.push(JSON.parse(message.data) as EventSummary);
      drawing ??= setTimeout(draw, BURST_MS);
    });
    source.addEventListener("skipped", (message) => {
      draw();
      heard(message, (data) => {
        const newest = live.events[0];
        const gap = { after: newest ? keyOf(newest) : "", events: (data as { events?: number | null }).events ?? null, at: new Date().toISOString() };
        return { gaps: [gap, ...live.gaps].slice(0, MAX_GAPS) };
      });
    });
    source.addEventListener("pulse", (message) => heard(message, (data) => ({ pulse: data as Pulse })));
    source.onerror = () => {
      set({ state: live.heard ? "stale" : "connecting" });
      // A refused stream is not tried again by the browser.
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(open, AGAIN_MS);
      }
    };
  };
  const leave = () => {
    clearTimeout(again);
    source?.close();
    source = null;
    set({ state: "paused" });
  };

  open();
  document.addEventListener("visibilitychange", () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(leave, UNSEEN_MS);
    else if (!source) open();
  });
  setInterval(() => {
    if (live.state === "live" && live.heard && Date.now() - live.heard.getTime() > STALE_AFTER_MS) set({ state: "stale" });
  }, 1_000);
}

/** What a part of the page needs of the stream; it is drawn anew when that has changed. */
export function useLive<T>(pick: (live: Live) => T): T {
  const [, redraw] = useState(0);
  const picked = pick(live);
  useEffect(() => {
    const listener = () => {
      if (pick(live) !== picked) redraw((n) => n + 1);
    };
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, [picked]);
  return picked;
}
