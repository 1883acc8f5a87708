import assert from "node:assert/strict";
import test from "node:test";
import { csv } from "../src/lib/csv";
import { diff, paired } from "../src/lib/text";

test("a title is a cell of a file, never a formula or a row", () => {
  assert.equal(csv(["a", "b"], [["=1+1", 'say "x",\ny'], [undefined, -2]]), 'a,b\r\n\'=1+1,"say ""x"",\ny"\r\n,-2\r\n');
});

test("two sides stand beside each other by paragraph", () => {
  const rows = paired(diff("One.\n\nTwo is here.\n\nThree.", "One.\n\nTwo was there.\n\nThree."));
  assert.equal(rows.length, 3);
  assert.equal(rows[1]!.left.map((c) => c.text).join(""), "Two is here.");
  assert.equal(rows[1]!.right.map((c) => c.text).join(""), "Two was there.");
  assert.deepEqual(rows[1]!.left.map((c) => c.kind), ["same", "removed"]);
});

test("changed phrases stay together", () => {
  const changes = diff("cost four million euros now", "cost three billion dollars now");
  assert.deepEqual(changes.map((c) => c.text), ["cost ", "four million euros", "three billion dollars", " now"]);
});
