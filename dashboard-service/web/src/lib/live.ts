import { useEffect, useState } from "preact/hooks";
import type { EventSummary, Overview, Pulse } from "./types";

/** What the live stream said last. The browser resumes with Last-Event-ID by itself. */
export interface Live {
  state: "connecting" | "live" | "stale";
  heard: Date | null;
  overview: Overview | null;
  pulse: Pulse | null;
  events: EventSummary[];
}

const MAX_EVENTS = 200;
const STALE_AFTER_MS = 12_000;

let live: Live = { state: "connecting", heard: null, overview: null, pulse: null, events: [] };
const listeners = new Set<(live: Live) => void>();

function set(change: Partial<Live>): void {
  live = { ...live, ...change };
  listeners.forEach((listener) => listener(live));
}

function heard(): Partial<Live> {
  return { state: "live", heard: new Date() };
}

function withEvents(fresh: EventSummary[], old: EventSummary[]): EventSummary[] {
  const seen = new Set<string>();
  return [...fresh, ...old]
    .filter((event) => {
      const key = event.event_id + " " + event.revision + " " + event.status;
      return seen.has(key) ? false : (seen.add(key), true);
    })
    .slice(0, MAX_EVENTS);
}

/** To be called once. */
export function connect(): void {
  let source: EventSource | null = null;
  const open = () => {
    source?.close();
    source = new EventSource("/v1/stream");
    source.addEventListener("overview", (message) => {
      const next = JSON.parse(message.data) as Overview;
      // Lists that did not change are not sent again.
      const kept = live.overview;
      const overview = {
        ...next,
        recent_duplicates: next.recent_duplicates ?? kept?.recent_duplicates ?? [],
        recent_dead_letters: next.recent_dead_letters ?? kept?.recent_dead_letters ?? [],
        ledger: next.ledger ?? kept?.ledger,
      };
      set({ ...heard(), overview, events: withEvents(live.events.length ? live.events : (next.recent_events ?? []), next.recent_events ?? []) });
    });
    source.addEventListener("event", (message) => {
      set({ ...heard(), events: withEvents([JSON.parse(message.data) as EventSummary], live.events) });
    });
    source.addEventListener("pulse", (message) => set({ ...heard(), pulse: JSON.parse(message.data) as Pulse }));
    source.onerror = () => {
      set({ state: "stale" });
      // A refused stream is not tried again by the browser.
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, 5_000);
    };
  };
  open();
  setInterval(() => {
    if (live.state === "live" && live.heard && Date.now() - live.heard.getTime() > STALE_AFTER_MS) set({ state: "stale" });
  }, 1_000);
}

export function useLive(): Live {
  const [state, setState] = useState(live);
  useEffect(() => {
    listeners.add(setState);
    setState(live);
    return () => void listeners.delete(setState);
  }, []);
  return state;
}
