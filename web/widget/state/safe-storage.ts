/** What a browser may refuse: private windows and blocked third parties throw at the mere access. */
export interface SafeStorage {
  read<T>(key: string): T | null;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

function storageOf(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

/** Falls back to memory, which then lasts as long as the page. */
export function safeStorage(kind: "localStorage" | "sessionStorage"): SafeStorage {
  const memory = new Map<string, string>();
  const storage = storageOf(kind);
  return {
    read<T>(key: string): T | null {
      try {
        const text = memory.get(key) ?? storage?.getItem(key) ?? null;
        return text === null ? null : (JSON.parse(text) as T);
      } catch {
        return null;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      try {
        if (!storage) throw new Error("no storage");
        storage.setItem(key, text);
        memory.delete(key);
      } catch {
        memory.set(key, text);
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        storage?.removeItem(key);
      } catch {
        // Refused: nothing was stored there either.
      }
    },
  };
}
