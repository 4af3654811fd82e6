import { Glyph } from "../../shared/glyph";
import type { InboxItem } from "../model/types";
import { aiDraft, discardAiDraft, useAiDraft } from "../state/ai-draft";
import { wantFocus } from "../state/focus";
import { say } from "../words/say";
import { Confidence } from "./confidence";

/** What the AI would have answered, over the agent's own words. Nothing of it is sent unless they send it. */
export function AiDraftBox({ item }: { item: InboxItem }) {
  const found = aiDraft(item.id);
  if (!found) return null;
  const decide = (how: (conversation: string) => void) => {
    how(item.id);
    wantFocus("reply");
  };
  return (
    <section class="ai-draft" aria-label={say("draft.label")}>
      <div class="who" data-voice="ai">
        <Glyph of="ai" />
        {say("draft.label")}
        <Confidence score={found.confidence} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <p class="words" dir="auto" tabIndex={0}>
        {found.text}
      </p>
      <p class="row">
        <button type="button" class="button" onClick={() => decide(useAiDraft)}>
          {say("draft.use")}
        </button>
        <button type="button" class="button ghost" onClick={() => decide(discardAiDraft)}>
          {say("draft.discard")}
        </button>
      </p>
    </section>
  );
}
