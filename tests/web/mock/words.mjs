// The few words of the process that the mock needs, Chinese and English.
const table = {
  states: {
    arrived: ["到访", "arrived, waiting for reception"],
    received: ["已接待", "received"],
    sorted: ["一分", "sorted and registered"],
    entered: ["一进", "entered the service station"],
    planned: ["方案", "plan told"],
    mediating: ["一调", "in mediation"],
    suspended: ["中止", "mediation suspended"],
    awaiting_visit: ["待回访", "resolved, waiting for the visit"],
    visited: ["一访", "visited, waiting to be closed"],
    closed: ["结案", "closed"],
  },
  events: {
    arrive: ["到访", "arrive"],
    receive: ["接待", "receive"],
    leave: ["未接待离开", "leave"],
    sort: ["分类登记", "sort"],
    enter: ["进站疏导", "enter"],
    plan: ["告知方案", "tell the plan"],
    accept: ["受理", "accept"],
    agree: ["达成协议", "agree"],
    visit: ["回访", "visit"],
    close: ["结案", "close"],
    note: ["记事", "note"],
    offer: ["移交", "offer"],
    ack: ["签收", "acknowledge"],
  },
  deadlines: {
    reception: ["接待", "reception"],
    plan: ["方案", "plan"],
    visit: ["回访", "visit"],
    step: ["下一步", "next step"],
    handoff: ["签收", "hand-off"],
  },
  statuses: {
    on_time: ["按时", "on time"],
    late: ["逾期完成", "late"],
    open: ["进行中", "running"],
    overdue: ["逾期", "overdue"],
    stopped: ["停止", "stopped"],
  },
  roles: {
    receptionist: ["接待员", "receptionist"],
    mediator: ["人民调解员", "mediator"],
    supervisor: ["督查员", "supervisor"],
    administrator: ["系统管理员", "administrator"],
  },
  kinds: {
    neighbour: ["邻里纠纷", "neighbours"],
    wages: ["拖欠农民工工资", "unpaid wages"],
    family: ["婚姻家庭纠纷", "family"],
  },
  channels: {
    visit: ["来访", "came in person"],
    phone: ["来电", "by telephone"],
    hotline: ["12345/8890转办", "hotline"],
  },
};

export function say(language, pair) {
  return pair[language === "en" ? 1 : 0];
}
export function label(language, group, name) {
  const pair = table[group][name];
  return pair ? say(language, pair) : name;
}
const named = (language, group) =>
  Object.fromEntries(Object.keys(table[group]).map((name) => [name, label(language, group, name)]));
const coded = (language, group) =>
  Object.keys(table[group]).map((code) => ({ code, label: label(language, group, code) }));

export function words(language) {
  return {
    states: named(language, "states"),
    events: named(language, "events"),
    deadlines: named(language, "deadlines"),
    statuses: named(language, "statuses"),
    roles: named(language, "roles"),
    kinds: coded(language, "kinds"),
    channels: coded(language, "channels"),
  };
}
