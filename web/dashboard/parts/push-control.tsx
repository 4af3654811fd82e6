import { useEffect } from "preact/hooks";
import {
  type PushState,
  preparePush,
  pushFailure,
  pushState,
  turnPushOff,
  turnPushOn,
} from "../state/push";
import { say } from "../words/say";

const switchable: readonly PushState[] = ["off", "on", "failed"];

/** Notifications on this computer: a switch, and below it what holds now or what to do. */
export function PushControl() {
  const state = pushState.value;
  const usable = switchable.includes(state);
  useEffect(() => void preparePush(), []);
  return (
    <>
      <button
        type="button"
        role="switch"
        class="menu-row switch-row"
        aria-checked={state === "on"}
        aria-disabled={!usable}
        aria-busy={state === "working"}
        aria-describedby="push-state"
        onClick={() => {
          if (usable) void (state === "on" ? turnPushOff() : turnPushOn());
        }}
      >
        <span>{say("push.label")}</span>
        <i class="switch" aria-hidden="true" />
      </button>
      <p class="menu-text t12" id="push-state" role="status">
        {say(`push.${state}`, { detail: pushFailure.value })}
      </p>
    </>
  );
}
