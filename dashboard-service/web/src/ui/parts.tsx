import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { csv, save } from "../lib/csv";
import { count } from "../lib/format";
import { setQuery } from "../lib/router";
import { diff, paired, pieces, type Change, type Span } from "../lib/text";

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
  /** As a file has it; without one the file takes what the column is sorted by. */
  file?: (row: T) => number | string | null | undefined;
  text?: boolean;
}

/** A table's rows as a file, and the server's own answer. */
export function Export<T>(props: { name: string; columns: Column<T>[]; rows: T[]; json: string }) {
  const give = () => {
    const told = props.columns.filter((column) => column.file ?? column.sort);
    save(`dateline-${props.name}.csv`, csv(told.map((column) => column.title), props.rows.map((row) => told.map((column) => (column.file ?? column.sort)!(row)))));
  };
  return <span class="tools"><button type="button" class="plain link" onClick={give}>CSV</button> <a href={props.json}>JSON</a></span>;
}

/** The column that chooses rows: it names none. */
const PICK = "pick";

/** A table, its first rows if there are more than `most`, sorted by a heading; the order lies in the query string under `name`. */
export function DataTable<T>(props: {
  name: string; label: string; columns: Column<T>[]; rows: T[]; id: (row: T) => string; empty: string; query: URLSearchParams; most?: number;
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
  if (props.rows.length === 0) return <p class="empty">{props.empty}</p>;
  const all = `${props.name}.all`;
  const shown = props.most && !props.query.get(all) ? rows.slice(0, props.most) : rows;
  const head = props.columns.find((column) => column.key !== PICK);
  return (
    <div class="scroll" role="region" aria-label={props.label + ", table"} tabIndex={0}>
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
                  ) : column.key === PICK ? <span class="hidden">{column.title}</span> : column.title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={props.id(row)}>
              {props.columns.map((column) =>
                column === head
                  ? <th key={column.key} scope="row" class={column.text ? "text" : ""}>{column.cell(row)}</th>
                  : <td key={column.key} class={column.text ? "text" : ""}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && <p class="tools more"><button type="button" onClick={() => setQuery({ [all]: "1" })}>Show all {count(rows.length)}</button></p>}
    </div>
  );
}

export interface Field {
  name: string;
  label: string;
  options?: (string | [value: string, label: string])[];
  /** What may be meant, offered while one types. */
  hints?: string[];
}

/** While somebody types, nothing is asked for. */
const PAUSE_MS = 300;

function TextField({ field, value }: { field: Field; value: string }) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (typed: string) => setQuery({ [field.name]: typed, before: null });
  const later = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(typed), PAUSE_MS);
  };
  // At once, so that what is clicked next comes after it.
  const now = (typed: string) => {
    clearTimeout(timer.current);
    if (typed !== value) ask(typed);
  };
  return (
    <>
      <input type="search" maxLength={200} value={text} autocomplete="off" list={field.hints?.length ? id : undefined}
        onInput={(event) => later(event.currentTarget.value)} onChange={(event) => now(event.currentTarget.value)} />
      {field.hints && field.hints.length > 0 && <datalist id={id}>{field.hints.map((hint) => <option key={hint} value={hint} />)}</datalist>}
    </>
  );
}

/** What a list is narrowed to, kept in the query string. */
export function Filters({ fields, query }: { fields: Field[]; query: URLSearchParams }) {
  const any = fields.some((field) => query.get(field.name));
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) => (
        <label key={field.name}>
          <span>{field.label}</span>
          {field.options ? (
            <select value={query.get(field.name) ?? ""} onChange={(event) => setQuery({ [field.name]: event.currentTarget.value, before: null })}>
              <option value="">any</option>
              {field.options.map((option) => {
                const [value, label] = typeof option === "string" ? [option, option] : option;
                return <option key={value} value={value}>{label}</option>;
              })}
            </select>
          ) : <TextField field={field} value={query.get(field.name) ?? ""} />}
        </label>
      ))}
      {any && (
        <button type="button" onClick={() => setQuery({ ...Object.fromEntries(fields.map((field) => [field.name, null])), before: null })}>Clear</button>
      )}
    </form>
  );
}

