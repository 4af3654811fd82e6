import type { pushEn } from "./push-en";

/** Notifications on this computer, in Romanian. */
export const pushRo: Record<keyof typeof pushEn, string> = {
  "push.label": "Anunțați-mă pe acest calculator",
  "push.unsupported":
    "Acest browser nu arată notificări pentru această pagină. E nevoie de https și de un browser cu web push.",
  "push.not-set-up": "Serverul nu este pregătit pentru ele: lipsește notifications.push.",
  "push.blocked":
    "Blocate în acest browser. Deschideți setările site-ului de lângă adresă, permiteți notificările și reîncărcați.",
  "push.off": "Oprite. Cât pagina este închisă, nimic nu vă anunță că așteaptă cineva.",
  "push.on": "Sunteți anunțat când așteaptă cineva, și când pagina este închisă.",
  "push.working": "O clipă",
  "push.failed": "Nu a reușit: {detail}",
};
