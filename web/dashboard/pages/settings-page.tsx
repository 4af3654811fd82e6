import { settingRows, type ValueWords } from "../model/settings-rows";
import { weekday } from "../model/times";
import { Empty } from "../parts/empty";
import { Content, PageFrame } from "../parts/page-frame";
import { SettingsTabs } from "../parts/settings-tabs";
import { api } from "../state/api";
import { useLoaded } from "../state/load";
import { locale } from "../state/preferences";
import { agent } from "../state/session";
import { en } from "../words/en";
import { say } from "../words/say";
import type { WordKey } from "../words/words";

const order = [
  "site",
  "availability",
  "triggers",
  "messages",
  "offline_message",
  "callback",
  "waiting",
  "human",
  "ai",
  "notifications",
  "privacy",
  "outbound",
  "limits",
];

/** Settings, Human Handoff: what is in force, readable without the file. */
export function SettingsPage() {
  const admin = agent.value?.role === "admin";
  return (
    <PageFrame title={say("settings.title")}>
      <h2 class={admin ? "only-heard" : "page-title"}>{say("settings.heading")}</h2>
      {admin ? (
        <InForce />
      ) : (
        <Empty
          title={say("settings.not-admin")}
          detail={say("settings.not-admin-detail")}
          voice="closed"
        />
      )}
    </PageFrame>
  );
}

function InForce() {
  const loaded = useLoaded("settings", () => api.get<Record<string, unknown>>("/v1/settings"));
  return (
    <>
      <SettingsTabs />
      <p class="second settings-lead">{say("settings.lead")}</p>
      <Content of={loaded}>{(settings) => <Sections settings={settings} />}</Content>
    </>
  );
}

function Sections({ settings }: { settings: Record<string, unknown> }) {
  const known = order.filter((name) => settings[name] !== undefined);
  const others = Object.keys(settings).filter((name) => !order.includes(name));
  if (known.length + others.length === 0) return <p class="quiet">{say("settings.defaults")}</p>;
  return (
    <>
      {[...known, ...others].map((name) => (
        <SectionCard key={name} name={name} value={settings[name]} />
      ))}
    </>
  );
}

function SectionCard({ name, value }: { name: string; value: unknown }) {
  const rows = settingRows(value, valueWords());
  const key = `settings.section.${name}`;
  return (
    <section class="settings-section card">
      <h3>{key in en ? say(key as WordKey) : name}</h3>
      <dl class="pairs wide">
        {rows.length === 0 && <dd class="quiet">{say("settings.none")}</dd>}
        {rows.map((row) => (
          <div key={row.path} class="pair">
            {row.path && <dt>{row.path}</dt>}
            <dd dir="auto">{row.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function valueWords(): ValueWords {
  return {
    name: keyName,
    on: say("settings.on"),
    off: say("settings.off"),
    none: say("settings.none"),
    closed: say("settings.closed"),
    hidden: say("settings.hidden"),
  };
}

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

// Triggers have the names of their reasons, days those of the calendar; other keys have words of their own.
function keyName(key: string): string {
  if (`reason.${key}` in en) return say(`reason.${key}` as WordKey);
  if (days.includes(key)) return weekday(days.indexOf(key), locale.value);
  const own = `setting.${key}`;
  return own in en ? say(own as WordKey) : key.replace(/_/g, " ");
}
