import { CloseIcon, WarnIcon } from "../../shared/icon";
import { failure } from "../state/actions";
import { say } from "../words/say";

/** What the server said about the last action that failed. Stays until it is dismissed or the next action. */
export function FailureStrip() {
  if (failure.value === null) return null;
  const label = say("action.dismiss");
  return (
    <div class="strip bad" role="alert">
      <WarnIcon />
      <span class="grow">{say("action.failed", { detail: failure.value })}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onClick={() => {
          failure.value = null;
        }}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
