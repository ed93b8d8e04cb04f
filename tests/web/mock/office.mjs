// The administration of the made-up centre, as far as its pages are looked at without a program.
const at = "2026-05-06T08:30:00+08:00";

export const sessions = () => ({
  sessions: [
    { id: "s1", address: "127.0.0.1", agent: "made-up browser", created_at: at, seen_at: at, current: true },
    { id: "s2", address: "10.0.0.7", agent: "another made-up one", created_at: at, seen_at: at, current: false },
  ],
});

export const duties = (found) => ({
  duties: [
    {
      case: found.number,
      id: found.id,
      number: 2,
      step: "answer",
      text: "多久能办好",
      deadline: "question",
      label: "答复",
      due: "2026-05-07T17:00:00+08:00",
      light: "amber",
      remaining_seconds: 3600,
    },
  ],
});

export const tokens = () => ({
  tokens: [
    {
      id: "t1",
      person: "zhang",
      person_name: "张某某",
      name: "台账",
      scope: "read",
      created_at: at,
      created_by: "zhang",
      expires_at: "2026-12-31T00:00:00+08:00",
      used_at: null,
      ended: false,
    },
  ],
});

export const accounts = () => ({
  accounts: ["zhang", "li"].map((person, n) => ({
    person,
    login: person,
    name: ["张某某", "李某"][n],
    centre: "town",
    centre_name: "小站镇中心",
    in_service: true,
    password: true,
    must_change: n === 1,
    locked: false,
    password_set_at: at,
    sessions: 1,
    tokens: 0,
    wait: n * 20,
    own: n === 0,
  })),
});

export const audit = () => ({
  acts: [
    { at, person: "zhang", person_name: "张某某", action: "password", action_label: "设置初始密码", about: "li", about_name: "李某", detail: "" },
  ],
  attempts: [
    { at, person: "li", person_name: "李某", action: "archive", action_label: "归档", case: "", reason: "not_permitted", reason_label: "角色无此权限" },
  ],
});

export const nights = () => ({
  nights: [{ day: "2026-05-05", as_of: at, missed_from: null, open: 12, overdue: 1, digest: "0123456789abcdef" }],
});

// `resent`: nothing is given up any more.
export const deliveries = (resent) => ({
  channels: [
    {
      name: "duty",
      kind: "wecom",
      host: "qyapi.weixin.qq.com",
      for: ["role:supervisor"],
      for_names: ["督查员"],
      language: "zh_CN",
      quiet: "20:00-08:00",
      since: at,
      waiting: 0,
      trying: 0,
      dead: resent ? 0 : 1,
    },
  ],
  trying: [],
  dead: resent
    ? []
    : [
        {
          id: "01970c2e-1f00-7000-8000-000000000001",
          channel: "duty",
          messages: 1,
          cases: ["小站矛调〔2026〕0001号"],
          attempts: 10,
          tried_at: at,
          next_at: null,
          error: "HTTP 500",
        },
      ],
});
