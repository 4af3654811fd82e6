// @vitest-environment node
// The stub that our own tests talk to, seen by the official client: what it cannot read is not what
// servers send.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import OpenAI from "openai";
import type { ChatCompletionTool } from "openai/resources/chat/completions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../support/chat-stub.mjs", import.meta.url));
const text = "Livrarea durează trei zile. It is free above 250 lei 🚲.";
const messages = [{ role: "user" as const, content: "How long does delivery take?" }];
const tool: ChatCompletionTool = {
  type: "function",
  function: { name: "handoff_to_human", parameters: { type: "object", properties: {} } },
};

let stub: ChildProcess;
let origin: string;
let client: OpenAI;

beforeAll(async () => {
  stub = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  origin = await new Promise((resolve) => {
    stub.stdout?.on("data", (line) => resolve(String(line).trim().split(" ").pop() ?? ""));
  });
  client = new OpenAI({ baseURL: `${origin}/v1`, apiKey: "sk-test", maxRetries: 0 });
});

afterAll(() => stub.kill());

async function behave(...behaviours: object[]) {
  await fetch(`${origin}/control`, { method: "POST", body: JSON.stringify(behaviours) });
}

describe("the stub, for the official client", () => {
  it("answers in one piece, with what the tokens were worth", async () => {
    await behave({ dialect: "openai" });
    const answer = await client.chat.completions.create({ model: "m", messages, logprobs: true });
    expect(answer.choices[0]?.message.content).toBe(text);
    expect(answer.choices[0]?.finish_reason).toBe("stop");
    expect(answer.choices[0]?.logprobs?.content?.map((token) => token.token).join("")).toBe(text);
    expect(answer.usage?.total_tokens).toBe(52);
  });

  for (const dialect of ["openai", "llama.cpp", "ollama", "azure"]) {
    it(`streams as ${dialect} does`, async () => {
      await behave({ dialect });
      const stream = client.chat.completions.stream({
        model: "m",
        messages,
        logprobs: true,
        stream_options: { include_usage: true },
      });
      const answer = await stream.finalChatCompletion();
      expect(answer.choices[0]?.message.content).toBe(text);
      expect(answer.choices[0]?.logprobs?.content?.[0]?.logprob).toBe(-0.1);
      expect(answer.usage?.completion_tokens).toBe(12);
    });
  }

  it("streams as vllm does, with choices that are null at the end", async () => {
    await behave({ dialect: "vllm" });
    const stream = await client.chat.completions.create({
      model: "m",
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let said = "";
    let last: unknown = [];
    for await (const chunk of stream) {
      said += chunk.choices?.[0]?.delta.content ?? "";
      last = chunk.choices;
    }
    expect(said).toBe(text);
    expect(last).toBeNull();
  });

  for (const wire of ["crlf", "comments", "bytes", "twice-done"]) {
    it(`streams the same over a line with ${wire}`, async () => {
      await behave({ dialect: "openai", wire });
      const stream = client.chat.completions.stream({ model: "m", messages });
      expect((await stream.finalChatCompletion()).choices[0]?.message.content).toBe(text);
    });
  }

  for (const dialect of ["openai", "ollama"]) {
    it(`calls a tool as ${dialect} does`, async () => {
      const call = { name: "handoff_to_human", arguments: '{"reason":"complaint","summary":"ă"}' };
      await behave({ dialect, tool: call });
      const whole = await client.chat.completions.create({ model: "m", messages, tools: [tool] });
      const stream = client.chat.completions.stream({ model: "m", messages, tools: [tool] });
      for (const answer of [whole, await stream.finalChatCompletion()]) {
        expect(answer.choices[0]?.finish_reason).toBe("tool_calls");
        expect(answer.choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: call });
      }
    });
  }

  it("refuses as the client knows it", async () => {
    const failing = async (failure: string) => {
      await behave({ failure, retryAfter: "7" });
      return client.chat.completions.create({ model: "m", messages }).catch((error) => error);
    };
    expect(await failing("401")).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(await failing("404")).toMatchObject({ code: "model_not_found" });
    expect(await failing("429")).toBeInstanceOf(OpenAI.RateLimitError);
    expect((await failing("429")).headers.get("retry-after")).toBe("7");
    expect(await failing("500")).toBeInstanceOf(OpenAI.InternalServerError);
    expect(await failing("close-at-once")).toBeInstanceOf(OpenAI.APIConnectionError);
  });

  it("names a parameter that it does not take", async () => {
    await behave({ refuses: ["logprobs"] });
    const refusal = await client.chat.completions
      .create({ model: "m", messages, logprobs: true })
      .catch((error) => error);
    expect(refusal).toBeInstanceOf(OpenAI.BadRequestError);
    expect(refusal).toMatchObject({ param: "logprobs", code: "unsupported_parameter" });
  });

  it("breaks off in the middle of a stream", async () => {
    for (const failure of ["cut", "error-in-stream"]) {
      await behave({ failure });
      const stream = client.chat.completions.stream({ model: "m", messages });
      await expect(stream.finalChatCompletion()).rejects.toThrow();
    }
  });

  it("shows what it was asked", async () => {
    await behave({});
    await client.chat.completions.create({ model: "m", messages });
    const requests = await (await fetch(`${origin}/requests`)).json();
    expect(requests).toHaveLength(1);
    expect(requests[0].body.messages).toEqual(messages);
    expect(requests[0].headers.authorization).toBe("Bearer sk-test");
  });
});
