// The shapes of /api/v1, field for field as web/openapi.yaml names them.
// Instants are RFC 3339 text with the centre's own offset; durations are whole seconds.

export type Instant = string;
export type Light = "red" | "amber" | "green";
export type Names = Record<string, string>;

export interface Problem {
  title: string;
  status: number;
  detail?: string;
  code: string;
  case?: string;
  rule?: string;
  possible?: string[];
  retry_after?: number; // seconds, from the header Retry-After
}

export interface Labelled {
  name: string;
  label: string;
}
export interface Coded {
  code: string;
  label: string;
}
export interface Named {
  id: string;
  name: string;
}
export interface Choice {
  value: string;
  label: string;
}

export interface SignedIn {
  person: { id: string; name: string; centre: string; centre_name: string; roles: Labelled[] };
  csrf: string;
  practice: boolean;
  organisation: string;
  language: string;
  now: Instant;
  permitted: string[];
  must_change?: boolean; // the password, before anything else
}

export interface Words {
  states: Names;
  events: Names;
  deadlines: Names;
  statuses: Names;
  kinds: Coded[];
  channels: Coded[];
  roles: Names;
}

// A row of the process: without `to` the case stays where it is. `clocks` says what happens to its limits ("meet plan, start step").
export interface ProcessRow {
  table: string;
  from: string;
  event: string;
  to?: string;
  clocks: string;
}
export interface Process {
  states: { name: string; final: boolean }[];
  rows: ProcessRow[];
}

export interface Health {
  status: "ok" | "late" | "dead";
  sentence: string;
  last_tick: Instant | null;
}
export interface Kept {
  on_time: number;
  late: number;
  open: number;
  overdue: number;
}

export interface BoardRow {
  case: string;
  id: string;
  ref: string;
  state: string;
  state_label: string;
  deadline: string;
  deadline_label: string;
  cycle: number;
  start: Instant;
  due: Instant;
  light: Light;
  standard: boolean;
  remaining_seconds: number;
  holder: string;
  holder_name: string;
  centre: string;
  centre_name: string;
  provisional: boolean;
}

export interface Waiting {
  case: string;
  id: string;
  since: Instant;
  due: Instant;
  remaining_seconds: number;
  light: Light;
}

export interface HandOff {
  case: string;
  id: string;
  from: string;
  from_name: string;
  to: string;
  to_name: string;
  offered_at: Instant;
  due: Instant;
  remaining_seconds: number;
  light: Light;
}

export interface Board {
  as_of: Instant;
  health: Health;
  lights: Record<Light, number>;
  summary: Record<string, Kept>;
  rows: BoardRow[];
  more: number;
  waiting: Waiting[];
  waiting_more: number;
  hand_offs: HandOff[];
  hand_offs_more: number;
  centres: Named[];
  holders: Named[];
}

export interface NextDeadline {
  deadline: string;
  label: string;
  due: Instant;
  remaining_seconds: number;
  light: Light;
}

export interface CaseLine {
  case: string;
  id: string;
  ref: string;
  state: string;
  state_label: string;
  centre: string;
  centre_name: string;
  holder: string;
  holder_name: string;
  type: string;
  type_label: string;
  subject?: string;
  next_deadline: NextDeadline | null;
}
export interface CaseList {
  cases: CaseLine[];
  next: string | null;
}

export interface Deadline {
  deadline: string;
  label: string;
  cycle: number;
  start: Instant;
  due: Instant;
  met: Instant | null;
  status: string;
  status_label: string;
  light: Light;
  remaining_seconds: number | null;
  paused?: boolean;
  standard: boolean;
  provisional: boolean;
  late_reason_needed: boolean;
}

export interface Party {
  name: string;
  side: string;
  side_label: string;
  consent: string;
  consent_label: string;
}
export interface PathStop {
  state: string;
  label: string;
  at: Instant | null;
  current: boolean;
  skipped: boolean;
}

