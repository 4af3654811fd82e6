import { timeOfDay } from "../model/times";
import type { LogEvent } from "../model/types";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { say } from "../words/say";
import { LockIcon } from "./icons";

interface Props {
  event: LogEvent;
  text: string;
  /** Given when the conversation went back: the AI reads it too. */
  forAi?: boolean;
}

/** A note on note paper. Visitors never see it. */
export function NoteTurn({ event, text, forAi = false }: Props) {
  const mine = event.agent?.id === agent.value?.id;
  return (
    <div class="note">
      <p class="who">
        <LockIcon />
        {say(forAi ? "note.for-ai" : "note.label")}
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
