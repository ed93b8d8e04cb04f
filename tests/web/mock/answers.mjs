import { day, hour, instant } from "./clock.mjs";
import { fieldsOf, path, possibleAt, table } from "./steps.mjs";
import { label, say, words } from "./words.mjs";

// The answers of the API in the shapes of web/openapi.yaml, from the mock's centre.
const left = (centre, limit) => Math.floor((limit.due - centre.now()) / 1000);
const openLimits = (found) => found.deadlines.filter((one) => one.met === null);
const firstDue = (found) => openLimits(found).sort((a, b) => a.due - b.due)[0];

function status(centre, limit) {
  if (limit.met !== null) return limit.met <= limit.due ? "on_time" : "late";
  return limit.due < centre.now() ? "overdue" : "open";
}

function deadline(centre, language, limit) {
  const open = limit.met === null;
  return {
    deadline: limit.deadline,
    label: label(language, "deadlines", limit.deadline),
    cycle: limit.cycle,
    start: instant(limit.start),
    due: instant(limit.due),
    met: open ? null : instant(limit.met),
    status: status(centre, limit),
    status_label: label(language, "statuses", status(centre, limit)),
    light: centre.light(limit),
    remaining_seconds: open ? left(centre, limit) : null,
    standard: true,
    provisional: limit.deadline === "visit",
    late_reason_needed: open && limit.due < centre.now(),
  };
}

function caseLine(centre, language, found) {
  const next = firstDue(found);
  return {
    case: found.number,
    id: found.id,
    ref: "",
    state: found.state,
    state_label: label(language, "states", found.state),
    centre: found.centre,
    centre_name: centre.centres[found.centre],
    holder: found.holder,
    holder_name: centre.people[found.holder] ?? "",
    type: found.type,
    type_label: found.type && label(language, "kinds", found.type),
    subject: found.fields.about,
    next_deadline: next
      ? {
          deadline: next.deadline,
          label: label(language, "deadlines", next.deadline),
          due: instant(next.due),
          remaining_seconds: left(centre, next),
          light: centre.light(next),
        }
      : null,
  };
}

export function session(centre, language, csrf, permitted) {
  return {
    person: {
      id: "zhang",
      name: "张某某",
      centre: "town",
      centre_name: centre.centres.town,
      roles: [{ name: "mediator", label: label(language, "roles", "mediator") }],
    },
    csrf,
    practice: true,
    organisation: "示例镇矛调中心",
    language,
    now: instant(centre.now()),
    permitted,
  };
}

const clocks = { receive: "meet reception, start plan", plan: "meet plan, start step", visit: "meet visit" };

export function processOf() {
  return {
    process: "dispute",
    states: path.map((name) => ({ name, final: name === "closed" })),
    rows: table.map((row) => ({
      table: "dispute",
      from: row.from ?? "",
      event: row.event,
      to: row.to,
      guards: [],
      clocks: clocks[row.event] ?? "",
    })),
  };
}

function boardRow(centre, language, found, limit) {
  const {
    next_deadline: _next,
    subject: _subject,
    type: _type,
    type_label: _label,
    ...line
  } = caseLine(centre, language, found);
  return {
    ...line,
    deadline: limit.deadline,
    deadline_label: label(language, "deadlines", limit.deadline),
    cycle: limit.cycle,
    start: instant(limit.start),
    due: instant(limit.due),
    light: centre.light(limit),
    standard: true,
    remaining_seconds: left(centre, limit),
    provisional: limit.deadline === "visit",
  };
}

function offerOf(centre, found) {
  const due = found.offer.at + 4 * hour;
  return {
    case: found.number,
    id: found.id,
    from: found.holder,
    from_name: centre.people[found.holder] ?? "",
    to: found.offer.to,
    to_name: centre.people[found.offer.to],
    offered_at: instant(found.offer.at),
    due: instant(due),
    remaining_seconds: Math.floor((due - centre.now()) / 1000),
    light: centre.light({ deadline: "handoff", due }),
  };
}

function summary(centre) {
  const all = centre.cases.flatMap((found) => found.deadlines);
  const count = (name, wanted) => all.filter((one) => one.deadline === name && status(centre, one) === wanted).length;
  return Object.fromEntries(
    ["reception", "plan", "visit"].map((name) => [
      name,
      Object.fromEntries(["on_time", "late", "open", "overdue"].map((one) => [one, count(name, one)])),
    ]),
  );
}

export function board(centre, language, wanted, health) {
  const rows = centre.cases
    .flatMap((found) => openLimits(found).map((limit) => boardRow(centre, language, found, limit)))
    .sort((a, b) => a.due.localeCompare(b.due));
  const kept = rows.filter((row) =>
    ["centre", "deadline", "light", "holder"].every((name) => !wanted.get(name) || row[name] === wanted.get(name)),
  );
  const lights = Object.fromEntries(
    ["red", "amber", "green"].map((light) => [light, rows.filter((row) => row.light === light).length]),
  );
  return {
    as_of: instant(centre.now()),
    health,
    lights,
    summary: summary(centre),
    rows: kept,
    more: 0,
    waiting: centre.cases
      .filter((found) => found.state === "arrived")
      .map((found) => {
        const limit = found.deadlines[0];
        return {
          case: found.number,
          id: found.id,
          since: instant(limit.start),
          due: instant(limit.due),
          remaining_seconds: left(centre, limit),
          light: centre.light(limit),
        };
      }),
    waiting_more: 0,
    hand_offs: centre.cases
      .filter((found) => found.offer)
      .map((found) => offerOf(centre, found))
      .filter((offer) => !wanted.get("to") || offer.to === wanted.get("to")),
    hand_offs_more: 0,
    centres: Object.entries(centre.centres).map(([id, name]) => ({ id, name })),
    holders: Object.entries(centre.people).map(([id, name]) => ({ id, name })),
  };
}

