import { signal } from "@preact/signals";
import { ApiError } from "../../shared/api-error";
import {
  bodyOf,
  type OwnField,
  type OwnNotifications,
  ownProblems,
} from "../model/own-notifications";
import { say } from "../words/say";
import { sayError } from "../words/say-error";
import { api } from "./api";
import { agent } from "./session";

/** `held-back`: something has to be put right first; `problems` says what. */
export type Saving = "idle" | "working" | "saved" | "held-back" | "failed";

/** What the agent wants to be told, with what was just typed; null until it is known. */
export const own = signal<OwnNotifications | null>(null);
export const ownSaving = signal<Saving>("idle");
/** In words, beside the field that they are about. */
export const ownFieldProblems = signal<Partial<Record<OwnField, string>>>({});
/** What else went wrong, in loading or in saving. */
export const ownFailure = signal("");

const path = "/v1/session/notifications";
let owner: string | undefined;
/** Counts what the agent changed, so that an answer to an older state changes nothing on the screen. */
let version = 0;
/** Something was changed while a request was under way. */
let again = false;

/** Asks anew each time the menu opens, except over what could not be saved yet. */
export async function loadOwn(): Promise<void> {
  const who = agent.peek()?.id;
  if (who !== owner) forget(who);
  if (ownSaving.peek() === "working" || isUnsaved()) return;
  const before = version;
  ownSaving.value = "idle";
  try {
    const answer = await api.get<OwnNotifications>(path);
    if (before !== version || who !== owner) return;
    own.value = answer;
    ownFailure.value = "";
  } catch (error) {
    if (who === owner && own.peek() === null) ownFailure.value = sayError(error);
  }
}

/** Shows what is typed; it is saved when the field is left. */
export function typeOwn(change: Partial<OwnNotifications>): void {
  if (!own.peek()) return;
  version += 1;
  own.value = { ...(own.peek() as OwnNotifications), ...change };
}

/** Changes and saves. */
export function changeOwn(change: Partial<OwnNotifications>): void {
  typeOwn(change);
  saveOwn();
}

/** Saves what stands there, one request after the other; the newest state wins. */
export function saveOwn(): void {
  const wanted = own.peek();
  if (!wanted) return;
  const problems = ownProblems(wanted);
  ownFailure.value = "";
  ownFieldProblems.value = Object.fromEntries(
    Object.entries(problems).map(([field, words]) => [field, say(words)]),
  );
  again = ownSaving.peek() === "working";
  if (again) return;
  if (Object.keys(problems).length > 0) ownSaving.value = "held-back";
  else void save(wanted);
}

async function save(wanted: OwnNotifications): Promise<void> {
  const [before, who] = [version, owner];
  ownSaving.value = "working";
  try {
    const answer = await api.put<Partial<OwnNotifications>>(path, bodyOf(wanted));
    if (who !== owner) return;
    ownSaving.value = "saved";
    if (before === version) own.value = { ...wanted, ...answer };
  } catch (error) {
    if (who !== owner) return;
    ownSaving.value = "failed";
    if (!again) refused(error);
  }
  if (again) saveOwn();
}

function refused(error: unknown): void {
  const errors = (error instanceof ApiError && error.problem.errors) || [];
  const about = (field: OwnField) =>
    errors.find(({ path: place }) => place.split(".")[0] === field)?.message;
  const [phone, quiet_hours] = [about("phone"), about("quiet_hours")];
  ownFieldProblems.value = {
    ...(phone && { phone }),
    ...(quiet_hours && { quiet_hours }),
  };
  if (!phone && !quiet_hours) ownFailure.value = sayError(error);
}

function isUnsaved(): boolean {
  return ownSaving.peek() === "held-back" || ownSaving.peek() === "failed";
}

function forget(who: string | undefined): void {
  owner = who;
  again = false;
  version += 1;
  own.value = null;
  ownSaving.value = "idle";
  ownFieldProblems.value = {};
  ownFailure.value = "";
}
