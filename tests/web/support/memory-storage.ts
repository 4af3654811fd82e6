import type { SafeStorage } from "../../../web/widget/state/safe-storage";

export function memoryStorage(): SafeStorage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    read: <T>(key: string) => JSON.parse(values.get(key) ?? "null") as T | null,
    write: (key, value) => void values.set(key, JSON.stringify(value)),
    remove: (key) => void values.delete(key),
  };
}
