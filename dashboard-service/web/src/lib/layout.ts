/** A box to be placed, with its extent along the flow and across it. */
export interface Box {
  id: string;
  along: number;
  across: number;
}
export interface Link {
  from: string;
  to: string;
}
/** The middle of a box, or a point of a line. */
export interface Point {
  along: number;
  across: number;
}
export interface Layout {
  along: number;
  across: number;
  boxes: Map<string, Point>;
  /** For each link that could be drawn, in their order: the points that it goes through. */
  lines: { link: Link; points: Point[] }[];
}

/** Between boxes side by side, between layers, and around everything. */
const BESIDE = 14;
const BETWEEN = 30;
const MARGIN = 4;
/** A line that passes a layer needs this much of it. */
const LINE = 10;
const SWEEPS = 12;

/** A box in a layer, or the place where a line passes it. */
interface Cell {
  box: Box | null;
  size: number;
  before: Cell[];
  after: Cell[];
  place: number;
  across: number;
}

/** The length of the longest way to each box. What lies on a circle, which a topology has none of, stays where the bound ends. */
function ranks(boxes: Box[], links: Link[]): Map<string, number> {
  const rank = new Map(boxes.map((box) => [box.id, 0]));
  for (let round = 0; round < boxes.length; round++) {
    let moved = false;
    for (const { from, to } of links) {
      const least = rank.get(from)! + 1;
      if (rank.get(to)! < least && least < boxes.length) {
        rank.set(to, least);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return rank;
}

function mean(cells: Cell[], value: (cell: Cell) => number): number | null {
  return cells.length === 0 ? null : cells.reduce((sum, cell) => sum + value(cell), 0) / cells.length;
}

function crossings(layers: Cell[][]): number {
  let sum = 0;
  for (const layer of layers) {
    const ends = layer.flatMap((cell) => cell.after.map((next) => [cell.place, next.place] as const));
    for (let i = 0; i < ends.length; i++) {
      for (let j = i + 1; j < ends.length; j++) {
        if ((ends[i]![0] - ends[j]![0]) * (ends[i]![1] - ends[j]![1]) < 0) sum++;
      }
    }
  }
  return sum;
}

/** Orders each layer by where its neighbours are, to and fro, and keeps the order with the fewest crossings. */
function order(layers: Cell[][]): void {
  const number = (layer: Cell[]) => layer.forEach((cell, i) => { cell.place = i; });
  layers.forEach(number);
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(layers);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    for (const layer of forth ? layers : [...layers].reverse()) {
      const wish = new Map(layer.map((cell) => [cell, mean(forth ? cell.before : cell.after, (other) => other.place) ?? cell.place]));
      layer.sort((a, b) => wish.get(a)! - wish.get(b)! || a.place - b.place);
      number(layer);
    }
    const now = crossings(layers);
    if (now < fewest) {
      fewest = now;
      best = layers.map((layer) => [...layer]);
    }
  }
  best.forEach((layer, i) => {
    layers[i] = layer;
    number(layer);
  });
}

/** Puts the cells of a layer as near to their wishes as their sizes and their order allow: neighbours that would overlap move as a block. */
function settle(layer: Cell[], wishes: number[]): void {
  let offset = 0;
  const offsets = layer.map((cell, i) => {
    const last = layer[i - 1];
    if (last) offset += last.size / 2 + BESIDE + cell.size / 2;
    return offset;
  });
  const blocks: { sum: number; cells: number }[] = [];
  wishes.forEach((wish, i) => {
    blocks.push({ sum: wish - offsets[i]!, cells: 1 });
    for (;;) {
      const last = blocks[blocks.length - 1]!;
      const former = blocks[blocks.length - 2];
      if (!former || former.sum / former.cells <= last.sum / last.cells) break;
      blocks.splice(-2, 2, { sum: former.sum + last.sum, cells: former.cells + last.cells });
    }
  });
  let i = 0;
  for (const block of blocks) {
    for (let n = 0; n < block.cells; n++, i++) layer[i]!.across = block.sum / block.cells + offsets[i]!;
  }
}

/**
 * Lays boxes out in layers, each after all that leads to it, so that lines cross little and run straight where they can. All layers are
 * as long as the longest box. Made for some dozens of boxes; links to boxes that are not there are left out.
 */
export function layered(boxes: Box[], links: Link[]): Layout {
  const known = new Set(boxes.map((box) => box.id));
  const used = links.filter((link) => link.from !== link.to && known.has(link.from) && known.has(link.to));
  const rank = ranks(boxes, used);
  const layers: Cell[][] = Array.from({ length: Math.max(0, ...rank.values()) + 1 }, () => []);
  const cell = (box: Box | null, size: number, layer: number): Cell => {
    const made = { box, size, before: [], after: [], place: 0, across: 0 };
    layers[layer]!.push(made);
    return made;
  };
  const cells = new Map(boxes.map((box) => [box.id, cell(box, box.across, rank.get(box.id)!)]));
  const paths = used.filter((link) => rank.get(link.from)! < rank.get(link.to)!).map((link) => {
    const path = [cells.get(link.from)!];
    for (let layer = rank.get(link.from)! + 1; layer < rank.get(link.to)!; layer++) path.push(cell(null, LINE, layer));
    path.push(cells.get(link.to)!);
    path.slice(1).forEach((next, i) => {
      path[i]!.after.push(next);
      next.before.push(path[i]!);
    });
    return { link, path };
  });
  order(layers);
  layers.forEach((layer) => settle(layer, layer.map(() => 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      settle(layer, layer.map((one) => mean([...one.before, ...one.after], (other) => other.across) ?? one.across));
    }
  }

  const all = layers.flat();
  const top = Math.min(...all.map((one) => one.across - one.size / 2), Infinity);
  const bottom = Math.max(...all.map((one) => one.across + one.size / 2), -Infinity);
  const longest = Math.max(0, ...boxes.map((box) => box.along));
  const middle = (layer: number) => MARGIN + longest / 2 + layer * (longest + BETWEEN);
  const at = (one: Cell) => one.across - top + MARGIN;
  return {
    along: 2 * MARGIN + layers.length * longest + (layers.length - 1) * BETWEEN,
    across: all.length === 0 ? 0 : bottom - top + 2 * MARGIN,
    boxes: new Map(boxes.map((box) => [box.id, { along: middle(rank.get(box.id)!), across: at(cells.get(box.id)!) }])),
    lines: paths.map(({ link, path }) => ({
      link,
      points: path.flatMap((one, i) => {
        const here = middle(rank.get(link.from)! + i);
        const half = (one.box?.along ?? longest) / 2;
        const points = [{ along: here - half, across: at(one) }, { along: here + half, across: at(one) }];
        return i === 0 ? points.slice(1) : i === path.length - 1 ? points.slice(0, 1) : points;
      }),
    })),
  };
}
