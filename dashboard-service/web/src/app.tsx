import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { clock, count } from "./lib/format";
import { type Live, useLive } from "./lib/live";
import { go, usePlace, type PageProps } from "./lib/router";
import type { Level } from "./lib/types";
import { Alerts } from "./pages/alerts";
import { Article } from "./pages/article";
import { Articles } from "./pages/articles";
import { DeadLetters } from "./pages/deadletters";
import { MapPage } from "./pages/map";
import { OverviewPage } from "./pages/overview";
import { Pipeline } from "./pages/pipeline";
import { Sources } from "./pages/sources";
import { Trends } from "./pages/trends";
import { StateIcon } from "./ui/icon";

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
const DARK = "(prefers-color-scheme: dark)";

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

/** The theme that is shown: `system` follows the machine's. */
function useTheme(): [string, string, (theme: string) => void] {
  const [chosen, choose] = useState(() => localStorage.getItem(STORED) ?? "system");
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const wish = matchMedia(DARK);
    const changed = () => setDark(wish.matches);
    wish.addEventListener("change", changed);
    return () => wish.removeEventListener("change", changed);
  }, []);
  // Before the charts below are drawn, which take their colours from it.
  useLayoutEffect(() => {
    if (chosen === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = chosen;
    localStorage.setItem(STORED, chosen);
  }, [chosen]);
  return [chosen, chosen === "system" ? (dark ? "dark" : "light") : chosen, choose];
}

const STATES: Record<Live["state"], Level> = { live: "ok", connecting: "warn", paused: "warn", stale: "bad" };

function Connection() {
  const state = useLive((live) => live.state);
  const heard = useLive((live) => (live.state === "stale" ? live.heard : null));
  const text = state === "stale" && heard ? `stale since ${clock(heard.toISOString())} UTC` : state;
  return <span class="pill" data-level={STATES[state]} role="status">{text}</span>;
}

/** The verdict, in a sentence. What changes every second is not read out every second: only another reason is. */
function VerdictLine() {
  const verdict = useLive((live) => live.pulse?.verdict);
  const stale = useLive((live) => live.state === "stale");
  const heard = useLive((live) => live.pulse?.at);
  const [said, setSaid] = useState("");
  const codes = verdict?.reasons.map((reason) => reason.code).join();
  useEffect(() => setSaid(verdict?.sentence ?? ""), [verdict?.level, codes]);
  if (!verdict) return <section class="verdict-line" aria-label="Verdict" data-level="none">Waiting for the first figures …</section>;
  if (stale) {
    return (
      <section class="verdict-line" aria-label="Verdict" data-level="none">
        <b>Not known: the dashboard does not answer.</b> <span>The last it said{heard && `, at ${clock(heard)} UTC`}: {verdict.sentence}</span>
      </section>
    );
  }
  const only = verdict.reasons.length === 1 ? verdict.reasons[0] : undefined;
  return (
    <section class="verdict-line" aria-label="Verdict" data-level={verdict.level}>
      <StateIcon level={verdict.level} />
      <b>{only ? <a href={only.link}>{verdict.sentence}</a> : verdict.sentence}</b>
      {verdict.reasons.length > 1 && (
        <details><summary>{verdict.reasons.length} reasons</summary>
          <ul>{verdict.reasons.map((reason) => (
            <li key={reason.code + reason.text}><StateIcon level={reason.level} /> <a href={reason.link}>{reason.text}</a></li>
          ))}</ul>
        </details>
      )}
      <span class="hidden" role="status">{said}</span>
    </section>
  );
}

function Unread() {
  const overview = useLive((live) => live.overview);
  const unreadable = Object.entries(overview?.unreadable ?? {});
  return (
    <>
      {overview && overview.reading.status !== "up" && <p class="trouble" role="alert">The topics are not being read: {overview.reading.detail ?? overview.reading.status}</p>}
      {unreadable.length > 0 && <p class="trouble">Skipped, because they can’t be read: {unreadable.map(([topic, records]) => `${count(records)} of ${topic}`).join(", ")}</p>}
    </>
  );
}

export function App() {
  const { path, query } = usePlace();
  const stale = useLive((live) => live.state === "stale");
  const ready = useLive((live) => live.overview !== null);
  const [chosen, theme, choose] = useTheme();
  useKeys();
  const article = /^\/articles\/([0-9a-v]{26})$/.exec(path)?.[1];
  const current = PAGES.find((page) => page.path === path) ?? (article ? PAGES[2] : undefined);
  useEffect(() => {
    document.title = (current ? current.name + " · " : "") + "Dateline";
    // On a narrow screen the row of pages is longer than the screen.
    document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  useEffect(() => {
    if (ready) performance.measure("dateline:interactive", { start: 0 });
  }, [ready]);
  const Page = current?.page;
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="top">
        <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="24" height="24" /><h1>Dateline</h1></a>
        <nav aria-label="Pages">
          {PAGES.map((page) => (
            <a key={page.path} href={page.path} aria-current={page === current ? "page" : undefined} aria-keyshortcuts={`g ${page.key}`} title={`g ${page.key}`}>{page.name}</a>
          ))}
        </nav>
        <div class="state">
          <Connection />
          <label class="theme"><span class="hidden">Theme</span>
            <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
              {THEMES.map((name) => <option key={name} value={name}>{name}</option>)}
            </select>
          </label>
        </div>
      </header>
      <Unread />
      <VerdictLine />
      <main id="main" tabIndex={-1} class={stale ? "stale" : ""}>
        {article ? <Article id={article} query={query} /> : Page ? <Page query={query} theme={theme} />
          : <section class="panel"><h2>There is no such page</h2><p><a href="/">Go to the overview</a></p></section>}
      </main>
      <footer class="quiet"><span>raw = events + duplicates + resends + dead letters + in flight</span>
        <span>keys: <kbd>g</kbd> and a page’s letter, <kbd>/</kbd> to search</span>
        <span><a href="/v1/overview">JSON</a> <a href="/metrics">Metrics</a> <a href="/readyz">Readiness</a></span></footer>
    </>
  );
}
