import { computed } from "@preact/signals";
import { translator, type Variables } from "../../shared/i18n";
import { locale } from "../state/preferences";
import { en } from "./en";
import { ro } from "./ro";
import type { WordKey, Words } from "./words";

const catalogs: Record<string, Words> = { en, ro };
const current = computed(() => translator<WordKey>(catalogs[locale.value] ?? en, locale.value));

/** A text in the agent's language; a component that says it is drawn again when the language changes. */
export function say(key: WordKey, variables?: Variables): string {
  return current.value(key, variables);
}

/** The words of a reason; one that is newer than this page is shown by its own name. */
export function sayReason(reason: string | null | undefined): string {
  const key = `reason.${reason ?? "manual"}`;
  return key in en ? say(key as WordKey) : (reason ?? "");
}
