#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/json.h"

namespace handoff {

/// What a model's server says is wrong. A stranger's words: for the log and the dashboard, after
/// `for_the_log`, never for a visitor.
struct ProviderError {
  std::string message = {};
  std::string code = {};  ///< `model_not_found`, `rate_limit_exceeded`, `content_filter`, …
  std::vector<std::string> parameters =
      {};  ///< what it complains about, as it names it: `logprobs`,
           ///< `messages[0].role`, `body.stream_options`
};

/// The error in a body or a chunk, in any of the usual shapes; nullopt when there is none:
///
///     {"error": {"message": "...", "param": "...", "code": "..."}}     OpenAI, Azure, Groq,
///     llama.cpp
///     {"error": "..."}                                                 Ollama
///     [{"error": {...}}]                                               Gemini
///     {"object": "error", "message": "...", "param": "..."}            vLLM, Mistral
///     {"detail": "..."}, {"detail": [{"loc": [...], "msg": "..."}]}    FastAPI, also inside
///     `message`
std::optional<ProviderError> provider_error(const Json& body);

/// The words in one line of at most 200 characters, without control characters, and without
/// `secret` wherever it stands.
std::string for_the_log(std::string_view words, std::string_view secret);

}  // namespace handoff
