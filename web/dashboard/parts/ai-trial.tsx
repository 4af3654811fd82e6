import { useRef, useState } from "preact/hooks";
import { ApiError } from "../../shared/api-error";
import { WarnIcon } from "../../shared/icon";
import { type AiReport, type AiTrial, canBeAsked } from "../model/ai";
import { api } from "../state/api";
import { locale } from "../state/preferences";
import { say } from "../words/say";
import { sayMilliseconds } from "../words/say-ai";
import { TrialResult } from "./trial-result";

const longest = 4000;
/** A model answers in its own time; the server's limit is shorter. */
const patienceSeconds = 90;
const languages = [
  ["en", "English"],
  ["ro", "Română"],
] as const;

interface Props {
  provider: AiReport["provider"];
  /** The AI was asked: the figures have changed. */
  onAsked: () => void;
}

/** Asks the AI as a visitor would, without a visitor. */
export function AiTrialCard({ provider, onAsked }: Props) {
  return (
    <section class="settings-section card">
      <h3>{say("trial.title")}</h3>
      {canBeAsked(provider) ? (
        <Trial onAsked={onAsked} />
      ) : (
        <p class="quiet">{say(provider === "none" ? "trial.none" : "trial.external")}</p>
      )}
    </section>
  );
}

function Trial({ onAsked }: Pick<Props, "onAsked">) {
  const [isBusy, setBusy] = useState(false);
  const [trial, setTrial] = useState<AiTrial | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (question: string, language: string) => {
    if (isBusy) return;
    setTrial(null);
    if (!question) return setProblem(say("trial.empty"));
    setBusy(true);
    setProblem(null);
    try {
      const body = { question, locale: language };
      const found = await api.post<AiTrial>("/v1/ai/test", body, patienceSeconds);
      setTrial(found);
      if (found.error)
        setProblem(say("trial.failed", { time: sayMilliseconds(found.ms), detail: found.error }));
    } catch (error) {
      setProblem(refusal(error));
    }
    setBusy(false);
    onAsked();
  };
  return (
    <>
      <p class="second">{say("trial.lead")}</p>
      <TrialForm isBusy={isBusy} onAsk={(question, language) => void ask(question, language)} />
      {problem && (
        <p class="hint bad" role="alert">
          <WarnIcon />
          {problem}
        </p>
      )}
      <div aria-live="polite">
        {trial?.answer && <TrialResult answer={trial.answer} ms={trial.ms} />}
      </div>
    </>
  );
}

interface FormProps {
  isBusy: boolean;
  onAsk: (question: string, language: string) => void;
}

function TrialForm({ isBusy, onAsk }: FormProps) {
  const question = useRef<HTMLTextAreaElement>(null);
  const language = useRef<HTMLSelectElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    onAsk(question.current?.value.trim() ?? "", language.current?.value ?? "");
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  return (
    <form class="trial-form" onSubmit={submit}>
      <label class="trial-question">
        <span class="label">{say("trial.question")}</span>
        <textarea
          ref={question}
          class="input"
          rows={2}
          maxLength={longest}
          dir="auto"
          onKeyDown={enter}
        />
      </label>
      <label>
        <span class="label">{say("trial.language")}</span>
        <select ref={language} class="input">
          {languages.map(([code, name]) => (
            <option key={code} value={code} lang={code} selected={code === locale.value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary" aria-disabled={isBusy} aria-busy={isBusy}>
        {say(isBusy ? "trial.asking" : "trial.ask")}
      </button>
    </form>
  );
}

function refusal(error: unknown): string {
  if (error instanceof ApiError && error.status === 0) return say("live.away");
  return say("trial.refused", { detail: error instanceof Error ? error.message : String(error) });
}
