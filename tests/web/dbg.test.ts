// @vitest-environment node
import { it } from "vitest";
import { loadHandoffCore } from "handoff-core";
it("x", async () => { const core = await loadHandoffCore(new URL("../../build/wasm/handoff-core.wasm", import.meta.url)); const at = new Date().toISOString();
 let c: any = { id: "c2", site: "default", state: "ai", epoch: 1, owner: null, created_at: at, updated_at: at, as_of_seq: 0, locale: "en", contact: null, handoff: null, callback: null };
 for (const e of [{type:"message",author:"visitor",client_id:"0f",text:"Hello"},{type:"message",author:"ai",text:"no"},{type:"handoff.offered",author:"system",reason:"low_confidence"},{type:"handoff.requested",author:"system",handoff_id:"h1",reason:"user_request"},{type:"taken_over",author:"system",agent:{id:"a1",name:"Ana"}},{type:"message",author:"agent",agent:{id:"a1",name:"Ana"},text:"I"}] as any[]) {
  try { c = core.reduce(c, { seq: c.as_of_seq + 1, at, ...e }); console.log(e.type, JSON.stringify(c)); } catch (x) { console.log(e.type, String(x)); c = {...c, as_of_seq: c.as_of_seq+1}; } }
});
