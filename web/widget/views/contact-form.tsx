import { useState } from "preact/hooks";
import { nearTime } from "../../shared/formats";
import { ClockIcon, WarnIcon } from "../../shared/icon";
import type { Contact } from "../../shared/types";
import { askedFields, type ContactField, localText } from "../config";
import { contactErrors, missingFields, refusedFields } from "../model/contact-check";
import type { Word } from "../words";
import { usePanel } from "./context";

const kinds: Record<ContactField, { type: string; autocomplete: "name" | "email" | "tel" }> = {
  name: { type: "text", autocomplete: "name" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
};

interface FieldProps {
  field: ContactField;
  value: string;
  error?: Word;
  onInput: (value: string) => void;
}

function Field({ field, value, error, onInput }: FieldProps) {
  const { words } = usePanel();
  const id = `contact-${field}`;
  return (
    <div>
      <label class="label" for={id}>
        {words(`form.${field}`)}
      </label>
      <input
        id={id}
        class="input"
        type={kinds[field].type}
        autoComplete={kinds[field].autocomplete}
        name={field}
        dir="auto"
        maxLength={200}
        value={value}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p class="hint bad" id={`${id}-error`}>
          <WarnIcon />
          <span>{words(error)}</span>
        </p>
      )}
    </div>
  );
}

/** Why there is a form: the team is away, and when it is back; or only where to answer. */
function Notice() {
  const { chat, config, words, now } = usePanel();
  const availability = chat.availability();
  const opensAt = availability?.opens_at;
  if (availability?.available) return <h3 class="notice">{words("form.where")}</h3>;
  const text = localText(config.offline_message, words.locale) || words("offline");
  return (
    <div class="row top">
      <ClockIcon />
      <div class="grow">
        <h3 class="notice" dir="auto">
          {text}
        </h3>
        {opensAt && (
          <p>
            {words("offline.back", {
              when: nearTime(new Date(opensAt), new Date(now.value), words.locale),
            })}
          </p>
        )}
      </div>
    </div>
  );
}

interface Props {
  /** The promise stands already, only the details change. */
  changing?: boolean;
  onDone: () => void;
}

/** Asks only for what the settings ask and nobody knows yet, and says below a field what to do. */
export function ContactForm({ changing, onDone }: Props) {
  const { chat, config, words } = usePanel();
  const known = chat.log.conversation.value?.contact ?? {};
  // As it was when the form appeared: a field does not go away while it is filled in.
  const [ask] = useState(() => {
    const asked = askedFields(config);
    return changing ? asked : missingFields(known, asked);
  });
  const [contact, setContact] = useState<Contact>(known);
  const [errors, setErrors] = useState<Partial<Record<ContactField, Word>>>({});
  const [failed, setFailed] = useState(false);

  /** Says what is wrong, and leads to the first of it. */
  const complain = (form: HTMLFormElement, found: typeof errors): boolean => {
    setErrors(found);
    const first = ask.find((field) => found[field]);
    if (first) form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    return Boolean(first);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    setFailed(false);
    if (complain(form, contactErrors(contact, ask))) return;
    const given = Object.fromEntries(ask.map((field) => [field, contact[field]?.trim()]));
    if (await chat.giveContact(given)) return onDone();
    chat.actionFailed.value = false; // said here, beside what it is about
    setFailed(!complain(form, refusedFields(chat.refusal)));
  };
  const type = (field: ContactField, value: string) => {
    const next = { ...contact, [field]: value };
    setContact(next);
    if (errors[field]) setErrors({ ...errors, [field]: contactErrors(next, ask)[field] });
  };

  return (
    <section class="sheet" data-voice="callback" aria-label={words("state.details")}>
      {!changing && <Notice />}
      <form class="form" noValidate onSubmit={(event) => void submit(event)}>
        {ask.map((field) => (
          <Field
            key={field}
            field={field}
            value={contact[field] ?? ""}
            error={errors[field]}
            onInput={(value) => type(field, value)}
          />
        ))}
        {failed && (
          <p class="hint bad" role="alert">
            <WarnIcon />
            <span>{words("form.failed")}</span>
          </p>
        )}
        <button type="submit" class="button primary big wide">
          {words(changing ? "form.save" : "form.submit")}
        </button>
      </form>
      <div class="row apart">
        <p class="t12">{words("form.privacy")}</p>
        <button type="button" class="text-button" onClick={onDone}>
          {words("form.later")}
        </button>
      </div>
    </section>
  );
}
