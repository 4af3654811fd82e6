import assert from "node:assert/strict";

/** `author: text` of the messages of a log. */
export function messages(events) {
  return events
    .filter(({ type }) => type === "message")
    .map(({ author, text }) => `${author}: ${text}`);
}

/** Numbered 1, 2, 3 … without holes, and no message twice. */
export function assertWhole({ events, as_of_seq }) {
  assert.deepEqual(
    events.map(({ seq }) => seq),
    Array.from({ length: as_of_seq }, (_, index) => index + 1),
  );
  const ids = events.map(({ client_id }) => client_id).filter(Boolean);
  assert.equal(new Set(ids).size, ids.length, "no message is stored twice");
}

/** No word of the AI from the moment a person took over until they gave the conversation back. */
export function assertAiSilent(events) {
  let person = false;
  for (const { type, author, text } of events) {
    if (type === "taken_over") person = true;
    if (type === "returned_to_ai") person = false;
    assert.ok(!(person && author === "ai"), `the AI spoke over a person: ${text}`);
  }
}
