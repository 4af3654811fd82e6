/** Tells the embedding page: a CustomEvent `handoff:NAME` on window, and those who asked by `handoff("on", …)`. */
export function announce(name: string, detail: object = {}): void {
  window.dispatchEvent(new CustomEvent(`handoff:${name}`, { detail }));
}

/** Returns what ends the subscription. */
export function listen(name: string, listener: (detail: unknown) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<unknown>).detail);
  window.addEventListener(`handoff:${name}`, heard);
  return () => window.removeEventListener(`handoff:${name}`, heard);
}
