import { day, instant } from "./clock.mjs";
import { label, say } from "./words.mjs";

// Figures, alerts, calendar, people and centres of the mock: fixed and round.
const rate = (part, of) => ({ part, of, rate: of === 0 ? null : part / of });
const kept = (on_time, late, overdue) => ({
  on_time,
  late,
  overdue,
  on_time_rate: rate(on_time, on_time + late + overdue),
  excluded: { stopped: 0 },
});

export function figures(centre) {
  const year = instant(centre.now()).slice(0, 4);
  const months = ["01", "02", "03"].flatMap((month) =>
    ["reception", "plan", "visit"].map((deadline, index) => ({
      month: `${year}-${month}`,
      centre: "town",
      deadline,
      on_time: 20 - index * 2,
      late: Number(month),
      overdue: index,
    })),
  );
  return {
    as_of: instant(centre.now()),
    from: `${year}-01-01T00:00:00+08:00`,
    to: `${year}-12-31T00:00:00+08:00`,
    centre: "",
    cases_in_hand: 7,
    inferred_steps: 0,
    hand_offs: {
      offers: 1,
      acknowledged: 1,
      designated: 0,
      lapsed: 0,
      moves: 1,
      objections: 0,
      moves_a_case: rate(1, 4),
    },
    intake: {
      cases: 64,
      open: 7,
      resolved: 57,
      emergencies: 1,
      resolution_rate: rate(57, 64),
      excluded: { left_before_reception: 1, merged: 0 },
      by_source: { 依申请调解: 50 },
      by_channel: [
        { channel: "visit", source: "依申请调解", cases: 50 },
        { channel: "hotline", source: "接受其他部门委托移送", cases: 14 },
      ],
      by_type: [
        { type: "neighbour", a: "邻里纠纷", b: "0299", cases: 40 },
        { type: "wages", a: "拖欠农民工工资纠纷", b: "0703", cases: 14 },
        { type: "", a: "", b: "", cases: 10 },
      ],
    },
    promises: {
      all: { reception: kept(60, 3, 1), plan: kept(50, 4, 2), visit: kept(40, 5, 0) },
      by_centre: {
        town: { reception: kept(40, 2, 1), plan: kept(30, 3, 2), visit: kept(30, 4, 0) },
        v01: { reception: kept(20, 1, 0), plan: kept(20, 1, 0), visit: kept(10, 1, 0) },
      },
    },
    resolutions: {
      cases: 57,
      mediation_success_rate: rate(50, 57),
      relapse_rate: rate(1, 57),
      relapsed: 1,
      reopened: 1,
      outcomes: { agreed: 50, explained: 7 },
    },
    time_in_state: {
      arrived: { cases: 64, mean_seconds: 700, longest_seconds: 2460 },
      received: { cases: 63, mean_seconds: 90_000, longest_seconds: 400_000 },
      mediating: { cases: 50, mean_seconds: 500_000, longest_seconds: 1_800_000 },
    },
    months,
    breaches: [
      { date: `${year}-01-14`, count: 1 },
      { date: `${year}-02-03`, count: 3 },
      { date: `${year}-03-20`, count: 2 },
    ],
  };
}

export function alerts(centre, language) {
  const late = centre.cases.flatMap((found) =>
    found.deadlines.filter((one) => one.due < centre.now()).map((one) => ({ found, one })),
  );
  return {
    alerts: late.map(({ found, one }) => ({
      at: instant(one.due),
      raised_at: instant(one.due),
      case: found.number,
      id: found.id,
      deadline: one.deadline,
      deadline_label: label(language, "deadlines", one.deadline),
      cycle: 1,
      level: "red",
      level_label: say(language, ["逾期", "late"]),
      due: instant(one.due),
      tells: "li",
      tells_name: "李某",
      superseded: one.met !== null,
    })),
    more: 0,
  };
}

export function calendar(year, decided) {
  const days = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    const fixed = {
      [`${year}-01-01`]: ["holiday", "元旦"],
      [`${year}-10-01`]: ["holiday", "国庆节"],
      [`${year}-10-10`]: ["makeup", "国庆节"],
    }[date];
    const own = decided.get(date);
    days.push({
      date,
      kind: own ? (own.open ? "makeup" : "closing") : (fixed?.[0] ?? (weekend ? "rest" : "work")),
      name: own?.why ?? fixed?.[1] ?? "",
      provisional: date > `${year}-12-27`,
    });
  }
  return { year, revision: `cn/${23 + decided.size}`, covered_until: `${year}-12-27`, days };
}

export function moves(centre, language, order) {
  const found = centre.cases.filter((one) => one.state === "received");
  const moved = found.map((one) => ({
    case: one.number,
    deadline: "plan",
    label: label(language, "deadlines", "plan"),
    from: instant(one.deadlines[1].due),
    to: instant(one.deadlines[1].due - day),
    earlier: true,
  }));
  const earlier = order.open ? moved : [];
  return { revision: 1, moves: earlier, later: found.length - earlier.length, count: found.length };
}

export function peopleOf(centre, language, roster) {
  return {
    people: roster.map((one) => ({
      id: one.id,
      name: one.name,
      login: one.login,
      centre: one.centre,
      centre_name: centre.centres[one.centre] ?? "",
      unit: "人民调解",
      from: null,
      until: one.until ?? null,
      roles: one.roles.map((name) => ({ name, label: label(language, "roles", name) })),
    })),
  };
}

const office = ["08:30-12:00", "13:30-17:30"];
export function centresOf(centre) {
  return {
    centres: Object.entries(centre.centres).map(([id, name]) => ({
      id,
      name,
      level: id === "town" ? "town" : "village",
      parent: id === "town" ? "" : "town",
      timezone: "Asia/Shanghai",
      hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
    })),
  };
}
