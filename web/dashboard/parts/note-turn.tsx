import { timeOfDay } from "../model/times";
import type { LogEvent } from "../model/types";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { say } from "../words/say";
import { LockIcon } from "./icons";

/** Of the team; given when the conversation went back, so that the AI reads it too; or the AI's own. */
export type NoteKind = "label" | "for-ai" | "by-ai";

interface Props {
  event: LogEvent;
  text: string;
  kind?: NoteKind;
}

/** A note on note paper. Visitors never see it. */
export function NoteTurn({ event, text, kind = "label" }: Props) {
  const mine = event.agent?.id === agent.value?.id;
  return (
    <div class="note">
      <p class="who">
        <LockIcon />
        {say(`note.${kind}`)}
        <span>
          {mine ? say("who.you") : event.agent?.name} {timeOfDay(event.at, locale.value)}
        </span>
      </p>
      <p class="words" dir="auto">
        {text}
      </p>
    </div>
  );
}
