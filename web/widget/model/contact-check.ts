import type { Contact } from "../../shared/types";
import type { ContactField } from "../config";
import type { Word } from "../words";

const missing: Record<ContactField, Word> = {
  name: "form.needName",
  email: "form.needEmail",
  phone: "form.needPhone",
};

const address = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const enoughDigits = 6;

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
