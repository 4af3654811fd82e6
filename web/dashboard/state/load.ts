import { useEffect, useState } from "preact/hooks";

/** A page's data: `null` while it loads, then the answer or what went wrong. */
export interface Loaded<T> {
  data: T | null;
  error: Error | null;
  again: () => void;
}

/** Loads when a page opens and each time `key` changes; answers that come too late are dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "again">>({ data: null, error: null });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `load` asks
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data, error: null }),
      (error: Error) => current && setState((before) => ({ ...before, error })),
    );
    return () => {
      current = false;
    };
  }, [key, tries]);
  return { ...state, again: () => setTries(tries + 1) };
}
