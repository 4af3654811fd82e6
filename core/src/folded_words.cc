#include "handoff/folded_words.h"

#include "text.h"

namespace handoff {

std::vector<std::string> folded_words(std::string_view text) {
  const TokenText cut = tokenize(text);
  std::vector<std::string> words;
  words.reserve(cut.tokens.size());
  for (const Token& token : cut.tokens) words.emplace_back(cut.word(token));
  return words;
}

}  // namespace handoff
