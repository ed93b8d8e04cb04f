import assert from "node:assert/strict";
import { wrongIn } from "./description.mjs";

// One who asks the API without a browser, and finds every answer as the description says.
export async function askerAt(base, login, password) {
  const asker = { base, cookie: "", csrf: "" };
  const { response, body } = await ask(asker, "/session", "post", { body: { login, password } });
  assert.equal(response.status, 200, JSON.stringify(body));
  asker.cookie = (response.headers.get("set-cookie") ?? "").split(";")[0];
  asker.csrf = body.csrf;
  return asker;
}

// `path` as described, with its {parts} filled from `parts`.
export async function ask(asker, path, method, { parts = {}, query = {}, body, headers = {} } = {}) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parts[name]));
  const address = new URL(`${asker.base}${["/healthz", "/metrics"].includes(path) ? "" : "/api/v1"}${filled}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const response = await fetch(address, {
    method: method.toUpperCase(),
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(asker.cookie ? { Cookie: asker.cookie } : {}),
      ...(asker.csrf && method !== "get" ? { "X-CSRF-Token": asker.csrf } : {}),
      ...headers,
    },
  });
  const text = await response.text();
  const type = (response.headers.get("content-type") ?? "").split(";")[0].trim();
  const said = text === "" ? undefined : type.endsWith("json") ? JSON.parse(text) : text;
  assert.equal(wrongIn(path, method, response.status, type, said), "");
  return { response, body: said };
}

// What the mock does not have.
export const only = ["/figures/table", "/due", "/metrics"];

const readings = [
  "/session",
  "/words",
  "/process",
  "/board",
  "/arrive",
  "/cases",
  "/alerts",
  "/check",
  "/deadlines",
  "/figures",
  "/calendar",
  "/people",
  "/centres",
  "/healthz",
  "/nights",
  "/me/duties",
  "/me/sessions",
  "/me/tokens",
  "/accounts",
  "/tokens",
  "/audit",
  "/deliveries",
  ...only,
];

// Asks everything that can be read, in both languages, of one case too, and says what could not be.
export async function readEverything(asker, id, skip = []) {
  for (const lang of ["zh_CN", "en"]) {
    const query = { lang };
    for (const path of readings.filter((one) => !skip.includes(one))) {
      const { response } = await ask(asker, path, "get", {
        query: {
          ...query,
          ...(path === "/calendar" ? { year: "2026" } : {}),
          ...(path === "/due" ? { rule: "plan", start: "2026-02-13 10:00" } : {}),
        },
      });
      assert.equal(response.status, 200, path);
    }
    for (const path of ["/cases/{id}", "/cases/{id}/next", "/cases/{id}/history"]) {
      assert.equal((await ask(asker, path, "get", { parts: { id }, query })).response.status, 200, path);
    }
    const { body } = await ask(asker, "/cases/{id}", "get", { parts: { id }, query });
    const { deadline, cycle } = body.deadlines[0];
    const explained = await ask(asker, "/cases/{id}/deadlines/{deadline}/{cycle}", "get", {
      parts: { id, deadline, cycle: String(cycle) },
      query,
    });
    assert.equal(explained.response.status, 200);
    assert.ok(explained.body.explanation.length > 0);
  }
}
