/** What the server says of articles, places and trends; absent fields are absent on the wire. */
export interface Named { key: string; name: string }
export interface Line {
  article_id: string; revision: number; status: string; duplicate_of?: string; received_at: string; published_at?: string; source_id?: string;
  language?: string; title?: string; country?: string; place?: { id: string; name: string; country?: string }; topics: Named[]; entities: Named[]; copies: number;
}
export interface ListPage { events: Line[]; next?: string; held: number; since?: string; complete: boolean }
export interface Place { id: string; name: string; country?: string; lat: number; lon: number; count: number; share: number }
export interface PlaceMap { places: Place[]; places_left_out: number; events: number; without_place: number }
export interface EventTimes { start: string; bar_seconds: number; counts: number[] }
export interface Trend { key: string; name: string; count: number; share: number; before_share?: number; burst?: number; series: number[] }
export interface TrendPage { rows: Trend[]; events: number; events_before: number; point_seconds: number; exact_up_to: number }

export interface Found { field?: string; start?: number; end?: number; term?: string; surface?: string; from?: string; count?: number; weight?: number }
export interface NewsEvent {
  event_id: string; article_id: string; revision: number; status: string; duplicate_of?: string; received_at: string; published_at?: string; published_from?: string;
  language?: string; language_confidence?: number; other_languages?: string[]; source_id?: string; source_name?: string; source_domain?: string;
  url?: string; canonical_url?: string; title?: string; subtitle?: string; authors?: string[]; section?: string; item_type?: string; summary?: string; body_text?: string;
  word_count?: number; not_tagged?: string[]; primary_place?: string; primary_country?: string; metadata_from?: Record<string, string>;
  agencies?: { name: string; role?: string; cue?: string; start?: number; end?: number }[];
  topics?: { code: string; name?: string; parent?: string; confidence: number; evidence?: Found[] }[];
  entities?: { type: string; name: string; salience: number; confidence: number; mentions?: Found[]; place?: { id: string; name: string; country?: string } }[];
  keywords?: { term?: string; text?: string; weight?: number }[];
  tone?: { value: number; positive: number; negative: number; evidence?: Found[] };
  lineage?: { raw_topic: string; raw_partition: number; raw_offset: number; pipeline_version?: string; models?: Record<string, string>; durations_us?: Record<string, number> };
}
export interface Revision { revision: number; status: string; received_at: string; title?: string; partition: number; offset: number }
export interface Copy { article_id: string; source_id?: string; title?: string; url?: string; published_at?: string; kind: string; similarity: number; has_text: boolean }
export interface Detail { event: NewsEvent; revisions: Revision[]; copies: Copy[]; copies_left_out: number }
export interface Words { article_id: string; revision: number; title?: string; subtitle?: string; body_text?: string; as_delivered: boolean }
