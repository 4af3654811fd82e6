import type { InboxItem } from "../model/types";
import { say } from "../words/say";
import { VisitorFacts } from "./visitor-facts";

/** The visitor beside the conversation, where there is room. */
export function VisitorPanel({ item }: { item: InboxItem }) {
  return (
    <aside class="visitor-panel" aria-label={say("visitor.panel")}>
      <VisitorFacts item={item} />
    </aside>
  );
}
