import type { Contact } from "../model/types";
import { MailIcon, PhoneIcon } from "./icons";

/** How the visitor can be reached. */
export function ContactLinks({ contact }: { contact: Contact }) {
  return (
    <span class="contact-links">
      {contact.name && <b dir="auto">{contact.name}</b>}
      {contact.email && (
        <a href={`mailto:${encodeURIComponent(contact.email).replace("%40", "@")}`}>
          <MailIcon />
          <bdi dir="ltr">{contact.email}</bdi>
        </a>
      )}
      {contact.phone && (
        <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
          <PhoneIcon />
          <bdi dir="ltr">{contact.phone}</bdi>
        </a>
      )}
    </span>
  );
}
