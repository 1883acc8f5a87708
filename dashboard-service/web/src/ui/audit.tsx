import { useAsk } from "../lib/api";
import { moment } from "../lib/format";
import { DataTable, Panel, Trouble } from "./parts";

interface Entry { at: string; actor: string; action: string; target: string; outcome: string }

const ROWS = 50;
const EVERY_MS = 10_000;

/** Who changed what, the last of it. */
export function AuditList({ query, turn }: { query: URLSearchParams; turn: number }) {
  const { data, trouble } = useAsk<{ entries: Entry[] }>("/v1/audit?limit=" + ROWS, EVERY_MS, turn);
  return (
    <Panel id="audit" title="Audit" aside={<a href="/v1/audit?limit=500">JSON</a>}>
      <Trouble text={trouble} />
      {data && <DataTable<Entry> name="audit" label="Audit" query={query} rows={data.entries} id={(e) => e.at + e.action + e.target} empty="Nothing has been changed yet." columns={[
        { key: "at", title: "At (UTC)", cell: (e) => moment(e.at), sort: (e) => e.at },
        { key: "action", title: "Action", text: true, cell: (e) => e.action, sort: (e) => e.action },
        { key: "target", title: "What", text: true, cell: (e) => <code class="clip">{e.target}</code>, sort: (e) => e.target },
        { key: "outcome", title: "Outcome", text: true, cell: (e) => <span class="clip" title={e.outcome}>{e.outcome}</span> },
        { key: "actor", title: "Key", text: true, cell: (e) => <code>{e.actor}</code>, sort: (e) => e.actor },
      ]} />}
    </Panel>
  );
}
