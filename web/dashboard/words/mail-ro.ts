import type { Plural } from "../../shared/i18n";
import type { mailEn } from "./mail-en";

/** How the mails to a visitor stand, in Romanian. */
export const mailRo: Record<keyof typeof mailEn, string | Plural> = {
  "mail.no-address": "Vizitatorul a plecat și nu a lăsat nicio adresă.",
  "mail.unasked":
    "Când vizitatorul nu este aici, un răspuns cere întâi, prin e-mail, confirmarea adresei.",
  "mail.asked": "Adresa nu este confirmată încă. Întrebată prin e-mail: {time}.",
  "mail.confirmed": "Confirmată: când vizitatorul nu este aici, răspunsurile pleacă prin e-mail.",
  "mail.refused": "Titularul acestei adrese nu dorește e-mailuri.",
  "mail.capped": "E-mailurile către această adresă sunt oprite de o limită.",
  "mail.undeliverable": "Această adresă nu primește e-mailuri.",
  "mail.waiting": {
    one: "Un răspuns așteaptă.",
    few: "{count} răspunsuri așteaptă.",
    other: "{count} de răspunsuri așteaptă.",
  },
};
