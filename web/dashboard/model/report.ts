/** The answer of GET /v1/reports/handoffs. */
export interface Report {
  from?: string;
  to?: string;
  handoffs: number;
  by_reason: Record<string, number>;
  by_rule?: Record<string, number>;
  by_outcome?: Record<string, number>;
  wait_seconds?: Percentiles | null;
  first_response_seconds?: Percentiles | null;
  promises?: PromiseCounts;
  unanswered?: { question: string; count: number }[];
}

export interface Percentiles {
  p50: number | null;
  p90: number | null;
}

/** What became of promised answers; one that is open and late counts as broken. */
export interface PromiseCounts {
  open: number;
  kept: number;
  broken: number;
}

/** The part that was kept of those whose outcome is known, 0 to 1; null while there are none. */
export function keptShare({ kept, broken }: PromiseCounts): number | null {
  return kept + broken > 0 ? kept / (kept + broken) : null;
}

export interface Share {
  name: string;
  count: number;
  /** Of the whole, 0 to 1. */
  share: number;
}

/** Counts as rows, the largest first, each with its part of `whole`. */
export function sharesOf(counts: Record<string, number> | undefined, whole: number): Share[] {
  return Object.entries(counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, count, share: whole > 0 ? count / whole : 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** The query for the last `days` days up to `now`. */
export function lastDays(days: number, now: number): string {
  const from = new Date(now - days * 24 * 60 * 60 * 1000).toISOString();
  return new URLSearchParams({ from, to: new Date(now).toISOString() }).toString();
}
