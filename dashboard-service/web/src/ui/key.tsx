import { useState } from "preact/hooks";
import { setKey, useKeyHeld } from "../lib/admin";

const LOOKS_RIGHT = /^dl_[^_]+_.+/;

/** Where the admin key is typed. It is held by the page alone, so it is asked for once and forgotten with the page. */
export function KeyField() {
  const held = useKeyHeld();
  const [text, setText] = useState("");
  const take = () => {
    setKey(text);
    setText("");
  };
  if (held) {
    return <span class="keyed"><span class="pill" data-level="ok">admin key held</span> <button type="button" onClick={() => setKey("")}>Forget it</button></span>;
  }
  return (
    <form class="keyed" onSubmit={(event) => { event.preventDefault(); take(); }}>
      <label><span class="hidden">Admin key</span>
        <input id="admin-key" type="password" autocomplete="off" maxLength={200} placeholder="Admin key, dl_…" value={text}
          title="Made with: dateline keys create --label NAME --scope admin" onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" disabled={!LOOKS_RIGHT.test(text.trim())}>Use</button>
    </form>
  );
}
