import { type Signal, signal } from "@preact/signals";

/** One column: list or conversation. */
export const narrow = matches("(max-width: 760px)");
/** Room for the visitor beside the conversation. */
export const wide = matches("(min-width: 1180px)");

function matches(query: string): Signal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener("change", () => {
    value.value = list.matches;
  });
  return value;
}
