import { OfflineIcon } from "../../shared/icon";
import { timeOfDay } from "../model/times";
import { connection, online } from "../state/connection";
import { site } from "../state/inbox";
import { wake } from "../state/lifecycle";
import { locale } from "../state/preferences";
import { say } from "../words/say";

/** How fresh the screen is: a quiet word while it is live, a strip with the age when it is not. */
export function ConnectionStrip() {
  const { state, retryIn, since } = connection.value;
  if (online.value && (state === "live" || state === "polling" || state === "connecting"))
    return <Quiet />;
  const at = timeOfDay(new Date(since).toISOString(), locale.value);
  return (
    <div class="strip" role="status">
      <OfflineIcon />
      <span class="grow">
        {online.value ? say("live.away") : say("live.offline")}{" "}
        {retryIn !== null && online.value && say("live.again", { seconds: retryIn })}{" "}
        {say("live.age", { time: at })}
      </span>
      <button type="button" class="text-button" onClick={wake}>
        {say("live.now")}
      </button>
    </div>
  );
}

function Quiet() {
  const live = connection.value.state !== "connecting";
  return (
    <p class="live-line" role="status">
      <i class={live ? "live-dot on" : "live-dot"} aria-hidden="true" />
      <span class="cut">{site.value?.name}</span>
      <span>{say(live ? "live.live" : "live.connecting")}</span>
    </p>
  );
}
