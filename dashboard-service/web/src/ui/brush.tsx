import { useRef, useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { many } from "../lib/format";
import type { EventTimes } from "../lib/news";
import { setQuery } from "../lib/router";
import { barsOf, moved, shifted, type Range } from "../lib/span";
import { Choice } from "./parts";

const WIDTH = 1000;
const HEIGHT = 48;
const LEAP = 10;
const EVERY_MS = 10_000;
const DAY_S = 86_400;

/** When events came, as bars, and two handles that choose from when to when. `asked` is what else the view is narrowed to. */
export function Brush({ query, asked }: { query: URLSearchParams; asked: string }) {
  const span = query.get("span") ?? "1h";
  const { data } = useAsk<EventTimes>(`/v1/event-times?span=${encodeURIComponent(span)}&${asked}`, EVERY_MS);
  const [held, setHeld] = useState<Range | null>(null);
  const box = useRef<SVGSVGElement>(null);
  // The last choice lies here too: a quick hand lets go before the page was drawn anew.
  const drag = useRef<{ what: "from" | "to" | "all" | "new"; at: number; range: Range; last: Range | null } | null>(null);
  const counts = data?.counts ?? [];
  const bars = counts.length;
  const start = data ? Date.parse(data.start) : 0;
  const barMs = (data?.bar_seconds ?? 1) * 1000;
  const time = (name: string) => (query.get(name) ? Date.parse(query.get(name)!) : null);
  const whole = { from: 0, to: bars };
  const range = held ?? (bars ? barsOf(time("from"), time("to"), start, barMs, bars) : whole);
  const chosen = held !== null || query.get("from") !== null || query.get("to") !== null;
  const most = Math.max(1, ...counts);
  const label = (bar: number) => {
    if (bar === bars) return "now";
    const iso = new Date(start + bar * barMs).toISOString();
    return (bars * barMs > DAY_S * 900 ? iso.slice(5, 10) + " " : "") + iso.slice(11, 16);
  };
  const say = (next: Range) => {
    setHeld(null);
    const iso = (bar: number) => new Date(start + bar * barMs).toISOString();
    setQuery({ from: next.from === 0 ? null : iso(next.from), to: next.to === bars ? null : iso(next.to), before: null });
  };
  const barAt = (event: PointerEvent) => {
    const place = box.current!.getBoundingClientRect();
    return Math.max(0, Math.min(bars, ((event.clientX - place.left) / place.width) * bars));
  };
  const begin = (what: "from" | "to" | "all" | "new") => (event: PointerEvent) => {
    if (event.button !== 0 || bars === 0) return;
    event.stopPropagation();
    box.current!.setPointerCapture(event.pointerId);
    drag.current = { what, at: barAt(event), range, last: null };
    if (what === "from" || what === "to") (event.currentTarget as SVGElement).focus();
  };
  const follow = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const at = barAt(event);
    if (now.what === "new") {
      const low = Math.min(bars - 1, Math.floor(Math.min(now.at, at)));
      now.last = { from: low, to: Math.max(low + 1, Math.ceil(Math.max(now.at, at))) };
    } else if (now.what === "all") now.last = shifted(now.range, Math.round(at - now.at), bars);
    else now.last = moved(now.range, now.what, Math.round(at), bars);
    setHeld(now.last);
  };
  const end = () => {
    if (drag.current?.last) say(drag.current.last);
    drag.current = null;
  };
  const pressed = (what: "from" | "to") => (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -LEAP, PageUp: LEAP, Home: -bars, End: bars };
    const step = steps[event.key];
    if (step === undefined || bars === 0) return;
    event.preventDefault();
    say(moved(range, what, range[what] + step, bars));
  };
  const x = (bar: number) => (bars ? (bar / bars) * WIDTH : 0);
  const path = (inside: boolean) => counts.map((n, i) => {
    if (n === 0 || (i >= range.from && i < range.to) !== inside) return "";
    return `M${(x(i) + 1).toFixed(1)} ${HEIGHT}V${(HEIGHT - 2 - (n / most) * (HEIGHT - 6)).toFixed(1)}h${(WIDTH / bars - 2).toFixed(1)}V${HEIGHT}z`;
  }).join("");
  const inside = counts.slice(range.from, range.to).reduce((sum, n) => sum + n, 0);
  return (
    <div class="brush">
      <div class="brush-head">
        <span aria-live="polite"><b>{bars ? `${label(range.from)} – ${label(range.to)}` : "…"}</b> <span class="quiet">UTC, {many(inside, "event")} came</span></span>
        {chosen && <button type="button" class="plain link" onClick={() => say(whole)}>All of it</button>}
        <Choice name="span" label="How far back" query={query} options={[["1h", "1 h"], ["24h", "24 h"], ["7d", "7 d"]]} also={{ from: null, to: null }} />
      </div>
      <svg ref={box} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="group" aria-label="Time of receipt"
        onPointerDown={begin("new")} onPointerMove={follow} onPointerUp={end} onPointerCancel={() => { drag.current = null; setHeld(null); }}>
        <path class="beside" d={path(false)} />
        <rect class="window" x={x(range.from)} y="0" width={x(range.to) - x(range.from)} height={HEIGHT} onPointerDown={chosen ? begin("all") : begin("new")} />
        <path class="within" d={path(true)} />
        {(["from", "to"] as const).map((what) => (
          <g key={what} class="handle" role="slider" tabindex={0} aria-label={what === "from" ? "From" : "To"} aria-orientation="horizontal"
            aria-valuemin={0} aria-valuemax={bars} aria-valuenow={range[what]} aria-valuetext={label(range[what])}
            onKeyDown={pressed(what)} onPointerDown={begin(what)}>
            <rect class="grip" x={x(range[what]) - 9} y="0" width="18" height={HEIGHT} />
            <rect class="bar" x={x(range[what]) - 2} y="0" width="4" height={HEIGHT} />
          </g>
        ))}
      </svg>
    </div>
  );
}
