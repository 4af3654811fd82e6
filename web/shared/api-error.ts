import type { Problem } from "./types";

/** A request the server refused, or that never reached it (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds the server asks to wait, from `Retry-After`. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether the same request may work later: no network, too many requests, or the server is away. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}
