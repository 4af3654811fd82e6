import { Glyph } from "../../shared/glyph";
import { sayReason } from "../words/say";

interface Props {
  reason: string;
  /** Leads to the words that caused it. */
  onPress?: () => void;
  /** What pressing it does. */
  hint?: string;
}

/** Why a person is needed, in words. */
export function ReasonChip({ reason, onPress, hint }: Props) {
  const content = (
    <>
      <Glyph of="waiting" />
      {sayReason(reason)}
    </>
  );
  if (!onPress)
    return (
      <span class="chip voiced" data-voice="waiting">
        {content}
      </span>
    );
  return (
    <button type="button" class="chip voiced" data-voice="waiting" title={hint} onClick={onPress}>
      {content}
    </button>
  );
}
