import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "../../shared/api-error";
import { Glyph } from "../../shared/glyph";
import { WarnIcon } from "../../shared/icon";
import { linkToken } from "../model/route";
import { dropFragment } from "../state/router";
import { ended, phase, signIn, signInByLink } from "../state/session";
import { say } from "../words/say";

/** E-mail and password, or the one-time link that an admin handed out. */
export function SignInPage() {
  const [problem, setProblem] = useState<string | null>(null);
  const byLink = useLinkSignIn(setProblem);
  return (
    <main class="sign-in">
      <div class="sign-in-form">
        <span class="logo big" aria-hidden="true">
          <Glyph of="mark" />
        </span>
        <h1>{say("sign-in.title")}</h1>
        {byLink && <p role="status">{say("sign-in.link-busy")}</p>}
        {ended.value && !problem && (
          <p class="second" role="status">
            {say("sign-in.ended")}
          </p>
        )}
        <SignInForm problem={problem} setProblem={setProblem} />
      </div>
      <div class="sign-in-side" aria-hidden="true">
        <div class="line" data-voice="ai" />
        <div class="line" data-voice="waiting" />
        <div class="line" data-voice="human" />
      </div>
    </main>
  );
}

interface FormProps {
  problem: string | null;
  setProblem: (text: string | null) => void;
}

function SignInForm({ problem, setProblem }: FormProps) {
  const [isBusy, setBusy] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => email.current?.focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const address = String(data.get("email") ?? "").trim();
    const secret = String(data.get("password") ?? "");
    if (!address || !secret) return setProblem(say("sign-in.missing"));
    setBusy(true);
    setProblem(null);
    try {
      await signIn(address, secret);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
      password.current?.focus();
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <label class="label" for="email">
        {say("sign-in.email")}
      </label>
      <input
        class="input"
        id="email"
        name="email"
        type="email"
        autocomplete="username"
        ref={email}
      />
      <label class="label" for="password">
        {say("sign-in.password")}
      </label>
      <input
        class="input"
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        ref={password}
        aria-invalid={problem !== null}
        aria-describedby="sign-in-problem"
      />
      <p class="hint bad" id="sign-in-problem" role="alert">
        {problem && (
          <>
            <WarnIcon />
            {problem}
          </>
        )}
      </p>
      <button type="submit" class="button primary big wide" disabled={isBusy}>
        {say(isBusy ? "sign-in.busy" : "sign-in.button")}
      </button>
    </form>
  );
}

/** Uses the token in the address once, and takes it out of the address whatever comes of it. */
function useLinkSignIn(setProblem: (text: string) => void): boolean {
  const [isBusy, setBusy] = useState(() => linkToken(location.hash) !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is used once, when the page opens
  useEffect(() => {
    const token = linkToken(location.hash);
    if (!token) return;
    phase.value = "out";
    dropFragment();
    signInByLink(token)
      .catch((error) => setProblem(linkProblem(error)))
      .finally(() => setBusy(false));
  }, []);
  return isBusy;
}

function problemText(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  if (error.status === 401) return say("sign-in.wrong");
  if (error.status === 429) return say("sign-in.many", { seconds: error.retryAfter ?? 60 });
  return error.status === 0 ? say("live.away") : error.message;
}

function linkProblem(error: unknown): string {
  const used = error instanceof ApiError && (error.status === 401 || error.status === 400);
  return used ? say("sign-in.link-used") : problemText(error);
}
