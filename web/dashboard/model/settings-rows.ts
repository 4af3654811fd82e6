/** One setting in plain words: where it stands and what it is. */
export interface SettingRow {
  path: string;
  value: string;
}

/** How a key and the plain values are said. */
export interface ValueWords {
  name: (key: string) => string;
  on: string;
  off: string;
  none: string;
  closed: string;
  hidden: string;
}

const secrets = new Set([
  "api_key",
  "password",
  "secret",
  "access_token",
  "app_secret",
  "verify_token",
]);

/**
 * Flattens a section of the settings into rows, "Hours, Monday" -> "09:00–18:00". Secrets are never written out, even
 * should a server send them.
 */
export function settingRows(value: unknown, words: ValueWords, path: string[] = []): SettingRow[] {
  const last = path[path.length - 1] ?? "";
  if (secrets.has(last) && value) return [{ path: join(path, words), value: words.hidden }];
  if (isInterval(value)) return [{ path: join(path, words), value: `${value.start}–${value.end}` }];
  if (Array.isArray(value)) return listRows(value, words, path);
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([key, inner]) =>
      settingRows(inner, words, [...path, key]),
    );
  return [{ path: join(path, words), value: plain(value, words, last) }];
}

function listRows(list: unknown[], words: ValueWords, path: string[]): SettingRow[] {
  if (list.every((item) => item === null || typeof item !== "object"))
    return [{ path: join(path, words), value: list.map(String).join(", ") || words.none }];
  if (list.every(isInterval))
    return [
      {
        path: join(path, words),
        value: list.map((item) => `${item.start}–${item.end}`).join(", ") || words.none,
      },
    ];
  return list.flatMap((item, index) => settingRows(item, words, [...path, String(index + 1)]));
}

function isInterval(value: unknown): value is { start: string; end: string } {
  const interval = value as { start?: unknown; end?: unknown } | null;
  if (typeof interval !== "object" || interval === null || Array.isArray(interval)) return false;
  return (
    Object.keys(interval).length === 2 &&
    typeof interval.start === "string" &&
    typeof interval.end === "string"
  );
}

function plain(value: unknown, words: ValueWords, name: string): string {
  if (name === "closed" && value === true) return words.closed;
  if (typeof value === "boolean") return value ? words.on : words.off;
  if (value === null || value === "") return words.none;
  return String(value);
}

function join(path: string[], words: ValueWords): string {
  const [first = "", ...rest] = path.map(words.name);
  return [first.charAt(0).toLocaleUpperCase() + first.slice(1), ...rest].filter(Boolean).join(", ");
}
