import { useEffect, useState } from "preact/hooks";
import { call } from "./api";
import { iso } from "./format";
import type { SeriesWindow } from "./types";

/** How long a view reaches back. */
export type Span = "1h" | "24h";
export const SECONDS: Record<Span, number> = { "1h": 3_600, "24h": 86_400 };

/** What a view shows: the last hour or day as it goes on, or a time that stands still. */
export interface Range {
  span: Span;
  /** ISO times; null in a view that goes on. */
  fixed: { from: string; to: string } | null;
}

/** Figures in columns, as charts take them. */
export interface Figures {
  step: number;
  /** Seconds since the epoch. */
  times: number[];
  values: Record<string, (number | null)[]>;
}

export interface History {
  figures: Figures | null;
  trouble: string | null;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
/** Instances tell of a second up to so much later: what is younger is asked for again. */
const LATE_SECONDS = 8;
const EVERY_MS: Record<Span, number> = { "1h": 2_000, "24h": 20_000 };

export function rangeOf(query: URLSearchParams): Range {
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  const fixed = TIME.test(from) && TIME.test(to) && from < to ? { from, to } : null;
  return { span: query.get("window") === "24h" ? "24h" : "1h", fixed };
}

/** Address of the figures of a view, for programs and for files. */
export function seriesAddress(metrics: string[], range: Range, now: number): string {
  const from = range.fixed?.from ?? iso(now - SECONDS[range.span]);
  return `/v1/series?metrics=${metrics.map(encodeURIComponent).join(",")}&from=${from}` + (range.fixed ? `&to=${range.fixed.to}` : "");
}

export function figuresOf(window: SeriesWindow): Figures {
  const steps = Object.values(window.values)[0]?.length ?? 0;
  return {
    step: window.step_seconds,
    times: Array.from({ length: steps }, (_, i) => window.start + i * window.step_seconds),
    values: window.values,
  };
}

/** Lays fresh figures over the end of older ones and lets go of what is too old. Of another step, they stand alone. */
export function merge(old: Figures | null, fresh: Figures, oldest: number): Figures {
  const first = fresh.times[0];
  if (first === undefined) return old ?? fresh;
  const last = old?.times[old.times.length - 1];
  if (!old || last === undefined || old.step !== fresh.step || first > last + fresh.step) return fresh;
  const from = old.times.findIndex((time) => time >= oldest);
  const until = old.times.findIndex((time) => time >= first);
  const kept = <T>(column: T[]) => (from < 0 ? [] : column.slice(from, until < 0 ? column.length : until));
  const times = [...kept(old.times), ...fresh.times];
  const values: Figures["values"] = {};
  for (const [name, column] of Object.entries(fresh.values)) values[name] = [...kept(old.values[name] ?? []), ...column];
  return { step: fresh.step, times, values };
}

/** The mean of the known values of the last so many seconds; null when none is known. */
export function recent(figures: Figures | null, metric: string, seconds: number): number | null {
  if (!figures) return null;
  const known = (figures.values[metric] ?? []).slice(-Math.max(1, Math.round(seconds / figures.step))).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The last known value of the last so many seconds; null when none is known. */
export function latest(figures: Figures | null, metric: string, seconds: number): number | null {
  if (!figures) return null;
  return (figures.values[metric] ?? []).slice(-Math.max(1, Math.round(seconds / figures.step))).findLast((value) => value !== null) ?? null;
}

/** A line in few points: the highest of each part, so that no peak is lost; null where a part knows nothing. */
export function coarse(values: (number | null)[], points: number): (number | null)[] {
  if (values.length <= points) return values;
  return Array.from({ length: points }, (_, i) => {
    const part = values.slice(Math.floor((i * values.length) / points), Math.floor(((i + 1) * values.length) / points)).filter((value) => value !== null);
    return part.length === 0 ? null : Math.max(...part);
  });
}

/** Points that are shown in any case. */
const FEWEST_POINTS = 300;

/** Without the time before anything was known: a system that began a minute ago would show it in a corner. */
export function trimmed(figures: Figures): Figures {
  const columns = Object.values(figures.values);
  const first = Math.min(...columns.map((column) => column.findIndex((value) => value !== null)).map((i) => (i < 0 ? figures.times.length : i)));
  const from = Math.max(0, Math.min(first, figures.times.length - FEWEST_POINTS));
  if (from === 0) return figures;
  return {
    step: figures.step,
    times: figures.times.slice(from),
    values: Object.fromEntries(Object.entries(figures.values).map(([name, column]) => [name, column.slice(from)])),
  };
}

/** The mean of what is known around each point, so many points to each side; unknown points stay unknown. */
export function smooth(values: (number | null)[], around: number): (number | null)[] {
  let sum = 0;
  let known = 0;
  const add = (i: number, sign: number) => {
    const value = values[i];
    if (value === null || value === undefined) return;
    sum += sign * value;
    known += sign;
  };
  for (let i = 0; i < around; i++) add(i, 1);
  return values.map((value, i) => {
    add(i + around, 1);
    add(i - around - 1, -1);
    return value === null || known === 0 ? null : sum / known;
  });
}

/** The figures of a view: asked for once, and then what is new of them. Without metrics nothing is asked. */
export function useHistory(metrics: string[], range: Range): History {
  const [history, setHistory] = useState<History>({ figures: null, trouble: null });
  const names = metrics.join(",");
  const { span, fixed } = range;
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let figures: Figures | null = null;
    const ask = async () => {
      const now = Date.now() / 1000;
      const oldest = now - SECONDS[span];
      const last = figures?.times[figures.times.length - 1];
      // The day is asked for as a whole: a short question would be answered by the second.
      const news = span === "1h" && !fixed && last !== undefined;
      const from = fixed ? fixed.from : iso(news ? Math.max(oldest, last - LATE_SECONDS) : oldest);
      try {
        const fresh = figuresOf(await call<SeriesWindow>(`/v1/series?metrics=${names}&from=${from}${fixed ? "&to=" + fixed.to : ""}`));
        figures = news ? merge(figures, fresh, oldest) : fresh;
        if (!over) setHistory({ figures: fixed ? figures : trimmed(figures), trouble: null });
      } catch (e) {
        if (!over) setHistory((old) => ({ ...old, trouble: e instanceof Error ? e.message : String(e) }));
      }
      if (!over && !fixed) timer = setTimeout(() => void ask(), EVERY_MS[span]);
    };
    setHistory({ figures: null, trouble: null });
    if (names) void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [names, span, fixed?.from, fixed?.to]);
  return history;
}
