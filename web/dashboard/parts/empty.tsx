import type { ComponentChildren } from "preact";
import type { State } from "../model/types";

interface Props {
  title: string;
  detail?: string;
  voice?: State;
  children?: ComponentChildren;
}

/** A place with nothing in it: a short line, one sentence, at most one useful action. */
export function Empty({ title, detail, voice = "ai", children }: Props) {
  return (
    <div class="empty">
      <div class="empty-line line" data-voice={voice} />
      <h2>{title}</h2>
      {detail && <p class="second">{detail}</p>}
      {children}
    </div>
  );
}
