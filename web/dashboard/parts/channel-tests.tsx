import { useState } from "preact/hooks";
import { CheckIcon, WarnIcon } from "../../shared/icon";
import {
  type Channel,
  channelsSetUp,
  type NotificationSettings,
  recipientsOf,
  type TestResult,
} from "../model/notifications";
import { sendTest } from "../state/deliveries";
import { say } from "../words/say";
import { sayError } from "../words/say-error";
import { sayChannel, sayTarget } from "../words/say-notifications";

/** Each channel that is set up, with a test that shows what the other side says. */
export function ChannelTests({ settings }: { settings: NotificationSettings | undefined }) {
  const setUp = channelsSetUp(settings);
  if (!settings || setUp.length === 0) return null;
  return (
    <section class="settings-section card">
      <h3>{say("channels.title")}</h3>
      <ul class="channels">
        {setUp.map((channel) => (
          <ChannelRow key={channel} channel={channel} settings={settings} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  channel: Channel;
  settings: NotificationSettings;
}

function ChannelRow({ channel, settings }: RowProps) {
  const [isBusy, setBusy] = useState(false);
  const [results, setResults] = useState<TestResult[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const test = async () => {
    if (isBusy) return;
    setBusy(true);
    setResults([]);
    setProblem(null);
    try {
      setResults(await sendTest(channel));
    } catch (error) {
      setProblem(say("test.failed", { detail: sayError(error) }));
    }
    setBusy(false);
  };
  const words = say(isBusy ? "test.sending" : "test.send");
  return (
    <li>
      <div class="channel-name">
        <b>{sayChannel(channel)}</b>
        <span class="quiet t12">{reach(channel, settings)}</span>
      </div>
      <button
        type="button"
        class="button"
        aria-label={`${words}: ${sayChannel(channel)}`}
        aria-disabled={isBusy}
        aria-busy={isBusy}
        onClick={() => void test()}
      >
        {words}
      </button>
      <div class="channel-results" aria-live="polite">
        {problem && (
          <p class="hint bad">
            <WarnIcon />
            {problem}
          </p>
        )}
        {results.length > 0 && <Results results={results} />}
      </div>
    </li>
  );
}

function Results({ results }: { results: TestResult[] }) {
  return (
    <ul class="test-results" aria-label={say("test.results")}>
      {results.map(({ target, ok, said }, index) => (
        <li key={`${target} ${index}`} class={ok ? "good" : "bad"}>
          {ok ? <CheckIcon /> : <WarnIcon />}
          <span>
            <b>{say(ok ? "test.ok" : "test.refused")}</b>{" "}
            <bdi class="second">{sayTarget(target)}</bdi>
            {said && (
              <span class="said" dir="auto">
                {said}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function reach(channel: Channel, settings: NotificationSettings): string {
  if (channel === "push") return `${say("channels.push-reach")}. ${say("test.push-hint")}`;
  return recipientsOf(channel, settings).join(", ");
}
