#pragma once

#include <string>
#include <string_view>

/// Strangers' text inside a prompt. Pure, except for the randomness of `new_secrets`; thread-safe.
namespace handoff {

/// New for every request, so that nobody who writes text can know them.
struct PromptSecrets {
  std::string tag;     ///< ends the name of every delimiter
  std::string canary;  ///< stands in the instructions; an answer with it has given them away
};
PromptSecrets new_secrets();

/// The text as it may stand in a prompt, at most `most` characters of it. Control, invisible and
/// bidirectional formatting characters go: people do not see them and models do. What chat
/// templates take for their own marks (`<|im_start|>`, `</s>`, `[INST]`), and every other opening
/// tag, loses its bracket to one that looks alike, so nothing in here can end the place it stands
/// in. Ill-formed bytes become U+FFFD.
std::string as_data(std::string_view text, std::size_t most);

/// The same in one line, without quotation marks: a name, a title.
std::string as_line(std::string_view text, std::size_t most);

/// `<NAME-tag>`, the data, `</NAME-tag>`, on lines of their own. `data` comes from `as_data`.
std::string enclosed(std::string_view name, const PromptSecrets& secrets, const std::string& data);

}  // namespace handoff
