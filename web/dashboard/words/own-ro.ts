import type { ownEn } from "./own-en";

/** What an agent wants to be told, in Romanian. */
export const ownRo: Record<keyof typeof ownEn, string> = {
  "own.title": "Notificările mele",
  "own.email": "Anunțați-mă prin e-mail",
  "own.whatsapp": "Anunțați-mă prin WhatsApp",
  "own.phone": "Număr de WhatsApp",
  "own.need-phone": "Scrieți numărul, cu prefixul țării.",
  "own.bad-phone": "Numărul este incomplet. Începeți cu + și prefixul țării.",
  "own.quiet": "Ore de liniște",
  "own.quiet-detail":
    "Între aceste ore sunteți anunțat doar când nu poate fi anunțat altcineva din echipă.",
  "own.from": "De la",
  "own.until": "Până la",
  "own.zone": "Fus orar: {city}",
  "own.need-times": "Scrieți ambele ore.",
  "own.same-times": "Cele două ore trebuie să fie diferite.",
  "own.state.working": "Se salvează",
  "own.state.saved": "Salvat",
  "own.state.held-back": "Încă nesalvat",
  "own.state.failed": "Nesalvat",
  "own.failed": "Nesalvat: {detail}",
  "own.load-failed": "Alegerile dvs. nu au putut fi încărcate: {detail}",
};
