import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ask, askerAt, only, readEverything } from "./asking.mjs";
import { descriptionPath } from "./description.mjs";
import { password } from "./browser.mjs";
import { serve } from "./mock/server.mjs";

const pages = process.env.MAOTIAO_PAGES;

test("the description of the API is a valid OpenAPI 3.1", () => {
  const linter = fileURLToPath(new URL("node_modules/@redocly/cli/bin/cli.js", import.meta.url));
  const run = spawnSync(process.execPath, [linter, "lint", descriptionPath], {
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", CI: "1" },
  });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.doesNotMatch(run.stderr + run.stdout, /You have \d+ warning/);
});

test("the mock that the pages are tested with answers as the description says", async () => {
  const mock = await serve(pages);
  try {
    const asker = await askerAt(mock.base, "zhang", password);
    await readEverything(asker, mock.centre.cases[3].id, ["/check", "/deadlines", ...only]);
    const id = mock.centre.cases[0].id;
    const stale = await ask(asker, "/cases/{id}/steps/{event}", "post", {
      parts: { id, event: "receive" },
      body: { fields: {} },
      headers: { "If-Match": '"9"' },
    });
    assert.equal(stale.response.status, 412);
    const taken = await ask(asker, "/cases/{id}/steps/{event}", "post", {
      parts: { id, event: "receive" },
      body: { fields: {} },
      headers: { "If-Match": '"1"' },
    });
    assert.equal(taken.response.status, 200);
    assert.equal((await ask(asker, "/cases/{id}", "get", { parts: { id: "nothing" } })).response.status, 404);
  } finally {
    await mock.stop();
  }
});
