#pragma once

#include <string>
#include <string_view>

#include "ai/builtin_language.h"

namespace handoff {

/// The fixed sentences of the built-in AI; everything else it says comes from an article.
struct BuiltinTexts {
  std::string_view greeting;
  std::string_view thanks;
  std::string_view goodbye;
  std::string_view about;
  std::string_view cannot;
  std::string_view unsure;
};

const BuiltinTexts& builtin_texts(Language language);

/// Said once, when a human has returned the conversation: who left, and who speaks now.
std::string after_human_text(Language language, std::string_view agent_name);

/// Said before sentences in a language that the visitor did not write: honest about the missing
/// translation.
std::string other_language_text(Language language, std::string_view article_locale);

}  // namespace handoff
