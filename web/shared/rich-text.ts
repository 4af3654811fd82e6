/**
 * A small, safe part of Markdown as data: paragraphs, lists, bold, italic, code and links. Anything else stays the
 * text it is. Linear in the length of the text; the views turn it into elements, never into HTML strings.
 */
export type Inline =
  | { kind: "text" | "strong" | "emphasis" | "code"; text: string }
  | { kind: "link"; text: string; href: string };

export type Block =
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] };

const allowedSchemes = ["http:", "https:", "mailto:"];

/** The address if it may be followed, else null: only absolute http, https and mailto. */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    return allowedSchemes.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// Bounded repetitions without nesting, so that hostile text costs no more than its length.
const pattern =
  /\*\*([^*\n]{1,400})\*\*|\*([^*\s][^*\n]{0,400})\*|`([^`\n]{1,400})`|\[([^\]\n]{1,200})\]\(([^()\s]{1,1000})\)|(https?:\/\/[^\s<>"']{1,1000})|([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/g;

const trailing = /[.,;:!?)\]}]+$/;

function link(text: string, address: string, whole: string): Inline {
  const href = safeHref(address);
  return href ? { kind: "link", text, href } : { kind: "text", text: whole };
}

function bareLink(found: string): Inline[] {
  const end = trailing.exec(found)?.[0] ?? "";
  const address = found.slice(0, found.length - end.length);
  const parts: Inline[] = [link(address, address, address)];
  if (end) parts.push({ kind: "text", text: end });
  return parts;
}

function inlineOf(match: RegExpMatchArray): Inline[] {
  const [whole, strong, emphasis, code, label, address, url, mail] = match;
  if (strong) return [{ kind: "strong", text: strong }];
  if (emphasis) return [{ kind: "emphasis", text: emphasis }];
  if (code) return [{ kind: "code", text: code }];
  if (label && address) return [link(label, address, whole)];
  if (url) return bareLink(url);
  if (mail) return [link(mail, `mailto:${mail}`, whole)];
  return [{ kind: "text", text: whole }];
}

/** One line of text, or several, as pieces. */
export function inlines(text: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    pieces.push(...inlineOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

/** Only links are found: for words of people, which are not Markdown. */
export function linkified(text: string): Inline[] {
  return inlines(text).map((piece) =>
    piece.kind === "link" || piece.kind === "text"
      ? piece
      : { kind: "text", text: original(piece) },
  );
}

function original(piece: Inline): string {
  const sign = { strong: "**", emphasis: "*", code: "`", text: "", link: "" }[piece.kind];
  return `${sign}${piece.text}${sign}`;
}

const bullet = /^\s{0,3}[-*•]\s+(.*)$/;
const number = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;

function listItem(line: string): { ordered: boolean; text: string } | null {
  const found = bullet.exec(line);
  if (found) return { ordered: false, text: found[1] ?? "" };
  const counted = number.exec(line);
  return counted ? { ordered: true, text: counted[1] ?? "" } : null;
}

/** A whole message. */
export function richText(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", content: inlines(lines.join("\n")) });
    lines = [];
  };
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const item = listItem(line);
    const last = blocks[blocks.length - 1];
    if (item) {
      const goesOn = lines.length === 0 && last?.kind === "list" && last.ordered === item.ordered;
      endParagraph();
      if (goesOn) last.items.push(inlines(item.text));
      else blocks.push({ kind: "list", ordered: item.ordered, items: [inlines(item.text)] });
    } else if (line.trim() === "") endParagraph();
    else lines.push(line);
  }
  endParagraph();
  return blocks;
}