/** One of a few, in the query string; the first is what a link without it means. */
export function Choice(props: { name: string; label: string; options: [value: string, label: string][]; query: URLSearchParams; also?: Record<string, null> }) {
  const first = props.options[0]?.[0];
  const chosen = props.query.get(props.name) ?? first;
  return (
    <span class="choice" role="group" aria-label={props.label}>
      {props.options.map(([value, label]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => setQuery({ ...props.also, [props.name]: value === first ? null : value })}>{label}</button>
      ))}
    </span>
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

function Changed({ changes }: { changes: Change[] }) {
  return <>{changes.map((c, i) => (c.kind === "same" ? <span key={i}>{c.text}</span> : c.kind === "added" ? <ins key={i}>{c.text}</ins> : <del key={i}>{c.text}</del>))}</>;
}

/** Two texts side by side; what only one of them has is marked in it. Paragraphs that both have stand beside each other. */
export function Diff(props: { before: string; after: string; names: [string, string]; lang?: string | undefined }) {
  const changes = diff(props.before, props.after);
  const size = (kind: string) => changes.filter((c) => c.kind === kind).reduce((n, c) => n + (c.text.match(/\S+/g)?.length ?? 0), 0);
  const [same, added, removed] = [size("same"), size("added"), size("removed")];
  return (
    <>
      <p class="quiet">{added + removed === 0 ? `The same ${count(same)} words` : `${count(same)} words the same, ${count(added)} only on the right, ${count(removed)} only on the left`}</p>
      <table class="diff" lang={props.lang}>
        <thead><tr><th scope="col">{props.names[0]}</th><th scope="col">{props.names[1]}</th></tr></thead>
        <tbody>{paired(changes).map((row, i) => (
          <tr key={i} class={row.left.length === 1 && row.left[0]!.kind === "same" && row.right.length === 1 ? "same" : ""}><td><Changed changes={row.left} /></td><td><Changed changes={row.right} /></td></tr>
        ))}</tbody>
      </table>
    </>
  );
}

/** A text with its tags in place. Hover or focus says what was found there; the arrow keys go from one to the next. */
export function Highlighted(props: { class: string; text: string; spans: Span[]; chosen: string | null; onChoose: (id: string) => void; onLook: (span: Span | null) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    const all = [...(box.current?.querySelectorAll<HTMLElement>(".mark[role=button]") ?? [])];
    const here = event.target as HTMLElement;
    if (event.key === "Enter" || event.key === " ") here.click();
    else if (step !== 0) all[all.indexOf(here) + step]?.focus();
    else return;
    event.preventDefault();
  };
  let marks = 0;
  return (
    <div class={props.class} ref={box} onKeyDown={move}>
      {pieces(props.text, props.spans).map((piece, i) => {
        // The shortest says most of what is just here.
        const inner = piece.spans.reduce<Span | undefined>((best, span) => (best && best.end - best.start <= span.end - span.start ? best : span), undefined);
        if (!inner) return <span key={i}>{piece.text}</span>;
        // A space that is left between two others is drawn with them, but is nothing to choose.
        if (!piece.text.trim()) return <span key={i} class={"mark kind-" + inner.kind}>{piece.text}</span>;
        return (
          // No button element: that is a box, which does not break where a line ends.
          <span key={i} role="button" class={"mark kind-" + inner.kind} tabIndex={marks++ === 0 ? 0 : -1} aria-pressed={inner.id === props.chosen}
            onClick={() => props.onChoose(inner.id)} onFocus={() => props.onLook(inner)} onMouseEnter={() => props.onLook(inner)}>{piece.text}</span>
        );
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
