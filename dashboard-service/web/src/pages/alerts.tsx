import type { PageProps } from "../app";
import { useAsk } from "../lib/api";
import { count, moment, seconds, words } from "../lib/format";
import { DataTable, Facts, Panel, Pill, Trouble } from "../ui/parts";

interface Alert { id: string; rule: string; subject?: string; state: string; severity: string; summary: string; note?: string; page?: string; since: string; fired_at?: string; ended_at?: string }
interface Rule { name: string; condition: string; threshold: string; for_seconds: number; severity: string; note?: string; measured: boolean; pending: number; firing: number }
interface Webhook { receiver?: string; waiting: number; delivered: number; failed: number; dropped: number; last_delivered_at?: string; last_error?: string }

function level(alert: Alert): string {
  return alert.state === "firing" ? (alert.severity === "critical" ? "bad" : "warn") : "ok";
}

/** Pages come from the rules' file: only those of this dashboard are linked. */
function Summary({ alert }: { alert: Alert }) {
  return alert.page?.startsWith("/") && !alert.page.startsWith("//") ? <a href={alert.page}>{alert.summary}</a> : <>{alert.summary}</>;
}

export function Alerts({ query }: PageProps) {
  const { data, trouble } = useAsk<{ rules: Rule[]; alerts: Alert[]; ended?: Alert[]; webhook?: Webhook }>("/v1/alerts", 2_000);
  return (
    <>
      <Panel id="alerts" title="Alerts">
        <Trouble text={trouble} />
        {data && data.alerts.length === 0 && <p class="quiet">Nothing is pending or firing.</p>}
        <ul class="rows">{data?.alerts.map((alert) => (
          <li key={alert.id}><span><b>{words(alert.rule)}</b> <Summary alert={alert} /> <span class="quiet">since {moment(alert.since)} UTC</span></span>
            <Pill level={level(alert)} text={alert.state} />{alert.note && <span class="quiet wide">{alert.note}</span>}</li>))}</ul>
      </Panel>
      <Panel id="rules" title="Rules">
        {data && <DataTable<Rule> name="order" label="Rules" query={query} rows={data.rules} id={(r) => r.name} empty="There are no rules." columns={[
          { key: "name", title: "Rule", cell: (r) => r.name, sort: (r) => r.name },
          { key: "state", title: "State", text: true, cell: (r) => r.firing > 0 ? <Pill level="bad" text="firing" /> : r.pending > 0 ? <Pill level="warn" text="pending" /> : r.measured ? <Pill level="ok" text="quiet" /> : <span class="quiet">not measured yet</span> },
          { key: "condition", title: "Condition", text: true, cell: (r) => words(r.condition) },
          { key: "threshold", title: "Threshold", cell: (r) => r.threshold },
          { key: "for", title: "For", cell: (r) => seconds(r.for_seconds), sort: (r) => r.for_seconds },
          { key: "severity", title: "Severity", text: true, cell: (r) => r.severity, sort: (r) => r.severity },
          { key: "note", title: "What it means", text: true, cell: (r) => <span class="clip">{r.note}</span> },
        ]} />}
      </Panel>
      <div class="columns even">
        <Panel id="ended" title="Ended lately">
          {!data?.ended?.length && <p class="quiet">None.</p>}
          <ul class="rows">{data?.ended?.map((alert) => <li key={alert.id + alert.ended_at}><span>{alert.summary} <span class="quiet">{words(alert.rule)}</span></span><span class="quiet">{moment(alert.ended_at)}</span></li>)}</ul>
        </Panel>
        <Panel id="webhook" title="Webhook">
          {data?.webhook?.receiver ? <Facts rows={[["receiver", data.webhook.receiver], ["waiting", count(data.webhook.waiting)], ["delivered", count(data.webhook.delivered)], ["failed", count(data.webhook.failed)],
            ["dropped", count(data.webhook.dropped)], ["last delivered", moment(data.webhook.last_delivered_at)], ["last error", data.webhook.last_error]]} />
            : <p class="quiet">No receiver is set.</p>}
        </Panel>
      </div>
    </>
  );
}
