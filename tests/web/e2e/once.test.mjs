import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, askerAt } from "../asking.mjs";
import { makeCentre } from "./program.mjs";

const word = "the first long word";
const own = "a word of one's own";

let centre;
before(async () => {
  centre = await makeCentre();
  centre.password("practice", word);
  await centre.start();
});
after(() => centre.end());

async function signedIn() {
  const asker = await askerAt(centre.base, "practice", word);
  await ask(asker, "/session/password", "post", { body: { old: word, new: own } });
  return askerAt(centre.base, "practice", own);
}

test("what was asked twice with the same key is done once", async () => {
  const asker = await signedIn();
  const arrived = await ask(asker, "/cases", "post", {
    body: { fields: { channel: "visit", party: "张某某", about: "噪声" } },
  });
  const parts = { id: arrived.body.id, event: "note" };
  const step = (text) =>
    ask(asker, "/cases/{id}/steps/{event}", "post", {
      parts,
      body: { fields: { text } },
      headers: { "If-Match": '"1"', "Idempotency-Key": "6f1c1f0e-0000-4000-8000-000000000001" },
    });
  for (let times = 0; times < 2; times += 1) {
    const { response, body } = await step("只记一次");
    assert.deepEqual([response.status, body.revision], [200, 2]);
  }
  assert.equal((await step("另一句")).response.status, 422);
});
