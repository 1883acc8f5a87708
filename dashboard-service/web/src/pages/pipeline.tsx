import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useAsk } from "../lib/api";
import { bytes, count, millis, moment, percent, rate, seconds } from "../lib/format";
import { edgeWidth, mixed } from "../lib/graph";
import { type Range, useHistory } from "../lib/history";
import { layered, type Point } from "../lib/layout";
import { useLive } from "../lib/live";
import { setQuery, type PageProps } from "../lib/router";
import type { FleetMember, Graph, GraphNode, Mark, Streams } from "../lib/types";
import { Chart } from "../ui/chart";
import { StateIcon, StateShape } from "../ui/icon";
import { DataTable, Drawer, Facts, Panel, Pill, Trouble } from "../ui/parts";

const WIDTH = 158;
const TALL = 60;
const BADGE = 18;
const LABEL = 18;
const STORE_LABEL = 15;
/** Narrower than this, the graph runs down the page. */
const NARROW = 700;
const LAST_HOUR: Range = { span: "1h", fixed: null };

interface Drawn {
  width: number;
  height: number;
  nodes: { node: GraphNode; stores: GraphNode[]; x: number; y: number; height: number }[];
  edges: { key: string; path: string }[];
}

function short(text: string, length = LABEL): string {
  return text.length > length ? text.slice(0, length - 1) + "…" : text;
}

function perSecond(value: number | undefined): string {
  return value === undefined ? "not counted" : rate(value) + " / s";
}

/** The second and the third line of a node. `elsewhere` says where a topic comes from or goes on. */
function figures(node: GraphNode, elsewhere = ""): [string, string] {
  if (node.kind === "source") {
    const lag = node.lag_seconds === undefined ? "lag unknown" : node.lag_records ? `${seconds(node.lag_seconds)} behind` : "nothing waits";
    return node.rate === undefined ? [lag, elsewhere] : [`${rate(node.rate)} / s, ${lag}`, elsewhere];
  }
  if (node.rate === undefined) return ["not counted", elsewhere];
  return [`${rate(node.rate)} / s` + (node.p99_ms === undefined ? "" : ` · p99 ${millis(node.p99_ms)}`), elsewhere || `${percent(node.error_share ?? 0)} errors`];
}

function inWords(node: GraphNode): string {
  return `${node.kind} ${node.name}, ${figures(node).filter(Boolean).join(", ")}`;
}

/**
 * Where everything goes. Figures don't move anything: it depends on the shape of the graph alone. Parts that are joined by a topic lie
 * below each other, each from its source on: one after the other they would be several screens long.
 */
function arrange(graph: Graph, down: boolean): Drawn {
  const stores = new Map(graph.nodes.filter((node) => node.kind === "store").map((node) => [node.name, node]));
  // What comes from outside comes first.
  const inner = new Set(graph.edges.filter((edge) => edge.kind === "topic").map((edge) => edge.to));
  const nodes = graph.nodes.filter((node) => node.kind !== "store").sort((a, b) => Number(inner.has(a.id)) - Number(inner.has(b.id)) || a.subtopology - b.subtopology);
  const boxes = nodes.map((node) => {
    const own = node.stores.flatMap((name) => stores.get(name) ?? []);
    return { node, stores: own, height: TALL + own.length * BADGE };
  });
  const layout = layered(
    boxes.map(({ node, height }) => ({ id: node.id, along: down ? height : WIDTH, across: down ? WIDTH : height })),
    graph.edges.filter((edge) => edge.kind === "flow"),
  );
  const xy = (point: Point) => (down ? [point.across, point.along] : [point.along, point.across]).map((value) => value.toFixed(1)).join(" ");
  return {
    width: down ? layout.across : layout.along,
    height: down ? layout.along : layout.across,
    nodes: boxes.map((box) => {
      const { along, across } = layout.boxes.get(box.node.id)!;
      return { ...box, x: down ? across : along, y: down ? along : across };
    }),
    edges: layout.lines.map(({ link, points }) => ({ key: link.from + ">" + link.to, path: curve(points, xy) })),
  };
}

