// Detection per message through WebAssembly in Node, with all triggers and 100 keywords, beside the word list of the npm
// package `sentiment`, which gives a score and nothing else, on the same message in the same process.
import Sentiment from "sentiment";
import { loadHandoffCore } from "../../build/wasm/index.js";

const words =
  "Hello, my order has not arrived yet and I would like to know when it comes. Bună ziua, comanda mea nu a ajuns. ";
const messageOf = (length) => words.repeat(Math.ceil(length / words.length)).slice(0, length);

const core = await loadHandoffCore();
const sentiment = new Sentiment();
const on = { enabled: true };
const settings = {
  triggers: {
    user_request: on,
    low_confidence: on,
    negative_sentiment: on,
    keywords: Array.from({ length: 100 }, (_, i) => ({ phrase: `keyword${i}` })),
    failed_attempts: on,
    complaint: on,
    technical_issue: on,
    high_value_lead: on,
  },
};

function batch(call, calls) {
  const began = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) call();
  return Number(process.hrtime.bigint() - began) / 1000 / calls;
}

/** Microseconds a call of each: the medians of batches that take turns, so that a pause of the machine counts for none. */
function microseconds(calls, ...candidates) {
  for (const call of candidates) batch(call, 20 * calls);
  const times = candidates.map(() => []);
  for (let i = 0; i < 25; i++)
    candidates.forEach((call, which) => {
      times[which].push(batch(call, calls));
    });
  return times.map((list) => list.sort((a, b) => a - b)[12]);
}

for (const [length, calls] of [
  [50, 1000],
  [500, 200],
  [4000, 25],
]) {
  const text = messageOf(length);
  const [ours, theirs] = microseconds(
    calls,
    () => core.detect({ text }, settings),
    () => sentiment.analyze(text),
  );
  console.log(
    `detect wasm     ${String(length).padStart(5)} bytes, 100 keywords   ${ours.toFixed(2).padStart(8)} us   ` +
      `${(ours / theirs).toFixed(2)} x npm sentiment (${theirs.toFixed(2)} us)`,
  );
}
