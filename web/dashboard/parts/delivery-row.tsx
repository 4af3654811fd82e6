import { useState } from "preact/hooks";
import { WarnIcon } from "../../shared/icon";
import type { Delivery } from "../model/notifications";
import { dayTime, timeOrDay } from "../model/times";
import { sendAgain } from "../state/deliveries";
import { now } from "../state/now";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayError } from "../words/say-error";
import { sayChannel, sayDeliveryType, sayTarget } from "../words/say-notifications";
import { Link } from "./link";

interface Props {
  delivery: Delivery;
  onSentAgain: (delivery: Delivery) => void;
}

/** One notification to one recipient. */
export function DeliveryRow({ delivery, onSentAgain }: Props) {
  const { created_at, channel, target, type, conversation, attempts, said, state } = delivery;
  return (
    <tr>
      <td class="when">
        <time class="number" dateTime={created_at}>
          {dayTime(created_at, locale.value)}
        </time>
      </td>
      <td data-name={say("delivery.channel")}>{sayChannel(channel)}</td>
      <td data-name={say("delivery.recipient")}>
        <bdi>{sayTarget(target)}</bdi>
      </td>
      <th scope="row" class="what">
        {conversation ? (
          <Link to={{ page: "inbox", conversation }}>{sayDeliveryType(type)}</Link>
        ) : (
          sayDeliveryType(type)
        )}
      </th>
      <td data-name={say("delivery.state")}>
        <State delivery={delivery} />
      </td>
      <td class="number" data-name={say("delivery.tries")}>
        {attempts}
      </td>
      <td class="said-cell" data-name={said ? say("delivery.said") : undefined}>
        {said && <span dir="auto">{said}</span>}
        {state === "dead" && <Again delivery={delivery} onSentAgain={onSentAgain} />}
      </td>
    </tr>
  );
}

function State({ delivery: { state, attempts, due_at } }: { delivery: Delivery }) {
  const time = timeOrDay(due_at, now.value, locale.value);
  return (
    <span class="delivery-state">
      <span
        class={state === "dead" ? "chip late" : state === "pending" ? "chip voiced" : "chip"}
        data-voice="waiting"
      >
        {state === "dead" && <WarnIcon />}
        {say(`delivery.state.${state}`)}
      </span>
      {state === "pending" && (
        <span class="quiet t12 number">
          {say(attempts > 0 ? "delivery.next" : "delivery.due", { time })}
        </span>
      )}
    </span>
  );
}

function Again({ delivery, onSentAgain }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const again = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await sendAgain(delivery);
      onSentAgain(delivery);
    } catch (error) {
      setProblem(say("delivery.again-failed", { detail: sayError(error) }));
    }
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={isBusy}
        aria-busy={isBusy}
        onClick={() => void again()}
      >
        {say(isBusy ? "delivery.again-busy" : "delivery.again")}
      </button>
      {problem && (
        <p class="hint bad" role="alert">
          <WarnIcon />
          {problem}
        </p>
      )}
    </>
  );
}
