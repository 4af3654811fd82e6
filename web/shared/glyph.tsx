import type { JSX } from "preact";
import type { State } from "./types";

const shapes: Record<State | "mark", () => JSX.Element> = {
  ai: () => (
    <>
      <circle cx="4" cy="4.5" r="2.2" />
      <circle cx="12" cy="4.5" r="2.2" />
      <circle cx="20" cy="4.5" r="2.2" />
    </>
  ),
  waiting: () => (
    <>
      <rect x="1" y="3" width="9" height="3" rx="1" />
      <rect x="14" y="3" width="9" height="3" rx="1" />
    </>
  ),
  human: () => <rect x="1" y="2.5" width="22" height="4" rx="2" />,
  callback: () => (
    <>
      <rect x="1" y="3" width="13" height="3" rx="1.5" />
      <circle cx="19" cy="4.5" r="3" fill="none" stroke-width="2" />
    </>
  ),
  closed: () => (
    <>
      <rect x="1" y="3.5" width="19" height="2" rx="1" />
      <rect x="20" y=".5" width="2.5" height="8" rx="1" />
    </>
  ),
  mark: () => (
    <>
      <circle cx="3.5" cy="4.5" r="2.3" />
      <circle cx="9.5" cy="4.5" r="2.3" />
      <rect x="14" y="2.2" width="10" height="4.6" rx="2.3" />
    </>
  ),
};

/** The stroke of a state as a small picture; `mark` is the product's own. Always beside a word. */
export function Glyph({ of }: { of: State | "mark" }) {
  return (
    <svg class="glyph" viewBox="0 0 25 9" aria-hidden="true">
      {shapes[of]()}
    </svg>
  );
}
