import dagre from "@dagrejs/dagre";
import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { bytes, count, millis, percent, rate, seconds } from "../lib/format";
import { setQuery } from "../lib/router";
import type { Graph, GraphNode } from "../lib/types";
import { Chart } from "../ui/chart";
import { DataTable, Drawer, Facts, Panel, Pill, Trouble } from "../ui/parts";

const WIDTH = 168;
const HEIGHT = 46;
const LABEL = 24;

function figure(node: GraphNode): string {
  if (node.kind === "source") return node.lag_seconds === undefined ? "lag unknown" : "lag " + seconds(node.lag_seconds);
  if (node.kind === "store") return node.entries === undefined ? bytes(node.bytes) : count(node.entries) + " entries";
  return rate(node.rate) + " / s" + (node.p99_ms === undefined ? "" : " · p99 " + millis(node.p99_ms));
}

function short(text: string): string {
  return text.length > LABEL ? text.slice(0, LABEL - 1) + "…" : text;
}

function Drawing({ graph, onChoose }: { graph: Graph; onChoose: (id: string) => void }) {
  const layout = new dagre.graphlib.Graph();
  layout.setGraph({ rankdir: "LR", nodesep: 14, ranksep: 42, marginx: 8, marginy: 8 });
  layout.setDefaultEdgeLabel(() => ({}));
  graph.nodes.forEach((node) => layout.setNode(node.id, { width: WIDTH, height: HEIGHT }));
  graph.edges.filter((edge) => layout.hasNode(edge.from) && layout.hasNode(edge.to)).forEach((edge) => layout.setEdge(edge.from, edge.to));
  dagre.layout(layout);
  const size = layout.graph() as { width?: number; height?: number };
  const edges = graph.edges.filter((edge) => layout.hasEdge(edge.from, edge.to));
  const points = (from: string, to: string) => (layout.edge(from, to) as unknown as { points: { x: number; y: number }[] }).points;
  return (
    <div class="scroll" role="region" aria-label="Graph of the pipeline" tabIndex={0}>
      <svg class="graph" width={size.width ?? 0} height={size.height ?? 0} viewBox={`0 0 ${size.width ?? 0} ${size.height ?? 0}`}>
        {edges.map((edge) => (
          <path key={edge.from + ">" + edge.to} class={"edge " + (edge.kind ?? "")}
            stroke-width={1 + Math.min(4, Math.log10(1 + (edge.rate ?? 0)))}
            d={points(edge.from, edge.to).map((p, i) => `${i ? "L" : "M"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("")} />
        ))}
        {graph.nodes.map((node) => {
          const at = layout.node(node.id) as { x: number; y: number };
          return (
            <g key={node.id} class={`node ${node.kind}`} data-level={node.state ?? "ok"} role="button" tabIndex={0}
              aria-label={`${node.kind} ${node.name}, ${figure(node)}`} transform={`translate(${at.x - WIDTH / 2} ${at.y - HEIGHT / 2})`}
              onClick={() => onChoose(node.id)}
              onKeyDown={(event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); onChoose(node.id); } }}>
              <rect width={WIDTH} height={HEIGHT} rx={node.kind === "store" ? 20 : 6} />
              <text x="12" y="19" class="title">{short(node.name)}</text>
              <text x="12" y="35">{figure(node)}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export function Pipeline({ query, theme }: PageProps) {
  const all = query.get("nodes") === "all";
  const { data, trouble } = useAsk<Graph>("/v1/topology" + (all ? "?nodes=all" : ""), 2_000);
  const table = query.get("as") === "table";
  const chosen = data?.nodes.find((node) => node.id === query.get("node"));
  const choose = (id: string) => setQuery({ node: id });
  const from = new Date(Math.floor(Date.now() / 600_000) * 600_000 - 3_600_000).toISOString();
  return (
    <>
      <Panel id="pipeline" title="Pipeline" aside={
        <span class="tools"><span class="quiet">{data?.version}</span>
          <button type="button" aria-pressed={all} onClick={() => setQuery({ nodes: all ? null : "all" })}>All nodes</button>
          <button type="button" aria-pressed={table} onClick={() => setQuery({ as: table ? null : "table" })}>Show as table</button></span>}>
        <Trouble text={trouble} />
        {data?.detail && <p class="quiet">{data.detail}</p>}
        {data && !table && data.nodes.length > 0 && <Drawing graph={data} onChoose={choose} />}
        {data && table && (
          <DataTable<GraphNode> name="order" label="Nodes" query={query} rows={data.nodes} id={(node) => node.id} empty="No topology was published yet." columns={[
            { key: "name", title: "Node", cell: (n) => <button type="button" class="plain link" onClick={() => choose(n.id)}>{n.name}</button>, sort: (n) => n.name },
            { key: "kind", title: "Kind", text: true, cell: (n) => n.kind, sort: (n) => n.kind },
            { key: "rate", title: "Records / s", cell: (n) => rate(n.rate), sort: (n) => n.rate ?? -1 },
            { key: "errors", title: "Errors", cell: (n) => percent(n.error_share), sort: (n) => n.error_share ?? -1 },
            { key: "p99", title: "p99", cell: (n) => millis(n.p99_ms), sort: (n) => n.p99_ms ?? -1 },
            { key: "lag", title: "Lag", cell: (n) => seconds(n.lag_seconds), sort: (n) => n.lag_seconds ?? -1 },
            { key: "entries", title: "Entries", cell: (n) => count(n.entries), sort: (n) => n.entries ?? -1 },
          ]} />
        )}
      </Panel>
      {chosen && (
        <Drawer title={chosen.name} onClose={() => setQuery({ node: null })}>
          <Facts rows={[["kind", chosen.kind], ["state", <Pill level={chosen.state ?? "ok"} text={chosen.state ?? "ok"} />], ["records / s", rate(chosen.rate)],
            ["errors", percent(chosen.error_share)], ["p99", millis(chosen.p99_ms)], ["records behind", count(chosen.lag_records)], ["lag", seconds(chosen.lag_seconds)],
            ["entries", count(chosen.entries)], ["size", bytes(chosen.bytes)], ["restoring", chosen.restoring && count(chosen.restoring)], ["stores", chosen.stores?.join(", ")],
            ["read from", data?.edges.filter((edge) => edge.to === chosen.id).map((edge) => edge.from).join(", ")],
            ["goes to", data?.edges.filter((edge) => edge.from === chosen.id).map((edge) => edge.to).join(", ")]]} />
          {chosen.kind === "step" && <Chart id="step" title="Last hour" unit="records / s, ms" theme={theme} from={from} marks={[]}
            metrics={[`step.${chosen.name}.rate`, `step.${chosen.name}.p99_ms`]} />}
        </Drawer>
      )}
    </>
  );
}
