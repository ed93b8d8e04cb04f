import { randomUUID } from "node:crypto";
import { day, hour, instant, minute } from "./clock.mjs";
import { path, people, rowAt } from "./steps.mjs";

const limits = {
  arrived: ["reception", 30 * minute],
  received: ["plan", 3 * day],
  awaiting_visit: ["visit", 21 * day],
};
const ends = { receive: "reception", plan: "plan", visit: "visit" };
const centres = { town: "小站镇矛调中心", v01: "甲村调委会" };

// A centre that lives in memory: plainly made-up people, a few cases in every light. Times are told relative to now, so
// that the pages show red, amber and green whenever they are looked at.
export function makeCentre(now = () => Date.now()) {
  const cases = [];
  const watchers = new Set();
  let position = 0;

  const changed = (id) => {
    position += 1;
    watchers.forEach((tell) => tell({ position, cases: [id] }));
  };

  function startLimit(found, at) {
    const limit = limits[found.state];
    if (limit) found.deadlines.push({ deadline: limit[0], cycle: 1, start: at, due: at + limit[1], met: null });
  }

  function happen(found, event, fields, at = now()) {
    const row = rowAt(event === "arrive" ? null : found.state, event);
    const before = found.state;
    found.state = row.to ?? found.state;
    for (const one of found.deadlines) if (one.deadline === ends[event] && one.met === null) one.met = at;
    if (event === "offer") found.offer = { to: fields.to, at };
    else found.holder = fields.responsible ?? fields.receiver ?? (event === "receive" ? "zhang" : found.holder);
    if (found.state !== before) startLimit(found, at);
    found.history.push({
      seq: found.history.length + 1,
      event,
      before,
      after: found.state,
      at,
      recorded: now(),
      fields,
      actor: "zhang",
    });
    return found;
  }

  function arrive(fields, at = now()) {
    const found = {
      id: randomUUID(),
      number: `示例〔2026〕${String(cases.length + 1).padStart(4, "0")}号`,
      state: "",
      holder: "",
      centre: cases.length % 3 === 2 ? "v01" : "town",
      type: "",
      fields,
      deadlines: [],
      history: [],
      offer: null,
      arrived: at,
    };
    cases.push(found);
    happen(found, "arrive", fields, at);
    return found;
  }

  const fill = () => {
    const t = now();
    arrive(
      { channel: "visit", party: "张某某", about: "楼上漏水，天花板受损", respondents: ["李某"] },
      t - 12 * minute,
    );
    arrive({ channel: "visit", party: "李某", about: "邻居半夜装修" }, t - 24 * minute);
    const late = arrive({ channel: "visit", party: "王某", about: "门前堆放杂物，多次沟通无果" }, t - 41 * minute);
    late.emergency = true;
    const waits = happen(
      arrive({ channel: "hotline", party: "赵某某", about: "拖欠工资" }, t - 4 * day),
      "receive",
      {},
      t - 4 * day + 10 * minute,
    );
    waits.deadlines[1].due = t - 5 * hour;
    const soon = happen(
      arrive({ channel: "phone", party: "孙某", about: "宅基地边界" }, t - 2 * day),
      "receive",
      { receiver: "li" },
      t - 2 * day + 8 * minute,
    );
    soon.deadlines[1].due = t + 3 * hour;
    soon.offer = { to: "zhang", at: t - hour };
    const agreed = arrive({ channel: "visit", party: "周某", about: "水渠分水" }, t - 24 * day);
    [
      ["receive", {}],
      ["sort", { duplicate_checked: true, type: "neighbour" }],
      ["enter", { safety: "safe" }],
      ["plan", { branches: ["mediate"], responsible: "li", next_at: instant(t) }],
      ["accept", {}],
      ["agree", { form: "written", content: "轮流用水" }],
    ].forEach(([event, fields], index) => happen(agreed, event, fields, t - 24 * day + (index + 1) * 15 * minute));
    agreed.type = "neighbour";
    agreed.deadlines[agreed.deadlines.length - 1].due = t + 2 * day;
  };
  fill();

  return {
    cases,
    people,
    centres,
    path,
    now,
    changed,
    arrive,
    happen,
    position: () => position,
    find: (id) => cases.find((one) => one.id === id || one.number === id),
    watch: (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    light: (limit) => {
      const left = limit.due - now();
      const warn = { reception: 10 * minute, plan: day, visit: 7 * day }[limit.deadline] ?? hour;
      return left < 0 ? "red" : left <= warn ? "amber" : "green";
    },
  };
}