/** Leaves each point in the direction of the flow, and straight along where it passes a layer. */
function curve(points: Point[], xy: (point: Point) => string): string {
  return points.map((point, i) => {
    const last = points[i - 1];
    if (!last) return "M" + xy(point);
    if (last.across === point.across) return "L" + xy(point);
    const middle = (last.along + point.along) / 2;
    return `C${xy({ along: middle, across: last.across })} ${xy({ along: middle, across: point.across })} ${xy(point)}`;
  }).join("");
}

function Drawing({ graph, onChoose }: { graph: Graph; onChoose: (id: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [down, setDown] = useState(() => innerWidth < NARROW);
  useEffect(() => {
    const watch = new ResizeObserver(() => setDown((box.current?.clientWidth ?? NARROW) < NARROW));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const shape = graph.nodes.map((node) => node.id + node.stores.join()).join() + graph.edges.map((edge) => edge.from + edge.to).join();
  const drawn = useMemo(() => arrange(graph, down), [shape, down]);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const rates = new Map(graph.edges.map((edge) => [edge.from + ">" + edge.to, edge.rate]));
  const most = Math.max(0, ...graph.edges.map((edge) => edge.rate ?? 0));
  const through = (node: GraphNode) => {
    const ends = graph.edges.filter((edge) => edge.kind === "topic" && (node.kind === "sink" ? edge.from : edge.to) === node.id)
      .flatMap((edge) => nodes.get(node.kind === "sink" ? edge.to : edge.from)?.subtopology ?? []);
    const parts = [...new Set(ends)].sort((a, b) => a - b).join(", ");
    return parts === "" ? "" : node.kind === "sink" ? `→ read by part ${parts}` : `← written by part ${parts}`;
  };
  const chosen = (id: string) => ({
    onClick: () => onChoose(id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onChoose(id);
    },
  });
  return (
    <div class="scroll" ref={box} role="region" aria-label="Graph of the pipeline; the same is in the tables below" tabIndex={0}>
      <svg class="graph" style={{ "--full": drawn.width + "px" }} width={drawn.width} height={drawn.height} viewBox={`0 0 ${drawn.width} ${drawn.height}`}>
        {drawn.edges.map(({ key, path }) => {
          const flow = rates.get(key);
          return <path key={key} class={"edge" + (flow === undefined ? " unknown" : "")} stroke-width={edgeWidth(flow, most).toFixed(1)} d={path} />;
        })}
        {drawn.nodes.map((one) => {
          const node = nodes.get(one.node.id) ?? one.node;
          const [second, third] = figures(node, through(node));
          return (
            <g key={node.id} transform={`translate(${(one.x - WIDTH / 2).toFixed(1)} ${(one.y - one.height / 2).toFixed(1)})`}>
              <g class={"node is-" + node.kind} data-level={node.state} role="button" tabindex={0} {...chosen(node.id)}>
                <title>{inWords(node)}</title>
                <rect width={WIDTH} height={one.height} rx={node.kind === "step" ? 8 : 22} />
                <g transform="translate(17 18)"><StateShape level={node.state} /></g>
                <text x="29" y="22" class="title">{short(node.name)}</text>
                <text x="12" y="38">{second}</text>
                <text x="12" y="52">{third}</text>
              </g>
              {one.stores.map((store, i) => {
                const now = nodes.get(store.id) ?? store;
                return (
                  <g key={store.id} class="node badge" data-level={now.state} role="button" tabindex={0} transform={`translate(6 ${TALL + i * BADGE - 3})`}
                    {...chosen(now.id)}>
                    <title>{`store ${now.name}, ${count(now.entries)} entries`}</title>
                    <rect width={WIDTH - 12} height={BADGE - 3} rx="4" />
                    <path class="drum" d="M7 5a4 1.6 0 1 0 8 0a4 1.6 0 1 0 -8 0v5a4 1.6 0 1 0 8 0v-5" />
                    <text x="21" y="11">{short(now.name, STORE_LABEL)}</text>
                    <text x={WIDTH - 17} y="11" text-anchor="end">{now.restoring ? "restoring" : now.entries === undefined ? "" : brief(now.entries)}</text>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function brief(value: number): string {
  return value >= 1_000_000 ? (value / 1_000_000).toFixed(1) + " M" : value >= 1_000 ? (value / 1_000).toFixed(value < 10_000 ? 1 : 0) + " k" : count(value);
}

function Mixed({ members }: { members: FleetMember[] }) {
  const found = mixed(members);
  return found.length === 0 ? null : (
    <p class="note-line" data-level="warn"><StateIcon level="warn" /> {found.join("; ")}. Finish the deployment, or look for an instance that was left behind.</p>
  );
}

function named(graph: Graph, ids: string[]): string {
  return [...new Set(ids)].map((id) => graph.nodes.find((node) => node.id === id)?.name ?? id).join(", ");
}

function feeding(graph: Graph, node: GraphNode): string {
  return named(graph, graph.edges.filter((edge) => edge.to === node.id).map((edge) => edge.from));
}

function following(graph: Graph, node: GraphNode): string {
  return named(graph, graph.edges.filter((edge) => edge.from === node.id && edge.kind !== "store").map((edge) => edge.to));
}

interface Work { member: FleetMember; task: string; topic: string; partition: number; lag?: number; lag_ms?: number }

/** Tasks carry the number of their part of the topology before the partition's. */
function work(members: FleetMember[], part: number): Work[] {
  return members.filter((member) => member.state === "alive").flatMap((member) => (member.streams?.tasks ?? [])
    .filter((task) => task.task.split("_")[0] === String(part))
    .flatMap((task) => task.partitions.map((one) => ({ member, task: task.task, ...one }))))
    .sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}

function LastError({ error, member }: { error: NonNullable<Streams["last_error"]>; member: FleetMember }) {
  return (
    <li><span><b>{error.step ?? error.thread}</b> <span class="quiet">{member.instance_id}, {moment(error.at)} UTC</span></span>
      <span class="wide wrap">{error.message}</span></li>
  );
}

function StepDrawer({ node, graph, members, marks, query, theme }: {
  node: GraphNode; graph: Graph; members: FleetMember[]; marks: Mark[]; query: URLSearchParams; theme: string;
}) {
  const isStep = node.kind !== "store" && node.rate !== undefined && node.kind !== "source";
  const metrics = isStep ? [`step.${node.id}.rate`, `step.${node.id}.errors`, `step.${node.id}.p99_ms`] : [];
  const history = useHistory(metrics, LAST_HOUR);
  const runners = members.filter((member) => member.state === "alive" && member.streams);
  const tasks = work(runners, node.subtopology);
  const errors = runners.flatMap((member) => (member.streams?.last_error ? [{ member, error: member.streams.last_error }] : []));
  const behind = node.kind === "source" && node.lag_records !== undefined ? `${count(node.lag_records)} records, ${seconds(node.lag_seconds)}` : undefined;
  const chart = { history, range: LAST_HOUR, marks, query, theme };
  return (
    <Drawer title={node.name} onClose={() => setQuery({ node: null })}>
      <Mixed members={runners} />
      <Facts rows={[
        ["kind", node.kind], ["state", <span class="with-icon"><StateIcon level={node.state} /> {node.state === "ok" ? "in order" : node.state === "warn" ? "to be watched" : "in trouble"}</span>],
        ["records", node.kind === "store" ? undefined : perSecond(node.rate)], ["errors", percent(node.error_share)], ["p99", millis(node.p99_ms)], ["behind", behind],
        ["entries", count(node.entries)], ["size", bytes(node.bytes)], ["restoring", node.restoring && count(node.restoring) + " records left"],
        ["stores", node.stores.join(", ")],
        [node.kind === "store" ? "used by" : "fed by", feeding(graph, node)], ["goes to", following(graph, node)],
      ]} />
      {isStep && <>
        <Chart id="step-rate" title="Last hour" unit="records per second" show={rate} {...chart}
          lines={[{ metric: metrics[0]!, label: "In", hue: "events" }, { metric: metrics[1]!, label: "Errors", hue: "letters" }]} />
        {node.p99_ms !== undefined && <Chart id="step-time" title="Time taken" unit="by powers of ten" show={millis} log {...chart} lines={[{ metric: metrics[2]!, label: "p99", hue: "duplicates" }]} />}
      </>}
      <h3>Tasks of part {node.subtopology}</h3>
      {tasks.length === 0 ? <p class="empty">No instance has taken one.</p> : (
        <div class="scroll" role="region" aria-label="Tasks" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">Task</th><th scope="col" class="text">Topic</th><th scope="col">Partition</th><th scope="col">Lag</th><th scope="col">Behind</th><th scope="col" class="text">Instance</th></tr></thead>
            <tbody>{tasks.map((one) => (
              <tr key={one.member.instance + one.task + one.topic + one.partition}>
                <th scope="row">{one.task}</th><td class="text">{one.topic}</td><td>{one.partition}</td><td>{count(one.lag)}</td>
                <td>{one.lag_ms === undefined ? "–" : seconds(one.lag_ms / 1000)}</td><td class="text">{one.member.instance_id}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <h3>Last exception</h3>
      {errors.length === 0 ? <p class="empty">None since the instances started.</p> : <ul class="rows">{errors.map(({ member, error }) => <LastError key={member.instance} member={member} error={error} />)}</ul>}
      <h3>Instances</h3>
      <ul class="rows">{runners.map((member) => (
        <li key={member.instance}><span><b>{member.instance_id}</b> <span class="quiet">version {member.version}, topology {member.topology_version ?? "not told yet"}</span></span>
          <Pill level={member.streams?.state === "RUNNING" ? "ok" : "warn"} text={(member.streams?.state ?? "").toLowerCase()} /></li>
      ))}</ul>
    </Drawer>
  );
}

function level(member: FleetMember): string {
  return member.state === "gone" ? "bad" : member.state === "stopped" || member.status !== "up" ? "warn" : "ok";
}

function Fleet({ members, query }: { members: FleetMember[]; query: URLSearchParams }) {
  return (
    <Panel id="instances" title="Instances">
      <Mixed members={members} />
      <DataTable<FleetMember> name="by" label="Instances" query={query} rows={members} id={(m) => m.instance + m.started_at} empty="No instance was heard yet: each tells of itself once a second." columns={[
        { key: "service", title: "Service", cell: (m) => m.service, sort: (m) => m.service },
        { key: "instance", title: "Instance", text: true, cell: (m) => m.instance_id, sort: (m) => m.instance_id },
        { key: "state", title: "State", text: true, cell: (m) => <><Pill level={level(m)} text={m.state === "alive" ? m.status : m.state} />{m.silent_ms !== undefined && <span class="quiet"> silent for {seconds(m.silent_ms / 1000)}</span>}{m.detail && <span class="quiet clip"> {m.detail}</span>}</>, sort: (m) => m.state },
        { key: "version", title: "Version", text: true, cell: (m) => m.version, sort: (m) => m.version },
        { key: "topology", title: "Topology", text: true, cell: (m) => m.topology_version ?? "–" },
        { key: "tasks", title: "Tasks", cell: (m) => m.streams ? count(m.streams.tasks.length + m.streams.tasks_left_out) : "–" },
        { key: "rebalances", title: "Rebalances", cell: (m) => m.streams ? count(m.streams.rebalances) : "–" },
        { key: "died", title: "Threads died", cell: (m) => m.streams ? count(m.streams.threads_died) : "–" },
        { key: "heap", title: "Heap", cell: (m) => bytes(m.jvm?.heap_used), sort: (m) => m.jvm?.heap_used ?? -1 },
        { key: "since", title: "Since (UTC)", cell: (m) => moment(m.started_at), sort: (m) => m.started_at },
      ]} />
    </Panel>
  );
}

export function Pipeline({ query, theme }: PageProps) {
  const all = query.get("nodes") === "all";
  const { data, trouble } = useAsk<Graph>("/v1/topology" + (all ? "?nodes=all" : ""), 2_000);
  const fleet = useAsk<{ instances: FleetMember[] }>("/v1/instances", 2_000);
  const marks = useAsk<{ marks: Mark[] }>("/v1/marks", 60_000);
  const steps = useLive((live) => live.pulse?.steps) ?? [];
  const members = fleet.data?.instances ?? [];
  const chosen = data?.nodes.find((node) => node.id === query.get("node"));
  const choose = (id: string) => setQuery({ node: id });
  const drawn = new Set(data?.nodes.map((node) => node.id));
  const others = steps.filter((step) => !drawn.has(step.step));
  return (
    <>
      <Panel id="pipeline" title="Pipeline" aside={
        <span class="tools">{data?.version && <span class="quiet">topology {data.version}</span>}
          <button type="button" aria-pressed={all} onClick={() => setQuery({ nodes: all ? null : "all" })}>All nodes</button></span>}>
        <Trouble text={trouble} />
        {data?.detail && <p class="empty">{data.detail}</p>}
        {data && data.nodes.length > 0 && <>
          <Drawing graph={data} onChoose={choose} />
          <p class="legend quiet">
            {(["ok", "warn", "bad"] as const).map((state) => <span key={state} class="with-icon"><StateIcon level={state} /> {{ ok: "in order", warn: "1 % errors or 10 s behind", bad: "20 % errors or 60 s behind" }[state]}</span>)}
            <span>the wider a line, the more goes along it; dashed lines are not counted</span>
          </p>
        </>}
      </Panel>
      {data && data.nodes.length > 0 && <>
        <Panel id="nodes" title="Steps and topics">
          <DataTable<GraphNode> name="order" label="Steps and topics" query={query} rows={data.nodes.filter((node) => node.kind !== "store")} id={(node) => node.id} empty="" columns={[
            { key: "name", title: "Node", cell: (n) => <span class="with-icon"><StateIcon level={n.state} /> <button type="button" class="plain link" onClick={() => choose(n.id)}>{n.name}</button></span>, sort: (n) => n.name },
            { key: "kind", title: "Kind", text: true, cell: (n) => n.kind, sort: (n) => n.kind },
            { key: "part", title: "Part", cell: (n) => n.subtopology, sort: (n) => n.subtopology },
            { key: "rate", title: "Records / s", cell: (n) => rate(n.rate), sort: (n) => n.rate ?? -1 },
            { key: "errors", title: "Errors", cell: (n) => percent(n.error_share), sort: (n) => n.error_share ?? -1 },
            { key: "p99", title: "p99", cell: (n) => millis(n.p99_ms), sort: (n) => n.p99_ms ?? -1 },
            { key: "lag", title: "Behind", cell: (n) => seconds(n.lag_seconds), sort: (n) => n.lag_seconds ?? -1 },
            { key: "waiting", title: "Waiting", cell: (n) => count(n.lag_records), sort: (n) => n.lag_records ?? -1 },
            { key: "to", title: "Goes to", text: true, cell: (n) => <span class="wrap">{following(data, n) || "–"}</span> },
          ]} />
        </Panel>
        <Panel id="stores" title="Stores">
          <DataTable<GraphNode> name="stores" label="Stores" query={query} rows={data.nodes.filter((node) => node.kind === "store")} id={(node) => node.id} empty="This topology keeps no state." columns={[
            { key: "name", title: "Store", cell: (n) => <span class="with-icon"><StateIcon level={n.state} /> <button type="button" class="plain link" onClick={() => choose(n.id)}>{n.name}</button></span>, sort: (n) => n.name },
            { key: "users", title: "Used by", text: true, cell: (n) => feeding(data, n) },
            { key: "entries", title: "Entries", cell: (n) => count(n.entries), sort: (n) => n.entries ?? -1 },
            { key: "size", title: "Size", cell: (n) => bytes(n.bytes), sort: (n) => n.bytes ?? -1 },
            { key: "restoring", title: "To be restored", cell: (n) => count(n.restoring ?? 0), sort: (n) => n.restoring ?? 0 },
          ]} />
        </Panel>
      </>}
      <Fleet members={members} query={query} />
      {others.length > 0 && (
        <Panel id="others" title="Steps outside the graph" aside={<span class="quiet">ingest and this dashboard</span>}>
          <DataTable name="steps" label="Steps outside the graph" query={query} rows={others} id={(step) => step.step} empty="" columns={[
            { key: "step", title: "Step", cell: (s) => s.step, sort: (s) => s.step },
            { key: "rate", title: "Records / s", cell: (s) => rate(s.rate), sort: (s) => s.rate ?? -1 },
            { key: "errors", title: "Errors", cell: (s) => percent(s.error_share), sort: (s) => s.error_share ?? -1 },
            { key: "p99", title: "p99", cell: (s) => millis(s.p99_ms), sort: (s) => s.p99_ms ?? -1 },
          ]} />
        </Panel>
      )}
      {chosen && data && <StepDrawer node={chosen} graph={data} members={members} marks={marks.data?.marks ?? []} query={query} theme={theme} />}
    </>
  );
}
