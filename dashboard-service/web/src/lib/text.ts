/** A part of a text to be marked. Offsets are UTF-16 units, as on the topics. */
export interface Span {
  start: number;
  end: number;
  kind: string;
  /** The same for all places of one tag. */
  id: string;
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
  return joined(out);
}

/** A lone space between changed words is changed with them: phrases read better than words in turn. */
function joined(changes: Change[]): Change[] {
  const out: Change[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) out.push({ kind: "removed", text: removed });
    if (added) out.push({ kind: "added", text: added });
    removed = added = "";
  };
  changes.forEach((change, i) => {
    if (change.kind === "removed") removed += change.text;
    else if (change.kind === "added") added += change.text;
    else if (/^[ \t]+$/.test(change.text) && removed && added && i + 1 < changes.length) {
      removed += change.text;
      added += change.text;
    } else {
      flush();
      out.push(change);
    }
  });
  flush();
  return out;
}

/** The two sides of a diff, cut where both begin a paragraph. */
export function paired(changes: Change[]): { left: Change[]; right: Change[] }[] {
  const rows: { left: Change[]; right: Change[] }[] = [{ left: [], right: [] }];
  for (const change of changes) {
    const parts = change.kind === "same" ? change.text.split(/\n{2,}/) : [change.text];
    parts.forEach((text, i) => {
      if (i > 0) rows.push({ left: [], right: [] });
      const row = rows[rows.length - 1]!;
      if (text === "") return;
      if (change.kind !== "added") row.left.push({ kind: change.kind, text });
      if (change.kind !== "removed") row.right.push({ kind: change.kind, text });
    });
  }
  return rows.filter((row) => row.left.length + row.right.length > 0);
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
