import type { Contact, InboxItem } from "./types";

type Named = Pick<InboxItem, "id" | "contact" | "visitor">;

/** What to call the visitor: the given name, the address, or "Visitor 3f9a". */
export function visitorName(item: Named, word: string): string {
  const known = item.contact?.name || item.contact?.email || item.contact?.phone;
  return known || item.visitor || `${word} ${shortId(item.id)}`;
}

/** The first name, for places where a sentence speaks about the visitor; the whole one of "Fleet, Oakhill School". */
export function firstName(item: Named, word: string): string {
  const name = item.contact?.name?.trim() ?? "";
  const first = name.includes(",") ? name : name.split(/\s+/)[0];
  return first || visitorName(item, word);
}

/** The path a page address leads to; the whole text when it is not an address. */
export function pagePath(url: string | undefined): string {
  if (!url) return "";
  try {
    const parsed = new URL(url);
    return parsed.pathname + parsed.search;
  } catch {
    return url;
  }
}

/** A link that is safe to follow, or null: only http and https leave the dashboard. */
export function safeLink(url: string | null | undefined): string | null {
  try {
    const parsed = new URL(url ?? "");
    return /^https?:$/.test(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

export function hasContact(contact: Contact | null | undefined): contact is Contact {
  return Boolean(contact && (contact.name || contact.email || contact.phone));
}

function shortId(id: string): string {
  return id.replace(/[^0-9a-z]/gi, "").slice(-4);
}
