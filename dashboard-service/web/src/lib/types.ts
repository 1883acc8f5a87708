/** The server's answers, as far as the pages use them; absent fields are absent on the wire. */
export interface Counts { raw: number; events: number; duplicates: number; resends: number; dead_letters: number; in_flight: number }
export interface Flow { raw: number; events: number; duplicates: number; resends: number; dead_letters: number }
export interface LedgerRow extends Counts { source_id: string; balanced: boolean; updated_at: string }
export interface LedgerPage { rows: LedgerRow[]; matching: number; sources: number; unbalanced: number; left_out: number }
export interface RecordPosition { topic: string; partition: number; offset: number; at: string }
export interface EventSummary {
  event_id: string; article_id: string; revision: number; status: string; duplicate_of?: string; received_at: string; published_at?: string;
  language?: string; source_id?: string; source_name?: string; url?: string; title?: string; summary?: string; word_count?: number;
  keywords?: string[]; entities?: { type?: string; name: string; mentions?: number }[]; primary_country?: string; duplicates_seen?: number;
  record?: RecordPosition;
}
export interface DeadLetterSummary { article_id?: string; source_id?: string; step: string; reason: string; message?: string; received_at?: string; record: RecordPosition }
export interface DuplicateSummary { article_id: string; original_id: string; kind: string; similarity: number; source_id?: string; title?: string; record: RecordPosition }
export interface Task { task: string; partitions: { topic: string; partition: number; lag?: number; lag_ms?: number }[] }
export interface Streams {
  state: string; threads_alive: number; threads_died: number; rebalances: number; last_rebalance_at?: string; tasks: Task[]; tasks_left_out: number;
  restoring: { store: string; partition: number; remaining: number }[]; stores: { store: string; entries?: number; bytes?: number }[];
  last_error?: { at: string; step?: string; thread?: string; message?: string };
}
export interface Instance { instance: string; service: string; state: "alive" | "gone" | "stopped"; version: string; status: string; started_at: string }
export interface FleetMember extends Instance {
  instance_id: string; detail?: string; silent_ms?: number; topology_version?: string; streams?: Streams;
  jvm?: { cpu_ms: number; heap_used: number; heap_max?: number; gc_ms: number; threads: number };
}
export interface Overview {
  at: string; reading: { status: string; detail?: string }; totals: Counts; rates: Record<string, Flow>;
  history: { flows: Flow[]; in_flight: number[] }; ledger: LedgerPage; unreadable: Record<string, number>; events_left_out: number;
  recent_events?: EventSummary[]; recent_duplicates?: DuplicateSummary[]; recent_dead_letters?: DeadLetterSummary[];
}
export interface ArticleFate {
  article_id: string; status: "event" | "duplicate" | "dead_letter";
  event?: { status: string; revision: number; duplicate_of?: string; record: RecordPosition };
  duplicate?: { original_id: string; kind: string; similarity: number; revision: number; version: number; record: RecordPosition };
  dead_letter?: { step: string; reason: string; message?: string; record: RecordPosition };
}
export type Level = "ok" | "warn" | "bad";
export interface Verdict { level: Level; sentence: string; reasons: { code: string; level: Level; text: string; link: string }[] }
export interface Mark { at: string; kind: "start" | "stop" | "rebalance" | "deploy"; instance: string; text: string }
export interface StepFigures { step: string; rate?: number; errors?: number; error_share?: number; p99_ms?: number }
export interface Pulse { at: string; verdict: Verdict; now: Record<string, number | null>; lag_trend?: number; steps: StepFigures[]; instances: Instance[]; last_mark?: Mark }
export interface SeriesWindow { step_seconds: number; start: number; values: Record<string, (number | null)[]> }
export interface GraphNode {
  id: string; name: string; kind: "source" | "step" | "store" | "sink"; subtopology: number; stores: string[]; rate?: number; error_share?: number; p99_ms?: number;
  lag_records?: number; lag_seconds?: number; entries?: number; bytes?: number; restoring?: number; state: Level;
}
export interface Graph { version?: string; detail?: string; nodes: GraphNode[]; edges: { from: string; to: string; kind: "flow" | "topic" | "store"; rate?: number }[] }
export interface Alert {
  id: string; rule: string; subject?: string; state: "pending" | "firing" | "resolved"; severity: "page" | "ticket" | "info"; value: number;
  summary: string; note?: string; page: string; since: string; fired_at?: string; ended_at?: string;
}
export interface AlertRule {
  name: string; condition: string; threshold: string; for_seconds: number; keep_firing_for_seconds: number; severity: "page" | "ticket" | "info";
  note?: string; measured: boolean; pending: number; firing: number; left_out: number;
}
export interface AlertsPage {
  at: string; rules: AlertRule[]; alerts: Alert[]; ended: Alert[];
  webhook?: { receiver: string; waiting: number; delivered: number; failed: number; dropped: number; last_delivered_at?: string; last_error?: string };
}
