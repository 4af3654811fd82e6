import { useEffect } from "preact/hooks";
import { zoneCity } from "../../shared/formats";
import { WarnIcon } from "../../shared/icon";
import type { OwnNotifications, QuietHours } from "../model/own-notifications";
import {
  changeOwn,
  loadOwn,
  own,
  ownFailure,
  ownFieldProblems,
  ownSaving,
  saveOwn,
  typeOwn,
} from "../state/own-notifications";
import { say } from "../words/say";
import { SwitchRow } from "./switch";

/** What the agent is told, and when not. Everything is saved as it is changed. */
export function OwnNotificationControls() {
  useEffect(() => void loadOwn(), []);
  const wanted = own.value;
  return (
    <>
      {wanted && <Controls wanted={wanted} />}
      <Outcome />
    </>
  );
}

function Controls({ wanted }: { wanted: OwnNotifications }) {
  const { available, email, whatsapp, quiet_hours } = wanted;
  return (
    <>
      {available.includes("email") && (
        <SwitchRow
          label={say("own.email")}
          on={email}
          onToggle={() => changeOwn({ email: !email })}
        />
      )}
      {available.includes("whatsapp") && (
        <>
          <SwitchRow
            label={say("own.whatsapp")}
            on={whatsapp}
            onToggle={() => changeOwn({ whatsapp: !whatsapp })}
          />
          {(whatsapp || ownFieldProblems.value.phone) && <Phone value={wanted.phone ?? ""} />}
        </>
      )}
      <SwitchRow
        label={say("own.quiet")}
        on={quiet_hours !== null}
        describedBy="own-quiet"
        onToggle={() =>
          changeOwn({ quiet_hours: quiet_hours ? null : { start: "22:00", end: "07:00" } })
        }
      />
      {quiet_hours && <Times hours={quiet_hours} zone={wanted.timezone} />}
      <p class="menu-text t12" id="own-quiet">
        {say("own.quiet-detail")}
      </p>
    </>
  );
}

function Phone({ value }: { value: string }) {
  const problem = ownFieldProblems.value.phone;
  return (
    <div class="menu-field">
      <label class="label" for="own-phone">
        {say("own.phone")}
      </label>
      <input
        id="own-phone"
        class="input"
        type="tel"
        autoComplete="tel"
        dir="ltr"
        maxLength={40}
        placeholder="+40700000000"
        value={value}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? "own-phone-problem" : undefined}
        onInput={(event) => typeOwn({ phone: event.currentTarget.value })}
        onChange={saveOwn}
        onKeyDown={(event) => event.key === "Enter" && saveOwn()}
      />
      <FieldProblem id="own-phone-problem" words={problem} />
    </div>
  );
}

function Times({ hours, zone }: { hours: QuietHours; zone: string }) {
  const problem = ownFieldProblems.value.quiet_hours;
  const time = (edge: keyof QuietHours, words: "own.from" | "own.until") => (
    <label>
      <span class="label">{say(words)}</span>
      <input
        class="input number"
        type="time"
        value={hours[edge]}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? "own-times-problem" : "own-quiet"}
        onInput={(event) =>
          changeOwn({ quiet_hours: { ...hours, [edge]: event.currentTarget.value } })
        }
      />
    </label>
  );
  return (
    <div class="menu-field">
      <fieldset class="menu-times" aria-label={say("own.quiet")}>
        {time("start", "own.from")}
        {time("end", "own.until")}
      </fieldset>
      {zone && <p class="hint">{say("own.zone", { city: zoneCity(zone) })}</p>}
      <FieldProblem id="own-times-problem" words={problem} />
    </div>
  );
}

function FieldProblem({ id, words }: { id: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <p class="hint bad" id={id}>
      <WarnIcon />
      {words}
    </p>
  );
}

/** Whether it was saved; said to screen readers too. */
function Outcome() {
  const failure = ownFailure.value;
  const state = ownSaving.value;
  return (
    <div class="menu-text t12 own-outcome" role="status">
      {failure ? (
        <>
          <p class="hint bad">
            <WarnIcon />
            {say(own.value ? "own.failed" : "own.load-failed", { detail: failure })}
          </p>
          <button
            type="button"
            class="text-button"
            onClick={() => (own.value ? saveOwn() : void loadOwn())}
          >
            {say("action.retry")}
          </button>
        </>
      ) : (
        state !== "idle" && say(`own.state.${state}`)
      )}
    </div>
  );
}
