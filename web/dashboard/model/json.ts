/** The value of a JSON text, or null when it is none: a stream must survive a frame it cannot read. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
