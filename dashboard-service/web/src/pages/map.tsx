import { useEffect, useRef, useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { count, percent } from "../lib/format";
import type { ListPage, Place, PlaceMap } from "../lib/news";
import { HEIGHT, onMap, WIDTH, whereOf } from "../lib/projection";
import { setQuery, type PageProps } from "../lib/router";
import { viewOf, viewText, WHOLE, within, zoomed, type View } from "../lib/view";
import { Brush } from "../ui/brush";
import { asked, EventList, fields } from "../ui/events";
import { DataTable, Export, Filters, Panel, Trouble, type Column } from "../ui/parts";

/** Paths in steps of the map's units. */
interface World { steps: number; land: string; borders: string }

const NARROWED = ["q", "source", "topic", "entity", "country", "language"];
const EVERY_MS = 10_000;
const STEP = 0.15;
const FACTOR = 1.6;
const DRAG_PX = 4;
const NAMED = 8;
const LISTED = 16;
const EVENTS = 12;

/** The degrees that a view shows at most: parallels are straight, meridians bend. */
function degrees(view: View): [number, number, number, number] {
  const half = 0.5 / view.zoom;
  const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1], [-1, 0], [1, 0]]
    .map(([x, y]) => whereOf((view.x + x! * half) * WIDTH, (view.y + y! * half) * HEIGHT));
  const lon = corners.map((c) => Math.min(180, Math.max(-180, c[0])));
  const lat = corners.map((c) => Math.min(90, Math.max(-90, c[1])));
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

function radius(place: Place, most: number): number {
  return 2.5 + 15 * Math.sqrt(place.count / most);
}

const COLUMNS: Column<Place>[] = [
  { key: "place", title: "Place", cell: (p) => <a href={"/articles?place=" + encodeURIComponent(p.id)}>{p.name}</a>, sort: (p) => p.name },
  { key: "country", title: "Country", text: true, cell: (p) => p.country, sort: (p) => p.country ?? "" },
  { key: "count", title: "Events", cell: (p) => count(p.count), sort: (p) => p.count },
  { key: "share", title: "Share", cell: (p) => percent(p.share), sort: (p) => p.share },
  { key: "lat", title: "Latitude", cell: (p) => p.lat.toFixed(2), sort: (p) => p.lat },
  { key: "lon", title: "Longitude", cell: (p) => p.lon.toFixed(2), sort: (p) => p.lon },
];

function Globe(props: { places: Place[]; land: World | null; view: View; chosen: string | null; onView: (view: View, settled: boolean) => void; onChoose: (id: string) => void }) {
  const { view, onView, places } = props;
  const box = useRef<SVGSVGElement>(null);
  const drag = useRef<{ x: number; y: number; view: View; last: View | null } | null>(null);
  const [w, h] = [WIDTH / view.zoom, HEIGHT / view.zoom];
  const pressed = (event: KeyboardEvent) => {
    const step = STEP / view.zoom;
    const next = ({
      ArrowLeft: { ...view, x: view.x - step }, ArrowRight: { ...view, x: view.x + step }, ArrowUp: { ...view, y: view.y - step }, ArrowDown: { ...view, y: view.y + step },
      "+": zoomed(view, FACTOR), "=": zoomed(view, FACTOR), "-": zoomed(view, 1 / FACTOR), "0": WHOLE,
    } as Record<string, View>)[event.key];
    if (!next) return;
    event.preventDefault();
    onView(within(next), true);
  };
  const follow = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const place = box.current!.getBoundingClientRect();
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.last && Math.hypot(dx, dy) < DRAG_PX) return;
    if (!from.last) box.current!.setPointerCapture(event.pointerId);
    from.last = within({ zoom: from.view.zoom, x: from.view.x - dx / place.width / from.view.zoom, y: from.view.y - dy / place.height / from.view.zoom });
    onView(from.last, false);
  };
  const end = () => {
    if (drag.current?.last) onView(drag.current.last, true);
    drag.current = null;
  };
  const turned = (event: WheelEvent) => {
    // Without a key the wheel scrolls the page, as everywhere.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const place = box.current!.getBoundingClientRect();
    const at = (client: number, start: number, size: number, middle: number) => middle + ((client - start) / size - 0.5) / view.zoom;
    onView(zoomed(view, event.deltaY < 0 ? FACTOR : 1 / FACTOR, at(event.clientX, place.left, place.width, view.x), at(event.clientY, place.top, place.height, view.y)), true);
  };
  const most = Math.max(1, ...places.map((place) => place.count));
  const dots = [...places].sort((a, b) => b.count - a.count).map((place) => ({ place, at: onMap(place.lon, place.lat), r: radius(place, most) / view.zoom }));
  const inside = dots.filter(({ at }) => Math.abs(at[0] / WIDTH - view.x) <= 0.5 / view.zoom && Math.abs(at[1] / HEIGHT - view.y) <= 0.5 / view.zoom);
  const size = 11 / view.zoom;
  // A name is left out where it would lie upon another.
  const names: typeof dots = [];
  for (const dot of inside) {
    if (names.length >= NAMED) break;
    if (names.every((other) => Math.abs(other.at[1] - dot.at[1]) > size * 1.3 || Math.abs(other.at[0] - dot.at[0]) > size * 9)) names.push(dot);
  }
  return (
    <svg ref={box} class="map" viewBox={`${view.x * WIDTH - w / 2} ${view.y * HEIGHT - h / 2} ${w} ${h}`} role="application" tabindex={0}
      aria-label="Map of the main places of events. Arrow keys move it, plus and minus zoom, 0 shows all. The places are listed beside it."
      onKeyDown={pressed} onWheel={turned} onPointerDown={(event) => { if (event.button === 0) drag.current = { x: event.clientX, y: event.clientY, view, last: null }; }}
      onPointerMove={follow} onPointerUp={end} onPointerCancel={end} onPointerLeave={end}>
      {props.land && <g transform={`scale(${1 / props.land.steps})`}><path class="land" d={props.land.land} /><path class="border" d={props.land.borders} /></g>}
      {dots.map(({ place, at, r }) => (
        <circle key={place.id} class={place.id === props.chosen ? "chosen" : ""} cx={at[0].toFixed(2)} cy={at[1].toFixed(2)} r={r.toFixed(2)} onClick={() => props.onChoose(place.id)}>
          <title>{`${place.name}: ${count(place.count)}`}</title></circle>
      ))}
      {names.map(({ place, at, r }) => <text key={place.id} x={at[0] + r + size * 0.3} y={at[1] + size * 0.35} font-size={size} aria-hidden="true">{place.name}</text>)}
    </svg>
  );
}