export function list(centre, language, wanted) {
  const fits = (found) =>
    (!wanted.get("holder") || found.holder === wanted.get("holder")) &&
    (!wanted.get("state") || found.state === wanted.get("state")) &&
    (!wanted.get("centre") || found.centre === wanted.get("centre")) &&
    (!wanted.get("text") || `${found.number}${found.fields.about}${found.fields.party}`.includes(wanted.get("text"))) &&
    (wanted.get("all") || found.state !== "closed") &&
    (!wanted.get("overdue") || openLimits(found).some((one) => one.due < centre.now()));
  return { cases: centre.cases.filter(fits).map((found) => caseLine(centre, language, found)), next: null };
}

export function oneCase(centre, language, found) {
  const { next_deadline: _next, ...line } = caseLine(centre, language, found);
  const at = (state) => found.history.find((entry) => entry.after === state)?.at;
  const respondents = found.fields.respondents ?? [];
  const party = (name, side) => ({
    name,
    side,
    side_label: side === "claimant" ? say(language, ["申请人", "claimant"]) : say(language, ["被申请人", "respondent"]),
    consent: "",
    consent_label: "",
  });
  return {
    ...line,
    mediation_number: "",
    channel: found.fields.channel,
    channel_label: label(language, "channels", found.fields.channel),
    emergency: found.emergency ?? false,
    open: found.state !== "closed",
    revision: found.history.length,
    head: "0".repeat(64),
    arrived_at: instant(found.arrived),
    parties: [party(found.fields.party, "claimant"), ...respondents.map((name) => party(name, "respondent"))],
    deadlines: found.deadlines.map((one) => deadline(centre, language, one)),
    path: path.map((state) => ({
      state,
      label: label(language, "states", state),
      at: at(state) ? instant(at(state)) : null,
      current: state === found.state,
      skipped: false,
    })),
  };
}

export function next(centre, language, found) {
  return {
    case: found.number,
    id: found.id,
    revision: found.history.length,
    possible: possibleAt(language, found, words(language)),
  };
}

export function history(centre, language, found) {
  const labels = new Map(table.flatMap((row) => row.fields).map((field) => [field.name, say(language, field.pair)]));
  return {
    case: found.number,
    history: found.history.map((entry) => ({
      seq: entry.seq,
      event: entry.event,
      label: label(language, "events", entry.event),
      state_before: entry.before,
      state_after: entry.after,
      state_label: label(language, "states", entry.after),
      occurred_at: instant(entry.at),
      recorded_at: instant(entry.recorded),
      actor: entry.actor,
      actor_name: centre.people[entry.actor],
      holder_name: centre.people[found.holder] ?? "",
      origin: "person",
      late_entry: false,
      hash: "0".repeat(64),
      fields: Object.entries(entry.fields).map(([name, value]) => ({ name, label: labels.get(name) ?? name, value })),
    })),
  };
}

export function explained(centre, language, limit) {
  const days = [];
  for (let at = limit.start; at < limit.due + day && days.length < 30; at += day) {
    const date = instant(at).slice(0, 10);
    const rest = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    days.push({
      date,
      verdict: rest ? "skipped" : days.length ? "counted" : "start",
      text: rest ? say(language, ["周末", "weekend"]) : say(language, ["工作日", "working day"]),
    });
  }
  return {
    deadline: limit.deadline,
    cycle: 1,
    rule: "workdays:3",
    source: say(language, ["小站镇2020年度法治政府建设情况报告", "the town's report of 2020"]),
    due: instant(limit.due),
    status: status(centre, limit),
    provisional: false,
    calendar_revision: "cn/23",
    explanation: days,
  };
}

export function taken(centre, language, found, event) {
  const next_ = firstDue(found);
  const done = say(language, [
    `${found.number}：已办理“${label("zh_CN", "events", event)}”。`,
    `${found.number}: ${event} is done.`,
  ]);
  const coming = next_
    ? [
        say(language, [
          `接下来：${label("zh_CN", "deadlines", next_.deadline)}，截止 ${instant(next_.due).slice(0, 16).replace("T", " ")}。`,
          `Next: ${next_.deadline}, due ${instant(next_.due).slice(0, 16)}.`,
        ]),
      ]
    : [];
  return {
    case: found.number,
    id: found.id,
    event,
    revision: found.history.length,
    state: found.state,
    state_label: label(language, "states", found.state),
    holder_name: centre.people[found.holder] ?? "",
    sentence: done,
    lines: coming,
    deadlines: found.deadlines.map((one) => deadline(centre, language, one)),
  };
}

export const arriveForm = (language) => ({ fields: fieldsOf(language, table[0].fields, words(language)) });
