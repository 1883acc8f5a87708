import { call } from "./api";

let key = "";

/** The admin key stays in this page's memory: it is gone when the page is. */
export function setKey(value: string): void {
  key = value.trim();
}

export function act<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  return call<T>(path, {
    method,
    headers: { ...(key ? { Authorization: "Bearer " + key } : {}), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
