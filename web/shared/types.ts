/** The shapes of the HTTP contract that browsers read. Times are RFC 3339. */

export type State = "ai" | "waiting" | "human" | "callback" | "closed";

export type Reason =
  | "user_request"
  | "low_confidence"
  | "negative_sentiment"
  | "keyword"
  | "failed_attempts"
  | "complaint"
  | "technical_issue"
  | "high_value_lead"
  | "ai_error"
  | "manual";

export interface Person {
  id: string;
  name: string;
}

export interface Contact {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
}

export interface WaitRange {
  p50_seconds: number;
  p90_seconds: number;
}

/** Byte offsets into the UTF-8 text of the message that triggered the handoff. */
export interface Evidence {
  start: number;
  end: number;
  text: string;
}

export interface Handoff {
  id: string;
  reason: Reason;
  rule?: string | null;
  score?: number | null;
  evidence?: Evidence[];
  message_seq?: number | null;
  requested_at: string;
  position?: number | null;
  wait?: WaitRange | null;
  outcome?: string | null;
  /** From who asked for the person: the AI, or the team. Agents alone see it. */
  note?: string | null;
  /** The AI says so; the queue does not follow it. Agents alone see it. */
  urgent?: boolean;
}

export interface Callback {
  due_at: string;
  promised_at: string;
  state: "open" | "kept" | "broken";
}

export interface Availability {
  at: string;
  open: boolean;
  available: boolean;
  closes_at: string | null;
  opens_at: string | null;
  reason: "hours" | "exception" | "override" | "always";
}

export interface Page {
  url: string;
  title?: string;
  referrer?: string;
}

export type AttributeValue = string | number | boolean;

export interface Conversation {
  id: string;
  site: string;
  state: State;
  epoch: number;
  owner: Person | null;
  created_at: string;
  updated_at: string;
  as_of_seq: number;
  locale?: string | null;
  timezone?: string | null;
  page?: Page | null;
  attributes?: Record<string, AttributeValue>;
  verified?: boolean;
  contact: Contact | null;
  handoff: Handoff | null;
  callback: Callback | null;
  availability?: Availability;
}

export type Author = "visitor" | "ai" | "agent" | "system";

export interface Source {
  title: string;
  url?: string | null;
}

/** One entry of the log. `seq` counts from 1 without holes. */
export interface ConversationEvent {
  seq: number;
  type: string;
  at?: string;
  author?: Author;
  text?: string;
  client_id?: string;
  agent?: Person;
  confidence?: number;
  /** The grounds of `confidence` by name, each 0 to 1. Agents alone see them. */
  confidence_parts?: Record<string, number>;
  epoch?: number;
  sources?: Source[];
  handoff_id?: string;
  reason?: Reason;
  rule?: string;
  score?: number;
  evidence?: Evidence[];
  due_at?: string;
  contact?: Contact;
  position?: number | null;
  wait?: WaitRange | null;
  note?: string;
  urgent?: boolean;
  by?: string;
  outcome?: string;
}

export interface FieldProblem {
  path: string;
  message: string;
}

/** An error as RFC 9457 problem details. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldProblem[];
  owner?: Person;
}
