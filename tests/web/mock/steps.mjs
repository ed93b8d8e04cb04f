import { label, say } from "./words.mjs";

// The mock's own small table: from, event, to, what is asked. It stands for the real process in tests of the pages only.
const text = (name, pair, required = false, max_length = 200) => ({ name, pair, type: "text", required, max_length });
const people = { zhang: "张某某", li: "李某" };

export const table = [
  {
    from: null,
    event: "arrive",
    to: "arrived",
    fields: [
      { name: "channel", pair: ["来访渠道", "how it came in"], type: "channel", required: true, words: "channels" },
      text("party", ["申请人", "name of the claimant"], true),
      text("about", ["纠纷简要情况", "what it is about"], true, 20000),
      { name: "respondents", pair: ["被申请人", "the other side"], type: "list", max_length: 200 },
      { name: "emergency", pair: ["紧急", "danger to life or limb"], type: "bool" },
      { name: "amount", pair: ["涉及金额(元)", "amount in yuan"], type: "int" },
    ],
  },
  {
    from: "arrived",
    event: "receive",
    to: "received",
    fields: [
      {
        name: "manner",
        pair: ["接待方式", "how they were received"],
        type: "choice",
        choices: { face: ["当面", "face to face"], phone: ["电话", "by telephone"] },
      },
      { name: "receiver", pair: ["接待人", "who received"], type: "person" },
      text("claim", ["申请事项", "what is asked for"], false, 20000),
    ],
  },
  {
    from: "received",
    event: "sort",
    to: "sorted",
    fields: [
      { name: "duplicate_checked", pair: ["已查重", "looked for the same matter"], type: "bool", required: true },
      { name: "type", pair: ["纠纷类型", "type of dispute"], type: "kind", words: "kinds" },
    ],
  },
  {
    from: "sorted",
    event: "enter",
    to: "entered",
    fields: [
      {
        name: "safety",
        pair: ["安全评估", "is anybody in danger?"],
        type: "choice",
        required: true,
        choices: { safe: ["无危险", "nobody in danger"], tense: ["紧张", "tense"], danger: ["有危险", "danger"] },
      },
    ],
  },
  {
    from: "entered",
    event: "plan",
    to: "planned",
    fields: [
      {
        name: "branches",
        pair: ["处理途径", "ways of the plan"],
        type: "list",
        required: true,
        choices: { mediate: ["调解", "mediation"], aid: ["帮扶", "help"], route: ["法定途径", "a statutory route"] },
      },
      { name: "responsible", pair: ["责任人", "person responsible"], type: "person", required: true },
      { name: "next_at", pair: ["下一步时间", "when the next step is"], type: "moment", required: true },
    ],
  },
  { from: "planned", event: "accept", to: "mediating", fields: [] },
  {
    from: "mediating",
    event: "agree",
    to: "awaiting_visit",
    fields: [
      {
        name: "form",
        pair: ["协议形式", "form"],
        type: "choice",
        required: true,
        choices: { written: ["书面", "in writing"], oral: ["口头", "by word of mouth"] },
      },
      text("content", ["协议内容", "who gives whom what"], false, 20000),
    ],
  },
  {
    from: "awaiting_visit",
    event: "visit",
    to: "visited",
    fields: [
      {
        name: "result",
        pair: ["回访结果", "what came of it"],
        type: "choice",
        required: true,
        choices: { made: ["已回访", "made"], attempted: ["已尝试", "attempted"] },
      },
      { name: "content", pair: ["是否满意", "content with the outcome"], type: "bool" },
    ],
  },
  { from: "visited", event: "close", to: "closed", fields: [] },
];
const aside = [
  { event: "note", fields: [text("text", ["内容", "the note"], true, 20000)] },
  { event: "offer", fields: [{ name: "to", pair: ["接收人", "receiver"], type: "person", required: true }] },
];

function choicesOf(language, field) {
  if (field.type === "person") return Object.entries(people).map(([value, name]) => ({ value, label: name }));
  if (field.words) return null; // filled by the caller, from the words
  if (!field.choices) return null;
  return Object.entries(field.choices).map(([value, pair]) => ({ value, label: say(language, pair) }));
}

export function fieldsOf(language, fields, words) {
  return fields.map((field) => ({
    name: field.name,
    label: say(language, field.pair),
    type: field.type,
    required: field.required ?? false,
    max_length: field.max_length ?? 0,
    choices: field.words
      ? words[field.words].map(({ code, label: said }) => ({ value: code, label: said }))
      : choicesOf(language, field),
  }));
}

export const rowAt = (state, event) =>
  table.find((row) => row.from === state && row.event === event) ?? aside.find((row) => row.event === event);

// What is possible at a state: its own step, those that stand beside the way, and the next one as not possible yet.
export function possibleAt(language, found, words) {
  const own = table.filter((row) => row.from === found.state);
  const ahead = table.find((row) => row.from === own[0]?.to);
  const step = (row, missing, beside) => ({
    event: row.event,
    label: label(language, "events", row.event),
    what: say(language, [`办理“${label("zh_CN", "events", row.event)}”。`, `Takes the step ${row.event}.`]),
    permitted: true,
    missing,
    aside: beside,
    roles: [label(language, "roles", "mediator")],
    fields: fieldsOf(language, row.fields, words),
  });
  const closed = found.state === "closed";
  return [
    ...own.map((row) => step(row, null, false)),
    ...(closed ? [] : aside.map((row) => step(row, null, true))),
    ...(ahead
      ? [
          step(
            ahead,
            say(language, [`先办“${label("zh_CN", "events", own[0].event)}”。`, `First: ${own[0].event}.`]),
            false,
          ),
        ]
      : []),
  ];
}
export const path = [
  "arrived",
  "received",
  "sorted",
  "entered",
  "planned",
  "mediating",
  "awaiting_visit",
  "visited",
  "closed",
];
export { people };
