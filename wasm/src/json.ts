/** JSON for the core. What JSON has no word for becomes an empty text, which the core then refuses. */
export function written(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** The core's answer. Throws what it complained of. */
export function parsed<T>(text: string): T {
  const value = JSON.parse(text) as T & { error?: string };
  if (typeof value.error === "string") throw new Error(value.error);
  return value;
}
