import { useEffect, useState } from "preact/hooks";

const CHANGED = "dateline:place";

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
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** The state of a view lies in the query string, so that a link restores it. */
export function setQuery(changes: Record<string, string | null>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  go(location.pathname + (text ? "?" + text : ""), true);
}

/** Links within the dashboard are followed in place; those with a modifier key, to files or elsewhere are the browser's. */
export function followLinks(): void {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const path = link.getAttribute("href") ?? "";
    if (!path.startsWith("/") || path.startsWith("/v1/") || path === "/metrics" || path === "/readyz" || link.target) return;
    event.preventDefault();
    go(path);
    scrollTo(0, 0);
    document.getElementById("main")?.focus();
  });
}
