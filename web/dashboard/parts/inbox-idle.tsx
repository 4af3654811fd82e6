import { nextInLine } from "../model/inbox-order";
import { playChime } from "../state/chime";
import { failed, items, loaded } from "../state/inbox";
import { wake } from "../state/lifecycle";
import { go } from "../state/router";
import { say } from "../words/say";
import { Empty } from "./empty";
import { BellIcon } from "./icons";

/** The middle column while no conversation is open. */
export function InboxIdle() {
  if (failed.value) return <Failed />;
  if (!loaded.value) return null;
  const all = [...items.value.values()];
  const next = nextInLine(all, "");
  if (!next) return <Quiet ai={all.filter((item) => item.state === "ai").length} />;
  const count = all.filter((item) => item.state === "waiting").length;
  return (
    <Empty title={say("inbox.pick")} detail={say("inbox.pick-detail", { count })} voice="waiting">
      <button
        type="button"
        class="button"
        onClick={() => go({ page: "inbox", conversation: next.id })}
      >
        {say("inbox.open-next")}
      </button>
    </Empty>
  );
}

function Quiet({ ai }: { ai: number }) {
  const detail = ai > 0 ? say("inbox.empty-ai", { count: ai }) : say("inbox.empty-none");
  return (
    <Empty title={say("inbox.empty")} detail={detail}>
      <button type="button" class="button" onClick={playChime}>
        <BellIcon />
        {say("sound.try")}
      </button>
    </Empty>
  );
}

function Failed() {
  return (
    <Empty title={say("error.load")} detail={say("live.away")} voice="closed">
      <button type="button" class="button" onClick={wake}>
        {say("live.now")}
      </button>
    </Empty>
  );
}