export interface Case {
  case: string;
  id: string;
  ref: string;
  mediation_number: string;
  state: string;
  state_label: string;
  centre: string;
  centre_name: string;
  holder: string;
  holder_name: string;
  type: string;
  type_label: string;
  channel: string;
  channel_label: string;
  subject: string;
  emergency: boolean;
  open: boolean;
  revision: number;
  head: string;
  arrived_at: Instant;
  parties: Party[];
  representatives?: string[];
  mediators?: { id: string; name: string }[];
  responsible?: { id: string; name: string } | null;
  tasks?: { unit: string; person: string; person_name: string; what: string; status: string; status_label: string }[];
  questions?: { text: string; answerer: string; answerer_name: string; answered: boolean }[];
  claims?: { id: string; case: string; open: boolean }[];
  group?: string;
  merged_into?: string;
  absorbed?: string[];
  deadlines: Deadline[];
  path: PathStop[];
}

export interface DeliveryChannel {
  name: string;
  kind: string;
  for: string[];
  for_names: string[];
  waiting: number;
  trying: number;
  dead: number;
}
export interface Sending {
  id: string;
  channel: string;
  cases: string[];
  attempts: number;
  tried_at: Instant;
  error: string;
}
export interface Deliveries {
  channels: DeliveryChannel[];
  trying: Sending[];
  dead: Sending[];
}
export interface SessionLine {
  id: string;
  address: string;
  agent: string;
  created_at: Instant;
  seen_at: Instant;
  current: boolean;
}
export interface Token {
  id: string;
  person: string;
  person_name: string;
  name: string;
  scope: "read" | "write" | "feed";
  created_at: Instant;
  created_by: string;
  expires_at: Instant;
  used_at: Instant | null;
  ended: boolean;
}
export interface Account {
  person: string;
  login: string;
  name: string;
  centre: string;
  centre_name: string;
  in_service: boolean;
  password: boolean;
  must_change: boolean;
  locked: boolean;
  password_set_at: Instant | null;
  sessions: number;
  tokens: number;
  wait: number;
  own: boolean;
}
export interface AuditAct {
  at: Instant;
  person: string;
  person_name: string;
  action: string;
  action_label: string;
  about: string;
  about_name: string;
  detail: string;
}
export interface AuditAttempt {
  at: Instant;
  person: string;
  person_name: string;
  action: string;
  action_label: string;
  case: string;
  reason: string;
  reason_label: string;
}
export interface Duty {
  case: string;
  id: string;
  number: number;
  step: string;
  text: string;
  label: string;
  due: Instant;
  light: Light;
}
export interface DueAnswer {
  rule: string;
  due: Instant;
  due_date: string;
  explanation: { text: string }[];
}
export interface NightLine {
  day: string;
  as_of: Instant;
  missed_from: string | null;
  open: number | null; // the counts that are not told are null
  overdue: number | null;
  digest: string;
}
export interface NightRow {
  case: string;
  deadline: string;
  deadline_label: string;
  due: Instant;
  holder_name: string;
  centre_name: string;
}
export interface NightReport {
  as_of: Instant;
  overdue: { count: number | null; rows: NightRow[] };
  due_soon: { count: number | null; rows: NightRow[] };
  limits_overdue: { count: number | null; rows: NightRow[] };
  limits_due_soon?: { count: number | null; rows: NightRow[] };
}
export interface VerifiedAnswer {
  ok: boolean;
  cases: number | null;
  entries: number | null;
  head: string;
  first_bad: { case: string; seq: number; message: string } | null;
}

export type FieldType = "text" | "moment" | "bool" | "int" | "choice" | "list" | "person" | "kind" | "channel";
export interface Field {
  name: string;
  label: string;
  type: FieldType;
  required: boolean;
  choices: Choice[] | null;
  max_length: number;
}

export interface PossibleStep {
  event: string;
  label: string;
  what: string;
  permitted: boolean;
  missing: string | null;
  aside: boolean;
  roles: string[];
  fields: Field[];
  late_reason?: boolean;
}
export interface NextSteps {
  case: string;
  revision: number;
  possible: PossibleStep[];
}

