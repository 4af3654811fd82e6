import type { DraftKind } from "../state/drafts";
import { say } from "../words/say";
import { LockIcon } from "./icons";

const kinds: readonly DraftKind[] = ["reply", "note"];

interface Props {
  kind: DraftKind;
  onChoose: (kind: DraftKind) => void;
}

/** Reply or Note; arrows move between them as tabs do. */
export function ComposerTabs({ kind, onChoose }: Props) {
  const arrow = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const next = kind === "reply" ? "note" : "reply";
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={say("composer.tabs")} onKeyDown={arrow}>
      {kinds.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === kind}
          aria-controls={tab === kind ? `panel-${tab}` : undefined}
          tabIndex={tab === kind ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {tab === "note" && <LockIcon />}
          {say(`composer.${tab}`)}
        </button>
      ))}
    </div>
  );
}
