/** The JSON the core reads and writes; the contract describes each field. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Verdict = "handoff" | "offer" | "continue";

export interface Signal {
  reason: string;
  score: number;
  fires: boolean;
  rule: string;
  evidence: { start: number; end: number; text: string }[];
}

/** One visitor message, or a whole conversation with the newest message last. */
export interface DetectionInput {
  id?: string;
  text?: string;
  messages?: {
    author: "visitor" | "ai" | "agent";
    text: string;
    confidence?: number;
    at?: string;
  }[];
  attributes?: Record<string, string | number | boolean>;
}

export interface Detection {
  id?: string;
  verdict: Verdict;
  reason: string | null;
  score: number;
  sentiment: number;
  language: string;
  signals: Signal[];
}

export interface AvailabilityAnswer {
  at: string;
  open: boolean;
  available: boolean;
  closes_at: string | null;
  opens_at: string | null;
  reason: "hours" | "exception" | "override" | "always";
}

/** A time zone as data: from each instant (Unix seconds) on, the offset east of UTC in seconds. */
export interface ZoneTable {
  name: string;
  spans: [number, number][];
}
