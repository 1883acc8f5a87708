/** A choice of bars of a histogram: the first, and the one after the last. */
export interface Range { from: number; to: number }

/** The bars that a time window covers; what lies outside the histogram is cut. Null stands for an open end. */
export function barsOf(from: number | null, to: number | null, start: number, barMs: number, bars: number): Range {
  const bar = (at: number) => Math.min(bars, Math.max(0, Math.round((at - start) / barMs)));
  const first = from === null ? 0 : Math.min(bars - 1, bar(from));
  return { from: first, to: to === null ? bars : Math.max(first + 1, bar(to)) };
}

/** A choice whose one end went elsewhere; it always holds at least one bar. */
export function moved(range: Range, end: "from" | "to", at: number, bars: number): Range {
  return end === "from"
    ? { from: Math.min(range.to - 1, Math.max(0, at)), to: range.to }
    : { from: range.from, to: Math.max(range.from + 1, Math.min(bars, at)) };
}

/** The whole choice, so many bars later or earlier, as far as there are bars. */
export function shifted(range: Range, by: number, bars: number): Range {
  const step = Math.max(-range.from, Math.min(bars - range.to, by));
  return { from: range.from + step, to: range.to + step };
}
