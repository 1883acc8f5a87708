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
export interface Instance { instance_id?: string; instance?: string; service: string; version: string; status: string; state?: string; detail?: string; started_at: string }
export interface Overview {
  at: string; reading: { status: string; detail?: string }; totals: Counts; rates: Record<string, Flow>;
  history: { flows: Flow[]; in_flight: number[] }; ledger?: LedgerPage; instances: Instance[]; unreadable: Record<string, number>;
  recent_events?: EventSummary[]; recent_duplicates?: DuplicateSummary[]; recent_dead_letters?: DeadLetterSummary[];
}
export type Level = "ok" | "warn" | "bad";
export interface Verdict { level: Level; sentence: string; reasons: { code: string; level?: Level; text: string; link?: string }[] }
export interface Mark { at: string; kind: string; instance?: string; text: string }
export interface StepFigures { step: string; rate?: number; errors?: number; p99_ms?: number }
export interface Pulse { at: string; verdict: Verdict; now: Record<string, number | null>; lag_trend?: number; steps: StepFigures[]; instances: Instance[]; last_mark?: Mark }
export interface SeriesWindow { step_seconds: number; start: number; values: Record<string, (number | null)[]> }
export interface GraphNode {
  id: string; name: string; kind: "source" | "step" | "store" | "sink"; stores?: string[]; rate?: number; error_share?: number; p99_ms?: number;
  lag_records?: number; lag_seconds?: number; entries?: number; bytes?: number; restoring?: number; state?: Level;
}
export interface Graph { version?: string; detail?: string; nodes: GraphNode[]; edges: { from: string; to: string; kind?: string; rate?: number }[] }
