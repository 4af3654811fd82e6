import type { Contact } from "./types";

/** What is known after new details were given: each one stays until another takes its place. */
export function mergedContact(known: Contact | null | undefined, given: Contact): Contact {
  return {
    name: given.name || known?.name,
    email: given.email || known?.email,
    phone: given.phone || known?.phone,
  };
}