export function MapPage({ query }: PageProps) {
  const world = useAsk<World>("/assets/world.json");
  const filters = asked(query, NARROWED);
  const address = "/v1/map?" + asked(query, [...NARROWED, "from", "to"]);
  const { data, trouble } = useAsk<PlaceMap>(address, EVERY_MS);
  const said = query.get("view");
  const [view, setView] = useState<View>(() => viewOf(said));
  useEffect(() => setView(viewOf(said)), [said]);
  const look = (next: View, settled: boolean) => {
    setView(next);
    if (settled) setQuery({ view: viewText(next) });
  };
  const places = data?.places ?? [];
  const settled = viewOf(said);
  const part = settled.zoom > 1;
  const [west, south, east, north] = degrees(settled);
  const shown = part ? places.filter((p) => p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north) : places;
  const at = query.get("at");
  const chosen = places.find((place) => place.id === at);
  const choose = (id: string) => setQuery({ at: id === at ? null : id });
  const where = at ? "&place=" + encodeURIComponent(at) : part ? "&box=" + [west, south, east, north].map((n) => n.toFixed(3)).join(",") : "";
  const list = useAsk<ListPage>(`/v1/events?limit=${EVENTS}&${asked(query, [...NARROWED, "from", "to"])}${where}`, EVERY_MS);
  const title = at ? (chosen?.name ?? "The chosen place") : part ? "In the visible part" : "Everywhere";
  const table = query.get("as") === "table";
  return (
    <>
      <Panel id="map" title="Where it happens" aside={
        <span class="tools">
          {data && <span class="quiet">{count(data.events)} events, {percent(data.without_place)} without a place</span>}
          <button type="button" aria-pressed={table} onClick={() => setQuery({ as: table ? null : "table" })}>{table ? "Show as map" : "Show as table"}</button>
          <Export name="places" columns={COLUMNS} rows={places} json={address} />
        </span>}>
        <Filters query={query} fields={fields(list.data?.events ?? [], NARROWED)} />
        <Brush query={query} asked={filters} />
        <Trouble text={trouble ?? world.trouble} />
      </Panel>
      <div class="columns">
        <div class="side">
        <section class="panel" aria-label={table ? "Table of all places" : "Map"}>
          {table ? <DataTable<Place> name="order" label="Places" query={query} rows={places} id={(p) => p.id} empty="No place in this time." columns={COLUMNS} /> : (
            <div class="globe">
              <Globe places={places} land={world.data} view={view} chosen={at} onView={look} onChoose={choose} />
              <div class="zoom" role="group" aria-label="Zoom">
                <button type="button" aria-label="Zoom in" onClick={() => look(zoomed(view, FACTOR), true)}>+</button>
                <button type="button" aria-label="Zoom out" disabled={view.zoom === 1} onClick={() => look(zoomed(view, 1 / FACTOR), true)}>−</button>
                <button type="button" disabled={view.zoom === 1} onClick={() => look(WHOLE, true)}>All</button>
              </div>
              {data && places.length === 0 && <p class="empty">No event in this time names a place.</p>}
            </div>
          )}
          {data && data.places_left_out > 0 && <p class="quiet">{count(data.places_left_out)} places with fewer events are left out.</p>}
        </section>
        <Panel id="places" title={part ? "Places in view" : "Places"} aside={<span class="quiet">{count(shown.length)}</span>}>
          <ol class="rows places">{shown.slice(0, LISTED).map((place) => (
            <li key={place.id}><button type="button" class="plain" aria-pressed={place.id === at} onClick={() => choose(place.id)}>{place.name}{place.country && <span class="quiet"> {place.country}</span>}</button>
              <span class="share"><span class="meter" style={{ "--part": place.count / Math.max(1, shown[0]?.count ?? 1) }} /><span>{count(place.count)}</span></span></li>))}</ol>
          {shown.length === 0 && <p class="quiet">None.</p>}
        </Panel>
        </div>
        <div class="side">
          <Panel id="there" title={title} aside={<span class="tools">{at && <button type="button" onClick={() => setQuery({ at: null })}>Everywhere</button>}
            <a href={"/articles?" + asked(query, [...NARROWED, "from", "to", "span"]) + (at ? "&place=" + encodeURIComponent(at) : "")}>All articles</a></span>}>
            <Trouble text={list.trouble} />
            {list.data && <EventList events={list.data.events} brief />}
            {list.data?.events.length === 0 && <p class="quiet">No event here.</p>}
          </Panel>
        </div>
      </div>
    </>
  );
}
