import type { aiEn } from "./ai-en";

/** What the dashboard says about the AI, in Romanian. */
export const aiRo: Record<keyof typeof aiEn, string> = {
  "ai.sure": "sigur {score}",
  "ai.writing": "AI-ul scrie",
  "ai.withdrawn": "Retras. Vizitatorul nu mai vede acest text.",
  "confidence.why": "Pe ce se bazează",
  "confidence.part.retrieval": "Articolele acoperă întrebarea",
  "confidence.part.tokens": "Modelul a fost sigur de cuvintele lui",
  "confidence.part.hedging": "Spus clar, fără „poate”",
  "confidence.part.finish": "Dus până la capăt, nu întrerupt",
  urgent: "Urgent",
  "urgent.says": "Așa spune AI-ul. Ordinea listei nu ține cont de asta.",
  "draft.label": "Ciorna AI-ului, netrimisă",
  "draft.use": "Folosește ciorna AI",
  "draft.discard": "Renunță",
  "note.by-ai": "Notă de la AI, poate fi greșită",
  "summary.text": "Pe scurt",
  "summary.facts-only": "Încă nescris. Datele de mai sus sunt chiar din conversație.",
  "summary.by": "Scris de {name}, poate fi greșit",
  "summary.by-at": "Scris de {name} la {time}, poate fi greșit",
  "summary.again": "Scrie din nou",
  "summary.writing": "Se scrie",
  "summary.failed": "Niciun rezumat nou: {detail}",
};
