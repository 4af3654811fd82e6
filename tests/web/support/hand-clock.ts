import type { Clock } from "../../../web/shared/clock";

/** A clock moved by hand; chance is always the middle. */
export class HandClock implements Clock {
  private time = 0;
  private waiting: { at: number; action: () => void }[] = [];

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = { at: this.time + milliseconds, action };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== timer);
    };
  }

  /** Milliseconds until the next timer, or null. */
  get next(): number | null {
    const times = this.waiting.map(({ at }) => at - this.time);
    return times.length === 0 ? null : Math.min(...times);
  }

  async move(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const due = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.waiting = this.waiting.filter((other) => other !== due);
      this.time = Math.max(this.time, due.at);
      due.action();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** Lets everything run that only waits for promises. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; ++i) await Promise.resolve();
}
