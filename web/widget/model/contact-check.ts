import type { Contact, Problem } from "../../shared/types";
import type { ContactField } from "../config";
import type { Word } from "../words";

const missing: Record<ContactField, Word> = {
  name: "form.needName",
  email: "form.needEmail",
  phone: "form.needPhone",
};

const address = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const enoughDigits = 6;

/** What is asked for and not known yet. */
export function missingFields(
  contact: Contact | null | undefined,
  ask: readonly ContactField[],
): ContactField[] {
  return ask.filter((field) => !contact?.[field]?.trim());
}

/** Whether an answer can reach the visitor. */
export function isReachable(contact: Contact | null | undefined): boolean {
  return Boolean(contact?.email || contact?.phone);
}

/** The fields that the server did not take, as words for the visitor. */
export function refusedFields(problem: Problem | null): Partial<Record<ContactField, Word>> {
  const paths = (problem?.errors ?? []).map(({ path }) => path);
  return {
    ...(paths.includes("email") && { email: "form.badEmail" as const }),
    ...(paths.includes("phone") && { phone: "form.badPhone" as const }),
  };
}

/** What is wrong with each field that is asked for, as words for the visitor; empty when all is well. */
export function contactErrors(
  contact: Contact,
  ask: readonly ContactField[],
): Partial<Record<ContactField, Word>> {
  const errors: Partial<Record<ContactField, Word>> = {};
  for (const field of ask) {
    const value = contact[field]?.trim() ?? "";
    if (value === "") errors[field] = missing[field];
    else if (field === "email" && !address.test(value)) errors.email = "form.badEmail";
    else if (field === "phone" && value.replace(/\D/g, "").length < enoughDigits)
      errors.phone = "form.badPhone";
  }
  return errors;
}
