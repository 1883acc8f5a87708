import { setKey } from "../lib/admin";

export function KeyField() {
  return (
    <label class="key"><span>Admin key</span>
      <input type="password" autocomplete="off" maxLength={200} onInput={(event) => setKey(event.currentTarget.value)} /></label>
  );
}
