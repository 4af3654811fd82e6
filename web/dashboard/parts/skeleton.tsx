import { useEffect, useState } from "preact/hooks";

/** Grey bars on the line, after 300 ms: what loads faster shows nothing in between. */
export function Skeleton({ label, rows = 5 }: { label: string; rows?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" class="skeletons">
      <span class="only-heard">{label}</span>
      {late &&
        Array.from({ length: rows }, (_, index) => (
          <div key={index} class="skeleton-row">
            <i class="skeleton short" />
            <i class="skeleton" />
          </div>
        ))}
    </div>
  );
}
