import { WarnIcon } from "../../shared/icon";
import {
  channelsSetUp,
  ladderOf,
  leftOut,
  type NotificationSettings,
  type Step,
} from "../model/notifications";
import { say } from "../words/say";
import { sayChannels, sayStep } from "../words/say-notifications";

type Props = { settings: NotificationSettings | undefined };

/** Who is told when somebody waits; where nobody is, what to do about it. */
export function LadderCard({ settings }: Props) {
  return (
    <section class="settings-section card">
      <h3>{say("ladder.title")}</h3>
      {channelsSetUp(settings).length > 0 ? <Ladder settings={settings} /> : <NoChannel />}
    </section>
  );
}

function Ladder({ settings }: Props) {
  const steps = ladderOf(settings);
  const unused = leftOut(settings);
  return (
    <>
      <p class="second">{say(steps.length > 0 ? "ladder.lead" : "ladder.no-step")}</p>
      <ol class="ladder" data-voice="waiting">
        {steps.map((step) => (
          <Rung key={step.after_seconds} step={step} />
        ))}
      </ol>
      {unused.length > 0 && (
        <p class="hint">{say("ladder.left-out", { channels: sayChannels(unused) })}</p>
      )}
    </>
  );
}

function Rung({ step }: { step: Step }) {
  return (
    <li>
      <b>{sayStep(step)}</b>
      <span class="only-heard">: </span>
      <span>{sayChannels(step.channels)}</span>
    </li>
  );
}

const example = `"notifications": {
  "push": { "subject": "mailto:you@example.com" },
  "email": {
    "smtp_url": "smtps://mail.example.com:465",
    "username": "…",
    "password": "…",
    "from": "chat@example.com",
    "to": ["team@example.com"]
  },
  "whatsapp": {
    "phone_number_id": "…",
    "access_token": "…",
    "to": ["+40700000000"]
  },
  "webhooks": [{ "url": "https://hooks.example.com/handoff" }]
}`;

function NoChannel() {
  return (
    <>
      <p class="row strong warning">
        <WarnIcon />
        {say("ladder.none")}
      </p>
      <p class="second">{say("ladder.none-detail")}</p>
      <figure aria-label={say("ladder.example")}>
        <pre class="settings-example" dir="ltr">
          <code>{example}</code>
        </pre>
      </figure>
    </>
  );
}
