/** Time and chance, so that tests can hold them in their hands. */
export interface Clock {
  now(): number;
  /** Runs `action` once after `milliseconds`; returns what cancels it. */
  after(milliseconds: number, action: () => void): () => void;
  /** In [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
