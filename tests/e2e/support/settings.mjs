import { fileURLToPath } from "node:url";

const knowledge = fileURLToPath(new URL("../../../web/demo/knowledge", import.meta.url));
const day = { start: "09:00", end: "18:00" };

/** Monday to Friday, nine to six in Bucharest; `override` keeps the tests independent of the day they run on. */
export function settings({ override, ...more } = {}) {
  return {
    site: { id: "default", name: "Mara's Bikes", locale: "en" },
    availability: {
      timezone: "Europe/Bucharest",
      hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
      ...(override ? { override: { state: override } } : {}),
    },
    callback: { within_hours: 4, count: "working", ask: ["name", "email"] },
    ai: { provider: "builtin", knowledge },
    ...more,
  };
}
