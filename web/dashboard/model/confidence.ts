/** One ground of an answer's confidence, 0 to 1. */
export interface ConfidencePart {
  name: string;
  share: number;
}

const order = ["retrieval", "tokens", "hedging", "finish"];

/** The grounds in the order in which they come about; those that are newer than this page stand last. */
export function partsOf(parts: Record<string, number> | null | undefined): ConfidencePart[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(parts ?? {})
    .filter(([, share]) => typeof share === "number")
    .map(([name, share]) => ({ name, share }))
    .sort((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name));
}
