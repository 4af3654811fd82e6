import type { CoreSource } from "./instance.js";

/** Where each of the two modules comes from. */
export interface CoreSources {
  detection: CoreSource;
  state: CoreSource;
}

/** The last `handoff-core` of an address, when it stands in the file's name. */
const fileName = /^([^?#]*)handoff-core(?=[^/?#]*(?:[?#]|$))/;

function beside(address: string): string {
  if (!fileName.test(address))
    throw new Error(
      `beside ${address} no state module can be looked for: its file is not named handoff-core; { detection, state } is accepted`,
    );
  return address.replace(fileName, "$1handoff-state");
}

/** Bytes and compiled modules have nothing beside them: the state module is then the one beside this file. */
export function bothOf(source: CoreSource | CoreSources | undefined): Partial<CoreSources> {
  if (source === undefined) return {};
  if (typeof source === "string") return { detection: source, state: beside(source) };
  if (source instanceof URL) return { detection: source, state: new URL(beside(source.href)) };
  return "detection" in source ? source : { detection: source };
}
