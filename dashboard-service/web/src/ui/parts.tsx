import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { count } from "../lib/format";
import { setQuery } from "../lib/router";
import { diff, pieces, type Span } from "../lib/text";

export function Panel(props: { title: string; id: string; aside?: ComponentChildren; children: ComponentChildren; class?: string }) {
  return (
    <section class={"panel " + (props.class ?? "")} aria-labelledby={props.id}>
      <div class="panel-head">
        <h2 id={props.id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

export function Trouble({ text }: { text: string | null }) {
  return text ? <p class="trouble" role="alert">{text}</p> : null;
}

/** A line through the last values; gaps stay gaps. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const top = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const x = (i: number) => (values.length < 2 ? 0 : (i / (values.length - 1)) * 100).toFixed(1);
  let path = "";
  let pen = false;
  values.forEach((value, i) => {
    if (value === null) pen = false;
    else {
      path += `${pen ? "L" : "M"}${x(i)} ${(22 - (Math.max(0, value) / top) * 20).toFixed(1)}`;
      pen = true;
    }
  });
  return (
    <svg class="spark" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export function Tile(props: { name: string; value: string; note?: string; hue: string; values: (number | null)[] }) {
  return (
    <div class={"tile hue-" + props.hue}>
      <span class="name">{props.name}</span>
      <span class="number">{props.value}</span>
      <span class="quiet">{props.note ?? " "}</span>
      <Sparkline values={props.values} />
    </div>
  );
}

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => ComponentChildren;
  sort?: (row: T) => number | string;
  text?: boolean;
}

/** A table sorted by a heading; the order lies in the query string under `name`. */
export function DataTable<T>(props: {
  name: string; label: string; columns: Column<T>[]; rows: T[]; id: (row: T) => string; empty: string; query: URLSearchParams;
}) {
  const wanted = props.query.get(props.name) ?? "";
  const down = wanted.startsWith("-");
  const sorted = props.columns.find((column) => column.key === wanted.replace("-", ""))?.sort;
  const rows = sorted
    ? [...props.rows].sort((a, b) => {
        const x = sorted(a);
        const y = sorted(b);
        return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
      })
    : props.rows;
  if (props.rows.length === 0) return <p class="quiet">{props.empty}</p>;
  return (
    <div class="scroll" role="region" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {props.columns.map((column) => {
              const mine = wanted.replace("-", "") === column.key;
              return (
                <th key={column.key} scope="col" class={column.text ? "text" : ""} aria-sort={mine ? (down ? "descending" : "ascending") : undefined}>
                  {column.sort ? (
                    <button type="button" class="plain" onClick={() => setQuery({ [props.name]: mine && down ? column.key : "-" + column.key })}>
                      {column.title}{mine ? (down ? " ↓" : " ↑") : ""}
                    </button>
                  ) : column.title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.id(row)}>
              {props.columns.map((column, i) =>
                i === 0
                  ? <th key={column.key} scope="row">{column.cell(row)}</th>
                  : <td key={column.key} class={column.text ? "text" : ""}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface Field {
  name: string;
  label: string;
  options?: string[];
}

/** What a list is narrowed to, kept in the query string. */
export function Filters({ fields, query }: { fields: Field[]; query: URLSearchParams }) {
  const any = fields.some((field) => query.get(field.name));
  const change = (name: string) => (event: Event) =>
    setQuery({ [name]: (event.currentTarget as HTMLInputElement).value, before: null });
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) => (
        <label key={field.name}>
          <span>{field.label}</span>
          {field.options ? (
            <select value={query.get(field.name) ?? ""} onChange={change(field.name)}>
              <option value="">any</option>
              {field.options.map((option) => <option key={option} value={option}>{option}</option>)}
            </select>
          ) : (
            <input type="search" maxLength={200} value={query.get(field.name) ?? ""} onChange={change(field.name)} autocomplete="off" />
          )}
        </label>
      ))}
      {any && (
        <button type="button" onClick={() => setQuery(Object.fromEntries(fields.map((field) => [field.name, null])))}>Clear</button>
      )}
    </form>
  );
}

/** Details beside the page. Escape closes it, and the focus goes back to where it was. */
export function Drawer(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // The dialog leaves the page in the same moment, too early for the browser to do this.
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  return (
    <dialog class="drawer" ref={box} aria-labelledby="drawer-title" onCancel={props.onClose}
      onClick={(event) => event.target === box.current && props.onClose()}>
      <div class="panel-head">
        <h2 id="drawer-title">{props.title}</h2>
        <button type="button" onClick={props.onClose}>Close</button>
      </div>
      {props.children}
    </dialog>
  );
}

export function Facts({ rows }: { rows: [string, ComponentChildren][] }) {
  return (
    <dl class="fields">
      {rows.filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== "–").flatMap(([name, value]) => [
        <dt key={name}>{name}</dt>, <dd key={name + "="}>{value}</dd>,
      ])}
    </dl>
  );
}

export function Diff({ before, after }: { before: string; after: string }) {
  const changes = diff(before, after);
  const size = (kind: string) => changes.filter((c) => c.kind === kind).reduce((n, c) => n + (c.text.match(/\S+/g)?.length ?? 0), 0);
  return (
    <div>
      <p class="quiet">{count(size("added"))} words added, {count(size("removed"))} removed, {count(size("same"))} the same</p>
      <p class="prose">
        {changes.map((c, i) => c.kind === "same" ? <span key={i}>{c.text}</span>
          : c.kind === "added" ? <ins key={i}>{c.text}</ins> : <del key={i}>{c.text}</del>)}
      </p>
    </div>
  );
}

/** A text with its tags in place. Choosing one says what was found there. */
export function Highlighted(props: { text: string; spans: Span[]; chosen: string | null; onChoose: (label: string) => void }) {
  return (
    <div class="prose">
      {pieces(props.text, props.spans).map((piece, i) => {
        const inner = piece.spans[piece.spans.length - 1];
        return inner ? (
          <button key={i} type="button" class={"mark kind-" + inner.kind} aria-pressed={inner.label === props.chosen}
            title={piece.spans.map((span) => span.label).join("; ")} onClick={() => props.onChoose(inner.label)}>{piece.text}</button>
        ) : <span key={i}>{piece.text}</span>;
      })}
    </div>
  );
}

/** Bytes as a table of sixteen a line, beside what of them is printable. */
export function Hex({ hex }: { hex: string }) {
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += 32) {
    const pairs = hex.slice(at, at + 32).match(/../g) ?? [];
    const shown = pairs.map((pair) => {
      const code = parseInt(pair, 16);
      return code >= 32 && code < 127 ? String.fromCharCode(code) : "·";
    });
    lines.push((at / 2).toString(16).padStart(6, "0") + "  " + pairs.join(" ").padEnd(47) + "  " + shown.join(""));
  }
  return <pre class="hex" tabIndex={0} aria-label="Bytes">{lines.join("\n")}</pre>;
}

export function Pill({ level, text }: { level: string; text: string }) {
  return <span class="pill" data-level={level}>{text}</span>;
}
