import { useRef } from "preact/hooks";
import { SendIcon } from "../../shared/icon";
import { canTakeOver, isMine } from "../model/rights";
import type { InboxItem } from "../model/types";
import { firstName } from "../model/visitor";
import { type DraftKind, draft } from "../state/drafts";
import { send } from "../state/outgoing";
import { narrow } from "../state/screen";
import { agent } from "../state/session";
import { tellTyping } from "../state/typing";
import { showTab, tabs } from "../state/view";
import { say } from "../words/say";
import { AiDraftBox } from "./ai-draft-box";
import { ComposerTabs } from "./composer-tabs";
import { TakeOverButton } from "./owner-buttons";
import { useWishedFocus } from "./use-focus-wish";

const longest = 4000;

/** Where the agent writes: to the visitor, or on note paper to the team. The two never share a text. */
export function Composer({ item }: { item: InboxItem }) {
  const mine = isMine(item, agent.value);
  const kind: DraftKind =
    tabs.value.get(item.id) ?? (item.state === "human" && !mine ? "note" : "reply");
  const locked = kind === "reply" && !mine;
  const barTakeOver = narrow.value && canTakeOver(item, agent.value);
  return (
    <div class={`composer ${kind === "note" ? "note" : ""}${locked ? " locked" : ""}`}>
      <ComposerTabs kind={kind} onChoose={(next) => showTab(item.id, next)} />
      <div role="tabpanel" id={`panel-${kind}`} aria-labelledby={`tab-${kind}`}>
        {locked ? (
          <Locked item={item} />
        ) : (
          <>
            {kind === "reply" && <AiDraftBox item={item} />}
            <Editor key={`${item.id}-${kind}`} item={item} kind={kind} />
          </>
        )}
      </div>
      {barTakeOver && <TakeOverButton item={item} big />}
    </div>
  );
}

function Locked({ item }: { item: InboxItem }) {
  return (
    <p class="locked-text second t13">
      {say(`composer.locked.${item.state}`, { name: item.owner?.name ?? "" })}
    </p>
  );
}

function Editor({ item, kind }: { item: InboxItem; kind: DraftKind }) {
  const text = draft(item.id, kind);
  const field = useRef<HTMLTextAreaElement>(null);
  useWishedFocus(kind, field);
  const over = text.value.length - longest;
  const submit = () => {
    const words = text.value.trim();
    if (!words || over > 0) return;
    send(item.id, kind, words);
    text.value = "";
    if (kind === "reply") tellTyping(item.id, false);
    field.current?.focus();
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  const hint =
    kind === "note"
      ? say("composer.note-hint")
      : say("composer.reply-hint", { name: firstName(item, say("visitor.word")) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        class="editor"
        dir="auto"
        rows={rowsFor(text.value)}
        value={text.value}
        aria-label={say(`composer.${kind}`)}
        placeholder={hint}
        onKeyDown={enter}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          if (kind === "reply") tellTyping(item.id, true);
        }}
      />
      <div class="composer-foot">
        <span class="grow t12">
          {over > 0 ? (
            <span class="over">{say("composer.too-long", { count: over })}</span>
          ) : (
            kind === "note" && say("composer.team-only")
          )}
        </span>
        <button type="submit" class={kind === "note" ? "button note-send" : "button primary"}>
          {say("composer.send")}
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

// Grows with the text up to 8 lines, without touching styles.
function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0);
  return Math.min(8, Math.max(2, lines));
}
