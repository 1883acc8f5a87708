import { useEffect, useMemo, useState } from "preact/hooks";

const CHANGED = "dateline:place";
/** Of what is drawn once its figures have come. */
const ANCHOR_TRIES = 20;
const ANCHOR_PAUSE_MS = 50;

/** What each page is given. */
export interface PageProps {
  query: URLSearchParams;
  /** `light` or `dark`. */
  theme: string;
}

/** Goes to a path of the dashboard without loading the page anew. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  dispatchEvent(new Event(CHANGED));
}

export function usePlace(): { path: string; query: URLSearchParams } {
  const [, draw] = useState(0);
  useEffect(() => {
    const moved = () => draw((n) => n + 1);
    addEventListener("popstate", moved);
    addEventListener(CHANGED, moved);
    return () => {
      removeEventListener("popstate", moved);
      removeEventListener(CHANGED, moved);
    };
  }, []);
  const { pathname, search } = location;
  const query = useMemo(() => new URLSearchParams(search), [search]);
  return { path: pathname, query };
}

/** The state of a view lies in the query string, so that a link restores it. */
export function setQuery(changes: Record<string, string | null>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  go(location.pathname + (text ? "?" + text : "") + location.hash, true);
}

/** Brings the part of the page that the address names into view, as soon as it is there. */
export function toAnchor(tries = ANCHOR_TRIES): void {
  if (location.hash.length < 2) return;
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part) part.scrollIntoView({ block: "start" });
  else if (tries > 0) setTimeout(() => toAnchor(tries - 1), ANCHOR_PAUSE_MS);
}

/** Links within the dashboard are followed in place; those with a modifier key, to files or elsewhere are the browser's. */
export function followLinks(): void {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const path = link.getAttribute("href") ?? "";
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/v1/") || path === "/metrics" || path === "/readyz" || link.target) return;
    event.preventDefault();
    const here = location.pathname;
    go(path);
    if (location.hash) toAnchor();
    else if (location.pathname !== here) {
      scrollTo(0, 0);
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  });
  toAnchor();
}
