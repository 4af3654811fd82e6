import { setTimeout as pause } from "node:timers/promises";

/** How long a condition may take before a test gives up; a busy machine is slow, not broken. */
export const patience = 30_000;

/**
 * Reads again and again until `accept` says yes, and resolves to what was read then. For what no locator can wait for:
 * the server's log, a page's title.
 */
export async function eventually(what, read, accept) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end)
      throw new Error(`${what} did not come; last seen: ${JSON.stringify(value)}`);
    await pause(25);
  }
}
