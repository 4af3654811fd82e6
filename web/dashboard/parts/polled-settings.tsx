import type { ComponentChildren } from "preact";
import type { Loaded } from "../state/load";
import { say } from "../words/say";
import type { WordKey } from "../words/words";
import { Content } from "./page-frame";
import { SettingsTabs } from "./settings-tabs";
import { StaleStrip } from "./stale-strip";

/** A page of the settings that is loaded again and again: tabs, what it is about, and what was loaded. */
export function PolledSettings<Data>({
  name,
  lead,
  of,
  children,
}: {
  name: WordKey;
  lead: WordKey;
  of: Loaded<Data>;
  children: (data: Data) => ComponentChildren;
}) {
  return (
    <>
      <SettingsTabs />
      <h2 class="only-heard">{say(name)}</h2>
      <p class="second settings-lead">{say(lead)}</p>
      <StaleStrip of={of} />
      <Content of={of}>{children}</Content>
    </>
  );
}
