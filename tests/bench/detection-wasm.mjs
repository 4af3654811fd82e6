// Detection per message through WebAssembly in Node, JSON in and out, beside a bare JSON round trip of the same text.
import { loadHandoffCore } from "../../build/wasm/index.js";

const words =
  "Hello, my order has not arrived yet and I would like to know when it comes. Bună ziua, comanda mea nu a ajuns. ";
const messageOf = (length) => words.repeat(Math.ceil(length / words.length)).slice(0, length);

const core = await loadHandoffCore();
const keywords = Array.from({ length: 100 }, (_, i) => ({ phrase: `keyword${i}` }));
const settings = JSON.stringify({ triggers: { keywords } });

/** Microseconds a call: the median of several batches, so that a pause of the machine does not count. */
function microseconds(call) {
  for (let i = 0; i < 2000; i++) call();
  const batches = [];
  for (let batch = 0; batch < 15; batch++) {
    const began = process.hrtime.bigint();
    for (let i = 0; i < 1000; i++) call();
    batches.push(Number(process.hrtime.bigint() - began) / 1e6);
  }
  return batches.sort((a, b) => a - b)[7];
}

for (const length of [50, 500, 4000]) {
  const line = JSON.stringify({ text: messageOf(length) });
  const bare = microseconds(() => JSON.stringify(JSON.parse(line)));
  const wasm = microseconds(() => core.detectJson(line, settings));
  console.log(
    `detect wasm     ${String(length).padStart(5)} bytes, 100 keywords   ${wasm.toFixed(2).padStart(8)} us   ` +
      `${(wasm / bare).toFixed(1)} x a bare JSON round trip (${bare.toFixed(2)} us)`,
  );
}
