#include "phrase_expand.h"

#include <algorithm>
#include <vector>

#include "text.h"

namespace handoff {
namespace {

using Sink = std::function<void(const std::string& folded, bool prefix)>;

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// One alternative of a part, folded.
struct Choice {
  std::string folded;
  bool prefix;
};
using Choices = std::vector<Choice>;

Choices choices_of(std::string_view part, bool group) {
  Choices choices;
  for (const std::string_view text :
       group ? split(part, '|') : std::vector<std::string_view>{part}) {
    const std::size_t last = text.find_last_not_of(' ');
    choices.push_back({fold_phrase(text), last != std::string_view::npos && text[last] == '*'});
  }
  return choices;
}

std::vector<Choices> parts_of(std::string_view phrase) {
  std::vector<Choices> parts;
  while (!phrase.empty()) {
    const bool group = phrase.front() == '(';
    const std::size_t end = std::min(phrase.find(group ? ')' : '('), phrase.size());
    parts.push_back(choices_of(phrase.substr(group ? 1 : 0, group ? end - 1 : end), group));
    phrase.remove_prefix(std::min(group ? end + 1 : end, phrase.size()));
  }
  return parts;
}

/// `phrase` holds what stands before part `at`, and is given back as it was.
void write_out(const std::vector<Choices>& parts, std::size_t at, std::string& phrase, bool prefix,
               const Sink& sink) {
  if (at == parts.size()) {
    if (!phrase.empty()) sink(phrase, prefix);
    return;
  }
  const std::size_t size = phrase.size();
  for (const Choice& choice : parts[at]) {
    if (!phrase.empty() && !choice.folded.empty()) phrase += ' ';
    phrase += choice.folded;
    write_out(parts, at + 1, phrase, choice.folded.empty() ? prefix : choice.prefix, sink);
    phrase.resize(size);
  }
}

}  // namespace

void expand_phrases(std::string_view list, const Sink& sink) {
  std::string phrase;
  for (const std::string_view text : split(list, ';'))
    write_out(parts_of(text), 0, phrase, false, sink);
}

}  // namespace handoff
