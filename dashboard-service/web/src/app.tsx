import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { clock } from "./lib/format";
import { useLive } from "./lib/live";
import { go, usePlace } from "./lib/router";
import { Alerts } from "./pages/alerts";
import { Article } from "./pages/article";
import { Articles } from "./pages/articles";
import { DeadLetters } from "./pages/deadletters";
import { MapPage } from "./pages/map";
import { OverviewPage } from "./pages/overview";
import { Pipeline } from "./pages/pipeline";
import { Sources } from "./pages/sources";
import { Trends } from "./pages/trends";

export interface PageProps {
  query: URLSearchParams;
  theme: string;
}

const PAGES: { path: string; name: string; key: string; page: ComponentType<PageProps> }[] = [
  { path: "/", name: "Overview", key: "o", page: OverviewPage },
  { path: "/pipeline", name: "Pipeline", key: "p", page: Pipeline },
  { path: "/articles", name: "Articles", key: "a", page: Articles },
  { path: "/dead-letters", name: "Dead letters", key: "d", page: DeadLetters },
  { path: "/sources", name: "Sources", key: "s", page: Sources },
  { path: "/map", name: "Map", key: "m", page: MapPage },
  { path: "/trends", name: "Trends", key: "t", page: Trends },
  { path: "/alerts", name: "Alerts", key: "l", page: Alerts },
];
const THEMES = ["system", "light", "dark"];
const STORED = "dateline.theme";

/** `g` and then a page's letter goes there, `/` to the first filter. */
function useKeys(): void {
  useEffect(() => {
    let leading = false;
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (leading) {
        const found = PAGES.find((page) => page.key === event.key);
        if (found) go(found.path);
        leading = false;
      } else if (event.key === "g") {
        leading = true;
        setTimeout(() => { leading = false; }, 1_500);
      } else if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLElement>("main input")?.focus();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

export function App() {
  const { path, query } = usePlace();
  const live = useLive();
  const [theme, setTheme] = useState(() => localStorage.getItem(STORED) ?? "system");
  useKeys();
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    localStorage.setItem(STORED, theme);
  }, [theme]);
  const article = /^\/articles\/([0-9a-v]{26})$/.exec(path)?.[1];
  const current = PAGES.find((page) => page.path === path) ?? (article ? PAGES[2] : undefined);
  useEffect(() => {
    document.title = (current ? current.name + " · " : "") + "Dateline";
  }, [current]);
  const verdict = live.pulse?.verdict;
  const reading = live.overview?.reading;
  const Page = current?.page;
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="top">
        <div class="brand"><img src="/assets/icon.svg" alt="" width="24" height="24" /><h1>Dateline</h1></div>
        <nav aria-label="Pages">
          {PAGES.map((page) => (
            <a key={page.path} href={page.path} aria-current={page === current ? "page" : undefined} title={`g ${page.key}`}>{page.name}</a>
          ))}
        </nav>
        <div class="state">
          <span class="pill" data-level={live.state === "live" ? "ok" : live.state === "stale" ? "bad" : "warn"} role="status">
            {live.state === "stale" ? "stale since " + (live.heard ? clock(live.heard.toISOString()) + " UTC" : "the start") : live.state}
          </span>
          <label class="theme"><span class="hidden">Theme</span>
            <select value={theme} onChange={(event) => setTheme(event.currentTarget.value)}>
              {THEMES.map((name) => <option key={name} value={name}>{name}</option>)}
            </select>
          </label>
        </div>
      </header>
      {reading && reading.status !== "up" && <p class="trouble">The topics are not being read: {reading.detail ?? reading.status}</p>}
      {verdict && (
        <div class="verdict-line" data-level={verdict.level} role="status">
          <b>{verdict.sentence}</b>
          {verdict.reasons.length > 1 && (
            <details><summary>{verdict.reasons.length} reasons</summary>
              <ul>{verdict.reasons.map((reason) => (
                <li key={reason.code + reason.text}>{reason.link ? <a href={reason.link}>{reason.text}</a> : reason.text}</li>
              ))}</ul>
            </details>
          )}
        </div>
      )}
      <main id="main" tabIndex={-1} class={live.state === "stale" ? "stale" : ""}>
        {article ? <Article id={article} query={query} /> : Page ? <Page query={query} theme={theme} />
          : <section class="panel"><h2>There is no such page</h2><p><a href="/">Go to the overview</a></p></section>}
      </main>
      <footer class="quiet"><span>raw = events + duplicates + resends + dead letters + in flight</span>
        <span><a href="/v1/overview">JSON</a> <a href="/metrics">Metrics</a> <a href="/readyz">Readiness</a></span></footer>
    </>
  );
}
