import type {
  Contact,
  ConversationEvent,
  Person,
  Conversation as VisibleConversation,
} from "../../shared/types";

/** What the server says to an agent: the shapes that visitors see, and more. */
export type {
  Callback,
  Contact,
  Evidence,
  Handoff,
  Person,
  Source,
  State,
} from "../../shared/types";

export type Presence = "online" | "away" | "offline";
export type Outcome = "right" | "unnecessary" | "late";

export interface Agent extends Person {
  email: string;
  role: "agent" | "admin";
  presence?: Presence;
}

export interface TeamMember extends Person {
  status: Presence;
}

export interface Site {
  id: string;
  name: string;
  timezone?: string | null;
}

/** One question the AI tried to answer before a person was needed. */
export interface Attempt {
  question: string;
  confidence?: number | null;
  answer?: string | null;
}

export interface Summary {
  wants?: string | null;
  tried?: Attempt[];
  /** The reason's name. */
  why?: string | null;
  /** The words that caused the handoff. */
  words?: string | null;
  contact?: Contact | null;
  /** A few sentences by a model; null when only the facts are there. */
  text?: string | null;
  /** Who wrote `text`: `core`, or the model's name. */
  by?: string;
  made_at?: string | null;
}

/** An answer of the AI that was never sent: a person came first. */
export interface AiDraft {
  text: string;
  confidence?: number | null;
}

export interface Conversation extends VisibleConversation {
  summary?: Summary | null;
  draft?: AiDraft | null;
}

export interface Preview {
  author: string;
  text: string;
  at: string;
}

export interface InboxItem extends Conversation {
  /** The visitor's name, or "Visitor 3f9a". */
  visitor?: string;
  preview?: Preview | null;
}

/** An event as agents see it: notes are whole, and a request names the message that caused it. */
export interface LogEvent extends ConversationEvent {
  message_seq?: number | null;
}
