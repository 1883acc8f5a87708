/** What of a map is shown: how many times larger, and the middle as shares of its width and height. */
export interface View { zoom: number; x: number; y: number }

export const WHOLE: View = { zoom: 1, x: 0.5, y: 0.5 };
export const MOST_ZOOM = 16;

/** The nearest view that shows nothing beside the map. */
export function within(view: View): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom));
  const half = 0.5 / zoom;
  const inside = (at: number) => Math.min(1 - half, Math.max(half, at));
  return { zoom, x: inside(view.x), y: inside(view.y) };
}

/** Larger or smaller by a factor while one point stays where it is. */
export function zoomed(view: View, factor: number, x = view.x, y = view.y): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom * factor));
  const part = view.zoom / zoom;
  return within({ zoom, x: x + (view.x - x) * part, y: y + (view.y - y) * part });
}

/** As a link has it; the whole map needs no words. */
export function viewText(view: View): string | null {
  return view.zoom === 1 ? null : [view.zoom, view.x, view.y].map((n) => n.toFixed(3)).join(",");
}

export function viewOf(text: string | null): View {
  const [zoom, x, y] = (text ?? "").split(",").map(Number);
  return zoom && x && y ? within({ zoom, x, y }) : WHOLE;
}
