import { useAsk } from "../lib/api";
import { count, moment, seconds } from "../lib/format";
import type { PageProps } from "../lib/router";
import type { Alert, AlertRule, AlertsPage } from "../lib/types";
import { StateIcon } from "../ui/icon";
import { DataTable, Facts, Panel, Pill, Trouble } from "../ui/parts";

const SHOWN_ENDED = 50;

function level(alert: Alert): "ok" | "warn" | "bad" {
  return alert.state === "resolved" ? "ok" : alert.state === "firing" && alert.severity === "page" ? "bad" : "warn";
}

function spaced(name: string): string {
  return name.replaceAll("-", " ");
}

/** Pages come from the rules' file: only those of this dashboard are linked. */
function Summary({ alert }: { alert: Alert }) {
  return alert.page.startsWith("/") && !alert.page.startsWith("//") ? <a href={alert.page}>{alert.summary}</a> : <>{alert.summary}</>;
}

function AlertRow({ alert }: { alert: Alert }) {
  return (
    <li data-level={level(alert)}>
      <span class="with-icon"><StateIcon level={level(alert)} />
        <span><b><Summary alert={alert} /></b> <span class="quiet">{spaced(alert.rule)}{alert.subject && <>, {alert.subject}</>}, since {moment(alert.since)} UTC{alert.fired_at && alert.state === "firing" && <>, firing since {moment(alert.fired_at)}</>}</span></span></span>
      <span class="tools"><span class="tag">{alert.severity}</span><Pill level={level(alert)} text={alert.state} /></span>
      {alert.note && <span class="quiet wide">{alert.note}</span>}
    </li>
  );
}

function RuleState({ rule }: { rule: AlertRule }) {
  if (rule.firing > 0) return <Pill level={rule.severity === "page" ? "bad" : "warn"} text={count(rule.firing) + " firing"} />;
  if (rule.pending > 0) return <Pill level="warn" text={count(rule.pending) + " pending"} />;
  return rule.measured ? <Pill level="ok" text="quiet" /> : <span class="quiet">not measured yet</span>;
}

export function Alerts({ query }: PageProps) {
  const { data, trouble } = useAsk<AlertsPage>("/v1/alerts", 2_000);
  const firing = data?.alerts.filter((alert) => alert.state === "firing") ?? [];
  const pending = data?.alerts.filter((alert) => alert.state === "pending") ?? [];
  const webhook = data?.webhook;
  return (
    <>
      <Panel id="alerts" title="Firing">
        <Trouble text={trouble} />
        {data && firing.length === 0 && <p class="calm"><StateIcon level="ok" /> Nothing is firing. {count(data.rules.length)} rules are looked at once a second.</p>}
        {firing.length > 0 && <ul class="rows alerts">{firing.map((alert) => <AlertRow key={alert.id} alert={alert} />)}</ul>}
      </Panel>
      {pending.length > 0 && (
        <Panel id="pending" title="Pending" aside={<span class="quiet">the condition holds, but not for long enough yet</span>}>
          <ul class="rows alerts">{pending.map((alert) => <AlertRow key={alert.id} alert={alert} />)}</ul>
        </Panel>
      )}
      <Panel id="rules" title="Rules" aside={<span class="quiet">from dateline.dashboard.alerts.file, or those that come with the program</span>}>
        {data && <DataTable<AlertRule> name="order" label="Rules" query={query} rows={data.rules} id={(r) => r.name} empty="There are no rules: the file switches all of them off." columns={[
          { key: "name", title: "Rule", cell: (r) => spaced(r.name), sort: (r) => r.name },
          { key: "state", title: "State", text: true, cell: (r) => <><RuleState rule={r} />{r.left_out > 0 && <span class="quiet"> {count(r.left_out)} more</span>}</>, sort: (r) => -r.firing * 1000 - r.pending },
          { key: "condition", title: "Condition", text: true, cell: (r) => spaced(r.condition), sort: (r) => r.condition },
          { key: "threshold", title: "Threshold", cell: (r) => r.threshold || "–" },
          { key: "for", title: "For", cell: (r) => seconds(r.for_seconds), sort: (r) => r.for_seconds },
          { key: "severity", title: "Severity", text: true, cell: (r) => r.severity, sort: (r) => ["page", "ticket", "info"].indexOf(r.severity) },
          { key: "note", title: "What to do", text: true, cell: (r) => <span class="wrap">{r.note}</span> },
        ]} />}
      </Panel>
      <div class="columns even">
        <Panel id="ended" title="Resolved lately">
          {data && data.ended.length === 0 && <p class="empty">None since this dashboard started.</p>}
          <ul class="rows">{data?.ended.slice(0, SHOWN_ENDED).map((alert) => (
            <li key={alert.id + alert.ended_at}><span><Summary alert={alert} /> <span class="quiet">{spaced(alert.rule)}</span></span>
              <span class="quiet">{moment(alert.since)} to {moment(alert.ended_at)}</span></li>
          ))}</ul>
        </Panel>
        <Panel id="webhook" title="Webhook">
          {webhook ? <>
            <p class="with-icon"><StateIcon level={webhook.last_error ? "bad" : "ok"} /> {webhook.last_error ? "The last attempt failed." : webhook.delivered > 0 ? "The last delivery went well." : "Nothing was to be delivered yet."}</p>
            <Facts rows={[["receiver", webhook.receiver], ["waiting", count(webhook.waiting)], ["delivered", count(webhook.delivered)], ["given up", count(webhook.failed)],
              ["left out", count(webhook.dropped)], ["last delivered", webhook.last_delivered_at && moment(webhook.last_delivered_at) + " UTC"], ["last error", webhook.last_error]]} />
          </> : data && <p class="empty">No receiver is set: <code>dateline.dashboard.alerts.webhook.url</code> names one. Alerts are shown here and at <code>/metrics</code> all the same.</p>}
        </Panel>
      </div>
    </>
  );
}
