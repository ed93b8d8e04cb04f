// node mock/server.mjs PAGES [PORT]: the built pages over a centre in memory, for tests of the pages and for work on them.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as office from "./office.mjs";
import * as answers from "./answers.mjs";
import { makeCentre } from "./centre.mjs";
import { instant } from "./clock.mjs";
import { rowAt } from "./steps.mjs";
import * as sheets from "./sheets.mjs";
import { words } from "./words.mjs";

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const everything = [
  "deliveries",
  "account",
  "attempts",
  "verify",
  "arrive",
  "receive",
  "sort",
  "enter",
  "plan",
  "accept",
  "agree",
  "visit",
  "close",
  "note",
  "offer",
  "list",
  "report",
  "check",
  "calendar",
  "people",
];

function readAssets(dir) {
  const lines = readFileSync(join(dir, "assets.txt"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  return new Map(lines.map(([url, file, type]) => [url, { type, bytes: readFileSync(join(dir, `${file}.gz`)) }]));
}

const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length ? JSON.parse(Buffer.concat(parts).toString("utf8")) : {};
};

// Starts the server on a free port of this machine. The returned handle lets a test break things: the stream, the health, the session.
export async function serve(dir, port = 0) {
  const assets = readAssets(dir);
  const centre = makeCentre();
  const state = {
    health: "ok",
    streams: true,
    permitted: everything,
    sessions: new Map(),
    lastKey: new Map(),
    tries: 0,
    mustChange: false,
  };
  const decided = new Map();
  const roster = Object.entries(centre.people).map(([id, name]) => ({
    id,
    name,
    login: id,
    centre: "town",
    roles: ["mediator"],
  }));
  const streams = new Set();

  const health = (language) => ({
    status: state.health,
    last_tick: instant(centre.now() - (state.health === "ok" ? 1000 : 600_000)),
    sentence:
      state.health === "ok"
        ? language === "en"
          ? "All is watched."
          : "一切正常。"
        : language === "en"
          ? "The scheduler has stopped."
          : "时限监督已停止。",
  });

  async function handle(request, response) {
    const url = new URL(request.url, "http://localhost");
    const language = url.searchParams.get("lang") === "en" ? "en" : "zh_CN";
    const json = (status, body, extra = {}) => {
      const text = body === undefined ? "" : JSON.stringify(body);
      response.writeHead(status, {
        "Content-Type": status >= 400 ? "application/problem+json" : "application/json",
        "Cache-Control": "no-store",
        ...extra,
      });
      response.end(text);
    };
    const problem = (status, code, title, extra = {}, head = {}) =>
      json(status, { type: "about:blank", title, status, code, ...extra }, head);

    if (url.pathname === "/healthz") return json(state.health === "ok" ? 200 : 503, health(language));
    if (!url.pathname.startsWith("/api/v1/")) {
      const asset = assets.get(url.pathname) ?? (url.pathname.startsWith("/assets/") ? null : assets.get("/"));
      if (!asset) return problem(404, "not_found", "no such file");
      response.writeHead(200, {
        "Content-Type": asset.type,
        "Content-Encoding": "gzip",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
      });
      return response.end(asset.bytes);
    }
    const path = url.pathname.slice("/api/v1".length);
    const method = request.method;
    const session = (secret) => ({
      ...answers.session(centre, language, secret, state.permitted),
      must_change: state.mustChange,
    });
    const token = /maotiao_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
    const csrf = state.sessions.get(token);

    if (path === "/session" && method === "POST") {
      const { password } = await bodyOf(request);
      if (password !== "a long enough word") {
        state.tries += 1;
        return state.tries > 3
          ? problem(429, "locked", "too many", {}, { "Retry-After": "40" })
          : problem(
              401,
              "wrong_password",
              language === "en" ? "The login name or the password is wrong." : "登录名或密码不对。",
            );
      }
      const made = randomBytes(16).toString("hex");
      state.sessions.set(made, randomBytes(16).toString("hex"));
      return json(200, session(state.sessions.get(made)), {
        "Set-Cookie": `maotiao_session=${made}; HttpOnly; SameSite=Strict; Path=/`,
      });
    }
    if (!csrf) return problem(401, "signed_out", "not signed in");
    if (method !== "GET" && request.headers["x-csrf-token"] !== csrf) return problem(403, "csrf", "no token");
    if (path === "/session" && method === "DELETE") {
      state.sessions.delete(token);
      response.writeHead(204);
      return response.end();
    }
    if (path === "/session/password") {
      const { old } = await bodyOf(request);
      if (old !== "a long enough word")
        return problem(
          409,
          "wrong_password",
          language === "en" ? "The present password is wrong." : "现在的密码不对。",
        );
      state.mustChange = false;
      return json(200, session(csrf));
    }
    if (path === "/events") return events(url, request, response, json);
    if (/^\/deliveries\/[^/]+\/resend$/.test(path) && method === "POST") {
      centre.resent = true;
      return json(200, { resent: 1 });
    }
    if (path === "/people" && method === "POST") {
      roster.push(await bodyOf(request));
      return json(200, sheets.peopleOf(centre, language, roster.slice(-1)).people[0]);
    }
    if (path.startsWith("/people/") && method === "PUT") {
      const changed = roster.find((one) => one.id === path.slice(8));
      Object.assign(changed, await bodyOf(request));
      return json(200, sheets.peopleOf(centre, language, [changed]).people[0]);
    }
    if (path === "/calendar/preview") return json(200, sheets.moves(centre, language, await bodyOf(request)));
    if (path === "/calendar/days") {
      const order = await bodyOf(request);
      decided.set(order.date, order);
      return json(200, sheets.moves(centre, language, order));
    }
    const simple = {
      "/session": () => session(csrf),
      "/words": () => words(language),
      "/process": () => answers.processOf(),
      "/board": () => answers.board(centre, language, url.searchParams, health(language)),
      "/arrive": () => answers.arriveForm(language),
      "/figures": () => sheets.figures(centre),
      "/alerts": () => sheets.alerts(centre, language),
      "/me/duties": () => office.duties(centre.cases[3]),
      "/me/sessions": office.sessions,
      "/me/tokens": office.tokens,
      "/accounts": office.accounts,
      "/tokens": office.tokens,
      "/audit": office.audit,
      "/deliveries": () => office.deliveries(centre.resent),
      "/nights": office.nights,
      "/centres": () => sheets.centresOf(centre),
      "/calendar": () => sheets.calendar(Number(url.searchParams.get("year")), decided),
      "/people": () => sheets.peopleOf(centre, language, roster),
    }[path];
    if (simple && method === "GET") return json(200, simple());
    if (path === "/cases" && method === "GET") return json(200, answers.list(centre, language, url.searchParams));
    if (path === "/cases" && method === "POST") {
      const { fields } = await bodyOf(request);
      const found = centre.arrive(fields);
      centre.changed(found.id);
      return json(201, answers.taken(centre, language, found, "arrive"), { Location: `/api/v1/cases/${found.id}` });
    }
    const parts = path.split("/").slice(2).map(decodeURIComponent);
    const found = path.startsWith("/cases/") ? centre.find(parts[0]) : undefined;
    if (!found) return problem(404, "not_found", language === "en" ? "There is no such case." : "没有这个案件。");
    const reads = { undefined: answers.oneCase, next: answers.next, history: answers.history }[parts[1]];
    if (reads && method === "GET")
      return json(200, reads(centre, language, found), { ETag: `"${found.history.length}"` });
    if (parts[1] === "deadlines")
      return json(
        200,
        answers.explained(
          centre,
          language,
          found.deadlines.find((one) => one.deadline === parts[2]),
        ),
      );
    return step(found, parts[2], request, language, json, problem);
  }

  async function step(found, event, request, language, json, problem) {
    const { fields } = await bodyOf(request);
    const key = request.headers["idempotency-key"];
    if (state.lastKey.has(key)) return json(200, state.lastKey.get(key));
    if (request.headers["if-match"] !== `"${found.history.length}"`)
      return problem(412, "stale", "the case has changed", { case: found.number });
    if (!rowAt(found.state, event))
      return problem(409, "not_possible", language === "en" ? "Not possible now." : "现在不能做这一步。", {
        possible: ["note"],
      });
    const owed = { receive: "reception", plan: "plan", visit: "visit" }[event];
    const late = found.deadlines.some((one) => one.deadline === owed && one.met === null && one.due < centre.now());
    if (late && !fields.late_reason)
      return problem(409, "late_reason_needed", language === "en" ? "Say why it is late." : "请说明逾期原因。");
    centre.happen(found, event, fields);
    const answer = answers.taken(centre, language, found, event);
    state.lastKey.set(key, answer);
    centre.changed(found.id);
    return json(200, answer);
  }

  function events(url, request, response, json) {
    if (!url.searchParams.has("wait")) {
      if (!state.streams) return json(503, { status: 503, code: "busy", title: "busy" });
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(":ok\n\n");
      streams.add(response);
      const stop = centre.watch((change) =>
        response.write(`id: ${change.position}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`),
      );
      const beat = setInterval(() => response.write("event: heartbeat\ndata: {}\n\n"), 15_000);
      return request.on("close", () => {
        clearInterval(beat);
        stop();
        streams.delete(response);
      });
    }
    const after = Number(url.searchParams.get("after") ?? NaN);
    if (url.searchParams.get("wait") === "0" || after < centre.position())
      return json(200, {
        position: centre.position(),
        cases: url.searchParams.get("wait") === "0" ? [] : centre.cases.map((one) => one.id),
      });
    const stop = centre.watch((change) => {
      stop();
      clearTimeout(timer);
      json(200, change);
    });
    const timer = setTimeout(() => {
      stop();
      json(200, { position: centre.position(), cases: [] });
    }, 25_000);
    return request.on("close", () => (clearTimeout(timer), stop()));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      response.writeHead(500, { "Content-Type": "application/problem+json" });
      response.end(JSON.stringify({ title: String(error), status: 500, code: "fault" }));
    });
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    centre,
    state,
    streams,
    dropStreams: () => streams.forEach((one) => one.destroy()),
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { base } = await serve(process.argv[2], Number(process.argv[3] ?? 8700));
  console.log(`${base}  password: a long enough word`);
}
