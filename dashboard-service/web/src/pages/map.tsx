import { geoNaturalEarth1, geoPath } from "d3-geo";
import { useEffect, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { count, moment, percent } from "../lib/format";
import { setQuery } from "../lib/router";
import { DataTable, Filters, Panel, Trouble } from "../ui/parts";
import { asked, FILTERS } from "./articles";

interface Place { id: string; name: string; country?: string; lat: number; lon: number; count: number; share?: number }
type World = Parameters<typeof feature>[0];

const WIDTH = 960;
const HEIGHT = 480;
const HOUR_MS = 3_600_000;
const HOURS = 24;
const TABLE_ROWS = 100;

/** From and to as hours before now, chosen on a scale of the last day. */
function Brush({ query }: { query: URLSearchParams }) {
  const ago = (name: string, otherwise: number) => {
    const at = query.get(name);
    return at ? Math.min(HOURS, Math.max(0, Math.round((Date.now() - Date.parse(at)) / HOUR_MS))) : otherwise;
  };
  const from = ago("from", HOURS);
  const to = ago("to", 0);
  const set = (name: string, hours: number, none: number) => setQuery({ [name]: hours === none ? null : new Date(Date.now() - hours * HOUR_MS).toISOString() });
  return (
    <div class="brush">
      <label><span>From {from} h ago</span><input type="range" min={0} max={HOURS} value={HOURS - from}
        onChange={(event) => set("from", Math.max(HOURS - event.currentTarget.valueAsNumber, to + 1), HOURS)} /></label>
      <label><span>To {to === 0 ? "now" : to + " h ago"}</span><input type="range" min={0} max={HOURS} value={HOURS - to}
        onChange={(event) => set("to", Math.min(HOURS - event.currentTarget.valueAsNumber, from - 1), 0)} /></label>
      {(query.get("from") || query.get("to")) && <span class="quiet">{query.get("from") && "from " + moment(query.get("from"))} {query.get("to") && "to " + moment(query.get("to"))} UTC</span>}
    </div>
  );
}

export function MapPage({ query }: PageProps) {
  const [land, setLand] = useState<string | null>(null);
  const world = useAsk<World>("/assets/world.json");
  const { data, trouble } = useAsk<{ places: Place[]; without_place?: number }>("/v1/map?" + asked(query, [...FILTERS.map((f) => f.name), "from", "to"]), 10_000);
  const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
  useEffect(() => {
    const countries = world.data?.objects["countries"];
    if (world.data && countries) setLand(geoPath(projection)(feature(world.data, countries)));
  }, [world.data]);
  const places = data?.places ?? [];
  const most = Math.max(1, ...places.map((place) => place.count));
  return (
    <Panel id="map" title="Where it happens" aside={data && <span class="quiet">{count(places.length)} places, {percent(data.without_place)} of the events without one</span>}>
      <Filters query={query} fields={FILTERS.filter((f) => f.name !== "title" && f.name !== "status")} />
      <Brush query={query} />
      <Trouble text={trouble ?? world.trouble} />
      <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="Map of the places, the figures are in the table">
        {land && <path class="land" d={land} />}
        {[...places].sort((a, b) => b.count - a.count).map((place) => {
          const at = projection([place.lon, place.lat]);
          return at && (
            <a key={place.id} href={"/articles?place=" + encodeURIComponent(place.name)} aria-label={`${place.name}: ${place.count}`}>
              <circle cx={at[0].toFixed(1)} cy={at[1].toFixed(1)} r={(2.5 + 16 * Math.sqrt(place.count / most)).toFixed(1)}><title>{`${place.name}: ${count(place.count)}`}</title></circle>
            </a>
          );
        })}
      </svg>
      <DataTable<Place> name="order" label="Places" query={query} rows={places.slice(0, TABLE_ROWS)} id={(p) => p.id} empty="No place in this time." columns={[
        { key: "place", title: "Place", cell: (p) => <a href={"/articles?place=" + encodeURIComponent(p.name)}>{p.name}</a>, sort: (p) => p.name },
        { key: "country", title: "Country", text: true, cell: (p) => p.country, sort: (p) => p.country ?? "" },
        { key: "count", title: "Events", cell: (p) => count(p.count), sort: (p) => p.count },
        { key: "share", title: "Share", cell: (p) => percent(p.share), sort: (p) => p.share ?? 0 },
      ]} />
    </Panel>
  );
}
