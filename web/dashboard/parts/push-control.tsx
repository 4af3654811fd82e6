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
import { SwitchRow } from "./switch";

const switchable: readonly PushState[] = ["off", "on", "failed"];

/** Notifications on this computer: a switch, and below it what holds now or what to do. */
export function PushControl() {
  const state = pushState.value;
  const usable = switchable.includes(state);
  useEffect(() => void preparePush(), []);
  return (
    <>
      <SwitchRow
        label={say("push.label")}
        on={state === "on"}
        disabled={!usable}
        busy={state === "working"}
        describedBy="push-state"
        onToggle={() => void (state === "on" ? turnPushOff() : turnPushOn())}
      />
      <p class="menu-text t12" id="push-state" role="status">
        {say(`push.${state}`, { detail: pushFailure.value })}
      </p>
    </>
  );
}
