import type { Plural } from "../../shared/i18n";
import type { en } from "./en";

export type WordKey = keyof typeof en;

/** A whole catalog: each key of the English one, as a text or as plural forms. */
export type Words = Record<WordKey, string | Plural>;
