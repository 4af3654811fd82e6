import type { Plural } from "../../shared/i18n";
import type { reportsEn } from "./reports-en";

/** The words of the reports, in Romanian. */
export const reportsRo: Record<keyof typeof reportsEn, string | Plural> = {
  "reports.title": "Rapoarte",
  "reports.lead": "Predările din ultimele {days} de zile",
  "reports.days": "Zile",
  "reports.empty": "Nicio predare în acest interval",
  "reports.empty-detail": "Cifrele apar odată cu primul vizitator predat unui coleg.",
  "reports.handoffs": "Predări",
  "reports.wait": "Așteptare până la un om",
  "reports.first": "Până la primul răspuns",
  "reports.half": "jumătate în",
  "reports.most": "9 din 10 în",
  "reports.by-reason": "După motiv",
  "reports.by-rule": "După regulă",
  "reports.by-outcome": "După rezultat",
  "reports.unanswered": "Întrebări la care AI-ul nu a știut răspunsul",
  "reports.reason": "Motiv",
  "reports.rule": "Regulă",
  "reports.outcome": "Rezultat",
  "reports.question": "Întrebare",
  "reports.count": "Număr",
  "reports.share": "Parte",
  "reports.none": "Neevaluate",
  "reports.seconds": "{count} s",
  "reports.no-data": "Fără date",
  "reports.promises": "Promisiuni respectate",
  "reports.promises-of": "{kept} din {all}",
  "reports.promises-open": {
    one: "una deschisă",
    few: "{count} deschise",
    other: "{count} de promisiuni deschise",
  },
  "reports.promises-none": "Niciuna nu a ajuns la termen",
};
