/** A part of a text to be marked. Offsets are UTF-16 units, as on the topics. */
export interface Span {
  start: number;
  end: number;
  kind: string;
  label: string;
}
export interface Piece {
  text: string;
  spans: Span[];
}

/** Cuts a text where spans begin and end, so that overlapping ones can be shown in place. Spans outside the text are cut or left out. */
export function pieces(text: string, spans: Span[]): Piece[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.start < span.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i]!;
    const to = cuts[i + 1]!;
    out.push({ text: text.slice(from, to), spans: inside.filter((span) => span.start <= from && span.end >= to) });
  }
  return out;
}

export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond this many words on a side the middle is shown as replaced: the table would be too large for a page. */
export const MAX_DIFF_WORDS = 1500;

/** What changed between two texts, word by word: the longest common subsequence of words and the white space between them. */
export function diff(before: string, after: string): Change[] {
  const a = before.match(/\s+|\S+/g) ?? [];
  const b = after.match(/\s+|\S+/g) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  const out: Change[] = [];
  const push = (kind: Change["kind"], text: string) => {
    const last = out[out.length - 1];
    if (text === "") return;
    if (last && last.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  push("same", a.slice(0, head).join(""));
  if (left.length > MAX_DIFF_WORDS * 2 || right.length > MAX_DIFF_WORDS * 2) {
    push("removed", left.join(""));
    push("added", right.join(""));
  } else {
    middle(left, right, push);
  }
  push("same", a.slice(a.length - tail).join(""));
  return out;
}

function middle(left: string[], right: string[], push: (kind: Change["kind"], text: string) => void): void {
  const width = right.length + 1;
  const common = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      common[i * width + j] = left[i] === right[j]
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      push("same", left[i]!);
      i++;
      j++;
    } else if (i < left.length && (j === right.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      push("removed", left[i++]!);
    } else {
      push("added", right[j++]!);
    }
  }
}
