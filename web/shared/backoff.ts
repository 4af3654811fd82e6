import type { Clock } from "./clock";

const firstMilliseconds = 500;
const longestMilliseconds = 30_000;

/** Growing pauses with jitter: each lies between half and the whole of 0.5, 1, 2 … 30 s. */
export class Backoff {
  private attempts = 0;

  constructor(private readonly clock: Clock) {}

  next(): number {
    const whole = Math.min(longestMilliseconds, firstMilliseconds * 2 ** this.attempts);
    this.attempts = Math.min(this.attempts + 1, 16);
    return Math.round(whole * (0.5 + this.clock.random() / 2));
  }

  reset(): void {
    this.attempts = 0;
  }
}
