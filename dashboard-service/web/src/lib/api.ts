import { useEffect, useState } from "preact/hooks";

/** What the server says of a request it refuses (RFC 9457), in words for the page. */
export class Refused extends Error {
  constructor(readonly status: number, detail: string) {
    super(detail);
  }
}

export async function call<T>(path: string, options?: RequestInit): Promise<T> {
  const answer = await fetch(path, options);
  const text = await answer.text();
  if (!answer.ok) {
    let detail = `${answer.status} ${answer.statusText}`;
    if (answer.headers.get("content-type")?.includes("json")) {
      const problem = JSON.parse(text) as { detail?: string; title?: string };
      detail = problem.detail ?? problem.title ?? detail;
    }
    throw new Refused(answer.status, detail);
  }
  return JSON.parse(text) as T;
}

export interface Loaded<T> {
  data: T | null;
  trouble: string | null;
  loading: boolean;
}

/** Asks for a path, and again every so many milliseconds; null asks for nothing. An answer to an older question is dropped. */
export function useAsk<T>(path: string | null, everyMs = 0, again = 0): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ data: null, trouble: null, loading: path !== null });
  useEffect(() => {
    if (path === null) {
      setState({ data: null, trouble: null, loading: false });
      return undefined;
    }
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const data = await call<T>(path);
        if (!over) setState({ data, trouble: null, loading: false });
      } catch (e) {
        if (!over) setState((old) => ({ data: old.data, trouble: e instanceof Error ? e.message : String(e), loading: false }));
      }
      if (!over && everyMs > 0) timer = setTimeout(() => void ask(), everyMs);
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [path, everyMs, again]);
  return state;
}
