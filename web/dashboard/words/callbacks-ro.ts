import type { Plural } from "../../shared/i18n";
import type { callbacksEn } from "./callbacks-en";

/** The words of the page about promised answers, in Romanian. */
export const callbacksRo: Record<keyof typeof callbacksEn, string | Plural> = {
  "callbacks.title": "Reveniri",
  "callbacks.list": "Răspunsuri promise",
  "callbacks.their-time": "Ora lor",
  "callbacks.shop-time": "Ora magazinului",
  "callbacks.open": "Deschide conversația",
  "callbacks.filter.open": "Deschise",
  "callbacks.filter.kept": "Respectate",
  "callbacks.filter.broken": "Răspuns târziu",
  "callbacks.empty.open": "Nicio promisiune deschisă",
  "callbacks.empty.kept": "Încă nicio promisiune respectată",
  "callbacks.empty.broken": "Nicio promisiune încălcată",
  "callbacks.empty-detail.open":
    "Când nu este nimeni disponibil, vizitatorii lasă datele de contact. Termenele apar aici, cel mai apropiat primul.",
  "callbacks.state.open": "Promisiune",
  "callbacks.state.kept": "Respectată",
  "callbacks.state.late": "Întârziată",
  "callbacks.state.broken": "Răspuns târziu",
  "callbacks.late": {
    one: "Una a întârziat",
    few: "{count} au întârziat",
    other: "{count} de promisiuni au întârziat",
  },
  "callbacks.in-time": {
    one: "Una încă la timp",
    few: "{count} încă la timp",
    other: "{count} de promisiuni încă la timp",
  },
  "callbacks.due": "Promis până",
  "callbacks.again": "Promis din nou până {time}",
  "callbacks.answered": "Răspuns dat {time}",
  "callbacks.after": "la {time} după termen",
  "callbacks.before": "cu {time} înainte de termen",
  "callbacks.empty-detail.kept": "Aici apar răspunsurile date înainte de termen.",
  "callbacks.empty-detail.broken": "Aici ar apărea răspunsurile date după termen.",
  "callbacks.no-contact": "Încă fără date de contact",
};
