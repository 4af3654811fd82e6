import { expect, test } from "vitest";
import { Consent } from "../../web/widget/state/consent";
import { memoryStorage } from "./support/memory-storage";

test("consent_is_remembered_for_its_site", () => {
  const storage = memoryStorage();
  const consent = new Consent(storage, "default");
  expect(consent.given.value).toBe(false);
  consent.give();
  expect(consent.given.value).toBe(true);
  expect(new Consent(storage, "default").given.value).toBe(true);
  expect(new Consent(storage, "other").given.value).toBe(false);
});

test("consent_keeps_the_moment_it_was_given_first", () => {
  const storage = memoryStorage();
  const consent = new Consent(storage, "default");
  consent.give();
  const first = storage.values.get("handoff:default:consent");
  expect(Date.parse(JSON.parse(first ?? "{}").at)).toBeGreaterThan(0);
  consent.give();
  expect(storage.values.get("handoff:default:consent")).toBe(first);
});