export type FieldValue = string | number | boolean | string[];
export interface HistoryField {
  name: string;
  label: string;
  value: unknown;
}
export interface HistoryEntry {
  seq: number;
  event: string;
  label: string;
  state_before: string;
  state_after: string;
  state_label: string;
  occurred_at: Instant;
  recorded_at: Instant;
  actor: string;
  actor_name: string;
  holder_name: string;
  origin: string;
  late_entry: boolean;
  fields: HistoryField[];
  hash: string;
}
export interface History {
  case: string;
  history: HistoryEntry[];
}

// `verdict`: start, counted, skipped or due; `from` and `to` where a part of the day is counted.
export interface ExplainedDay {
  date: string;
  from?: Instant;
  to?: Instant;
  number?: number;
  verdict: string;
  text: string;
}
export interface Explained {
  deadline: string;
  cycle: number;
  rule: string;
  source: string;
  due: Instant;
  status: string;
  provisional: boolean;
  calendar_revision: string;
  counted_anew?: boolean; // the calendar has changed since it was judged
  explanation: ExplainedDay[];
}

export interface StepTaken {
  case: string;
  id: string;
  event: string;
  revision: number;
  state: string;
  state_label: string;
  holder_name: string;
  sentence: string;
  lines: string[];
  deadlines: Deadline[];
}
export interface HappeningBody {
  fields: Record<string, FieldValue>;
  occurred_at?: Instant;
}

export interface Rate {
  part: number;
  of: number;
  rate: number | null;
}
export interface KeptPromise {
  on_time: number;
  late: number;
  overdue: number;
  on_time_rate: Rate;
  excluded: Record<string, number>;
}
export interface Figures {
  as_of: Instant;
  from: Instant;
  to: Instant;
  centre: string;
  cases_in_hand: number;
  intake: {
    cases: number;
    open: number;
    resolved: number;
    emergencies: number;
    resolution_rate: Rate;
    by_channel: { channel: string; source: string; cases: number }[];
    by_type: { type: string; a: string; b: string; cases: number }[];
  };
  promises: { all: Record<string, KeptPromise>; by_centre: Record<string, Record<string, KeptPromise>> };
  resolutions: { cases: number; mediation_success_rate: Rate; relapse_rate: Rate };
  time_in_state: Record<string, { cases: number; mean_seconds: number; longest_seconds: number }>;
  months: { month: string; centre: string; deadline: string; on_time: number; late: number; overdue: number }[];
  breaches: { date: string; count: number }[];
}

export interface Alert {
  at: Instant;
  raised_at: Instant;
  case: string;
  id: string;
  deadline: string;
  deadline_label: string;
  cycle: number;
  level: string;
  level_label: string;
  due: Instant;
  tells: string;
  tells_name: string;
  superseded: boolean;
}
export interface Alerts {
  alerts: Alert[];
  more: number;
}

export type DayKind = "work" | "rest" | "makeup" | "holiday" | "closing";
export interface CalendarDay {
  date: string;
  kind: DayKind;
  name: string;
  provisional: boolean;
}
export interface CalendarYear {
  year: number;
  revision: string;
  covered_until: string | null;
  days: CalendarDay[];
}
export interface DayOrder {
  date: string;
  open: boolean;
  why: string;
}
// A limit that a decision about a day moves. Those that move earlier are named one by one, the others counted (`later`).
export interface Move {
  case: string;
  deadline: string;
  label: string;
  from: Instant;
  to: Instant;
  earlier: boolean;
}
export interface Moves {
  revision: number;
  moves: Move[];
  later: number;
  count: number;
}

export interface Person {
  id: string;
  name: string;
  login: string;
  centre: string;
  centre_name: string;
  roles: Labelled[];
  unit?: string;
  from: Instant | null;
  until: Instant | null;
}
export interface People {
  people: Person[];
}
export interface PersonOrder {
  id: string;
  name: string;
  login: string;
  centre: string;
  roles: string[];
  until?: string | null;
}

export interface Centre {
  id: string;
  name: string;
  level: string;
  parent: string;
  timezone: string;
  hours: Record<string, string[]>;
}
export interface Centres {
  centres: Centre[];
}

// `all`: what changed is not known, or everything has.
export interface Change {
  position: number;
  cases: string[];
  all?: boolean;
}
