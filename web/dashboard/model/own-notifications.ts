/** What an agent wants to be told, from `GET /v1/session/notifications`. */
export interface OwnNotifications {
  /** The channels that the site has set up for agents. */
  available: string[];
  email: boolean;
  whatsapp: boolean;
  /** E.164; empty or null: none given. */
  phone: string | null;
  quiet_hours: QuietHours | null;
  /** Of the quiet hours, an IANA name. */
  timezone: string;
}

/** `HH:MM`; an end before the start is the next morning. */
export interface QuietHours {
  start: string;
  end: string;
}

export type OwnField = "phone" | "quiet_hours";
export type OwnProblem = "own.need-phone" | "own.bad-phone" | "own.need-times" | "own.same-times";

const international = /^\+[1-9]\d{6,14}$/;

/** A number as people write it, as the server takes it: `0040 700-000 000` -> `+40700000000`. */
export function plainPhone(text: string | null): string {
  return (text ?? "").replace(/[\s().\-/]/g, "").replace(/^00/, "+");
}

/** What has to be put right before it can be saved, by field; empty when all is well. */
export function ownProblems(wanted: OwnNotifications): Partial<Record<OwnField, OwnProblem>> {
  const problems: Partial<Record<OwnField, OwnProblem>> = {};
  const phone = plainPhone(wanted.phone);
  if (phone && !international.test(phone)) problems.phone = "own.bad-phone";
  if (!phone && wanted.whatsapp) problems.phone = "own.need-phone";
  const { start, end } = wanted.quiet_hours ?? { start: "0", end: "1" };
  if (!start || !end) problems.quiet_hours = "own.need-times";
  else if (start === end) problems.quiet_hours = "own.same-times";
  return problems;
}

/** The body of `PUT /v1/session/notifications`. */
export function bodyOf({ email, whatsapp, phone, quiet_hours }: OwnNotifications): object {
  return { email, whatsapp, phone: plainPhone(phone), quiet_hours };
}
