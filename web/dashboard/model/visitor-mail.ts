import type { WordKey } from "../words/words";

/** How the mails of a conversation to its visitor stand. */
export interface VisitorMail {
  address: string | null;
  state: "none" | "asked" | "confirmed" | "refused" | "capped" | "undeliverable" | "not_set_up";
  asked_at: string | null;
  last_sent_at: string | null;
  waiting: number;
  away: boolean;
}

const words: Record<string, WordKey> = {
  asked: "mail.asked",
  confirmed: "mail.confirmed",
  refused: "mail.refused",
  capped: "mail.capped",
  undeliverable: "mail.undeliverable",
};

/** What an agent should know of it; null where there is nothing to know. */
export function mailWords(mail: VisitorMail): WordKey | null {
  if (mail.state === "not_set_up") return null;
  if (mail.address === null) return mail.away ? "mail.no-address" : null;
  return words[mail.state] ?? "mail.unasked";
}
