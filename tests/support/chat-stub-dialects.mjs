// What OpenAI-compatible servers send, each in its own way: the chunks of a stream, a whole body,
// and refusals. Pure functions; chat-stub.mjs puts them on the wire.

const ID = "chatcmpl-stub";
const CREATED = 1_790_000_000;

/** Words with the spaces before them, as tokens are. */
function tokensOf(text) {
  return text.match(/\s*\S+/gu) ?? [];
}

function logprobsOf(tokens, logprob) {
  const content = tokens.map((token) => ({
    token,
    logprob,
    bytes: [...Buffer.from(token)],
    top_logprobs: [],
  }));
  return { content, refusal: null };
}

/** Fragments of a text, so that nothing arrives whole. */
function fragments(text, size) {
  const pieces = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

const wantsLogprobs = (request) => request.logprobs === true;
const usage = { prompt_tokens: 40, completion_tokens: 12, total_tokens: 52 };

function finishOf(behaviour) {
  if (behaviour.finish) return behaviour.finish;
  return behaviour.tool ? "tool_calls" : "stop";
}

function chunk(dialect, model, choice, more = {}) {
  const base = {
    id: ID,
    object: "chat.completion.chunk",
    created: CREATED,
    model,
    choices: choice ? [{ index: 0, logprobs: null, finish_reason: null, ...choice }] : [],
  };
  if (dialect === "openai") Object.assign(base, { service_tier: "default", usage: null });
  if (dialect === "vllm") base.prompt_token_ids = null;
  if (dialect === "ollama") base.system_fingerprint = "fp_ollama";
  return { ...base, ...more };
}

function textChunks(dialect, behaviour, request) {
  const make = (delta, more) => chunk(dialect, request.model, { delta, ...more });
  const filter = dialect === "azure" ? { content_filter_results: {} } : {};
  return tokensOf(behaviour.text ?? "").map((token) => {
    const logprobs = wantsLogprobs(request) ? logprobsOf([token], behaviour.logprob ?? -0.1) : null;
    return make({ content: token }, { logprobs, ...filter });
  });
}

function toolChunks(dialect, behaviour, request) {
  const make = (call) =>
    chunk(dialect, request.model, { delta: { tool_calls: [{ index: 0, ...call }] } });
  const { name, arguments: text } = behaviour.tool;
  const first = { id: "call_1", type: "function", function: { name, arguments: "" } };
  if (dialect === "ollama") return [make({ ...first, function: { name, arguments: text } })];
  const rest = fragments(text, 7).map((part) => make({ function: { arguments: part } }));
  return [make(first), ...rest];
}

function usageChunks(dialect, request) {
  if (request.stream_options?.include_usage !== true) return [];
  const last = chunk(dialect, request.model, null, { usage });
  if (dialect === "vllm") last.choices = null;
  if (dialect === "llama.cpp") last.timings = { predicted_per_second: 42.5 };
  return [last];
}

/** All that a stream consists of; "[DONE]" stands for itself. */
export function streamOf(dialect, behaviour, request) {
  const make = (choice, more) => chunk(dialect, request.model, choice, more);
  const filtered = [{ prompt_index: 0, content_filter_results: {} }];
  const chunks =
    dialect === "azure" ? [make(null, { model: "", prompt_filter_results: filtered })] : [];
  const content = dialect === "llama.cpp" ? null : "";
  chunks.push(make({ delta: { role: "assistant", content } }));
  for (const thought of tokensOf(behaviour.reasoning ?? "")) {
    chunks.push(make({ delta: { reasoning_content: thought } }));
  }
  chunks.push(...textChunks(dialect, behaviour, request));
  for (const part of tokensOf(behaviour.refusal ?? "")) {
    chunks.push(make({ delta: { refusal: part } }));
  }
  if (behaviour.tool) chunks.push(...toolChunks(dialect, behaviour, request));
  chunks.push(make({ delta: {}, finish_reason: finishOf(behaviour) }));
  chunks.push(...usageChunks(dialect, request));
  if (dialect !== "ollama") chunks.push("[DONE]");
  return chunks;
}

/** The same in one piece. */
export function bodyOf(dialect, behaviour, request) {
  const message = {
    role: "assistant",
    content: behaviour.text ?? null,
    refusal: behaviour.refusal ?? null,
  };
  if (behaviour.tool) {
    message.tool_calls = [{ id: "call_1", type: "function", function: behaviour.tool }];
  }
  const logprobs = wantsLogprobs(request)
    ? logprobsOf(tokensOf(behaviour.text ?? ""), behaviour.logprob ?? -0.1)
    : null;
  const choice = { index: 0, message, logprobs, finish_reason: finishOf(behaviour) };
  const body = {
    id: ID,
    object: "chat.completion",
    created: CREATED,
    model: request.model,
    choices: [choice],
    usage,
  };
  if (dialect === "azure") body.prompt_filter_results = [];
  return body;
}

/** A refusal of a parameter, in the words of the servers that are known for them. */
export function refusalOf(shape, name) {
  switch (shape) {
    case "fastapi":
      return {
        status: 422,
        body: { detail: [{ type: "extra_forbidden", loc: ["body", name], msg: "Extra inputs" }] },
      };
    case "vllm":
      return {
        status: 400,
        body: { object: "error", message: `${name} is not supported`, param: null, code: 400 },
      };
    case "ollama":
      return { status: 400, body: { error: `this model does not support ${name}` } };
    case "gemini":
      return {
        status: 400,
        body: [{ error: { code: 400, message: `Unknown name "${name}": Cannot find field.` } }],
      };
    default:
      return {
        status: 400,
        body: {
          error: {
            message: `Unsupported parameter: '${name}' is not supported with this model.`,
            type: "invalid_request_error",
            param: name,
            code: "unsupported_parameter",
          },
        },
      };
  }
}

export function errorOf(message, type, code) {
  return { error: { message, type, param: null, code } };
}
