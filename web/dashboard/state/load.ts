import { useEffect, useState } from "preact/hooks";

/** A page's data: `null` while it loads, then the answer or what went wrong. */
export interface Loaded<T> {
  data: T | null;
  error: Error | null;
  /** When `data` came, in milliseconds. */
  at: number;
  again: () => void;
}

/** Loads when a page opens and each time `key` changes; answers that come too late are dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "again">>({ data: null, error: null, at: 0 });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `load` asks
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data, error: null, at: Date.now() }),
      (error: Error) => current && setState((before) => ({ ...before, error })),
    );
    return () => {
      current = false;
    };
  }, [key, tries]);
  return { ...state, again: () => setTries(tries + 1) };
}

/**
 * The same, and again `seconds` after each answer while the page is looked at, at once when it is looked at again.
 * What is shown stays until something newer is here.
 */
export function usePolled<T>(key: string, seconds: number, load: () => Promise<T>): Loaded<T> {
  const loaded = useLoaded(key, load);
  const { data, error, again } = loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer starts the next pause
  useEffect(() => {
    if (data === null && error === null) return;
    const look = () => {
      if (!document.hidden) again();
    };
    const timer = setTimeout(look, seconds * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [data, error, seconds]);
  return loaded;
}
