/** How the mails to a visitor stand, in English. */
export const mailEn = {
  "mail.no-address": "The visitor is away and left no address.",
  "mail.unasked":
    "When the visitor is away, an answer first asks this address for confirmation by e-mail.",
  "mail.asked": "The address is not confirmed yet. Asked by e-mail: {time}.",
  "mail.confirmed": "Confirmed: when the visitor is away, answers are mailed.",
  "mail.refused": "The owner of this address wants no mails.",
  "mail.capped": "Mails to this address are held back by a limit.",
  "mail.undeliverable": "This address takes no mail.",
  "mail.waiting": { one: "One answer waits.", other: "{count} answers wait." },
} as const;
