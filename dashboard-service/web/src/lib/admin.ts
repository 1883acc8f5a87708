import { useEffect, useState } from "preact/hooks";
import { call } from "./api";

let key = "";
const listeners = new Set<(held: boolean) => void>();

/** The admin key stays in this page's memory: it is gone when the page is. */
export function setKey(value: string): void {
  key = value.trim();
  listeners.forEach((listener) => listener(key !== ""));
}

/** Whether there is a key. */
export function useKeyHeld(): boolean {
  const [held, setHeld] = useState(key !== "");
  useEffect(() => {
    listeners.add(setHeld);
    setHeld(key !== "");
    return () => void listeners.delete(setHeld);
  }, []);
  return held;
}

export function act<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  return call<T>(path, {
    method,
    headers: { ...(key ? { Authorization: "Bearer " + key } : {}), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
