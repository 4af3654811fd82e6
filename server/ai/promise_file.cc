#include "ai/promise_file.h"

#include <map>
#include <optional>

#include "handoff/folded_words.h"

namespace handoff {
namespace {

constexpr int kUsualGap = 3;
constexpr int kWidestGap = 12;
constexpr auto kNone = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == kNone) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> pieces;
  for (std::size_t from = 0;;) {
    const std::size_t at = text.find(mark, from);
    pieces.push_back(trimmed(text.substr(from, at == kNone ? at : at - from)));
    if (at == kNone) return pieces;
    from = at + 1;
  }
}

std::optional<PromiseSection> section_of(std::string_view name) {
  static const std::map<std::string_view, PromiseSection> kSections = {
      {"promise", PromiseSection::kPromise}, {"even_asked", PromiseSection::kEvenAsked},
      {"never", PromiseSection::kNever},     {"before", PromiseSection::kBefore},
      {"after", PromiseSection::kAfter},     {"inside", PromiseSection::kInside}};
  const auto found = kSections.find(name);
  if (found == kSections.end()) return std::nullopt;
  return found->second;
}

/// `reach out*` folded: a star stays at its word.
std::vector<std::string> phrase_of(std::string_view written) {
  std::vector<std::string> words;
  for (const std::string_view piece : split(written, ' ')) {
    const std::size_t first = words.size();
    for (std::string& word : folded_words(piece)) words.push_back(std::move(word));
    if (words.size() == first) continue;
    if (piece.starts_with('*')) words[first].insert(0, 1, '*');
    if (piece.ends_with('*')) words.back() += '*';
  }
  return words;
}

class Reader {
 public:
  PromiseFile run(std::string_view text) {
    int number = 0;
    for (const std::string_view line : split(text, '\n')) {
      ++number;
      if (line.empty() || line.front() == '#') continue;
      if (!take(line)) {
        file_.problem = "line " + std::to_string(number) + ": \"" + std::string(line) +
                        "\" is no comment, list, section or rule";
        break;
      }
    }
    return std::move(file_);
  }

 private:
  bool take(std::string_view line) {
    if (line.front() == '@' && line.find('=') != kNone) return list(line);
    if (line.front() == '[') {
      section_ = section_of(line.substr(1, line.find(']') - 1));
      return section_.has_value();
    }
    if (!section_) return false;
    for (const std::string_view written : split(line, ';')) {
      if (!written.empty() && !rule(written)) return false;
    }
    return true;
  }

  bool list(std::string_view line) {
    const std::size_t equals = line.find('=');
    const auto part = alternatives(trimmed(line.substr(equals + 1)));
    if (!part) return false;
    const std::string_view name = trimmed(line.substr(0, equals));
    lists_[std::string(name)] = *part;
    if (name == "@small") file_.small = part->phrases;
    return true;
  }

  bool rule(std::string_view written) {
    PromiseRule rule{*section_, {}};
    for (std::size_t at = 0; at < written.size();) {
      std::size_t end = written[at] == '(' ? written.find(')', at) : written.find(' ', at);
      if (written[at] == '(' && end == kNone) return false;
      if (written[at] == '(') ++end;
      const auto read = part(written.substr(at, end == kNone ? end : end - at));
      if (!read) return false;
      rule.parts.push_back(*read);
      at = end == kNone ? written.size() : written.find_first_not_of(' ', end);
    }
    const PromisePart& first = rule.parts.front();
    if (first.gap > 0 || first.optional) return false;
    file_.rules.push_back(std::move(rule));
    return true;
  }

  std::optional<PromisePart> part(std::string_view written) const {
    if (written.front() == '(') return alternatives(written.substr(1, written.size() - 2));
    if (written.front() != '~') return alternatives(written);
    PromisePart gap;
    if (written.size() == 1) gap.gap = kUsualGap;
    for (const char c : written.substr(1)) {
      if (c < '0' || c > '9') return std::nullopt;
      gap.gap = gap.gap * 10 + (c - '0');
    }
    if (gap.gap < 1 || gap.gap > kWidestGap) return std::nullopt;
    return gap;
  }

  std::optional<PromisePart> alternatives(std::string_view written) const {
    PromisePart part;
    for (const std::string_view piece : split(written, '|')) {
      if (piece.empty()) {
        part.optional = true;
      } else if (piece == "^") {
        part.clause_start = true;
      } else if (piece == "$") {
        part.clause_end = true;
      } else if (!(piece.front() == '@' ? add_list(piece, part) : add_phrase(piece, part))) {
        return std::nullopt;
      }
    }
    return part;
  }

  bool add_list(std::string_view name, PromisePart& part) const {
    const auto list = lists_.find(std::string(name));
    if (list == lists_.end()) return false;
    part.phrases.insert(part.phrases.end(), list->second.phrases.begin(),
                        list->second.phrases.end());
    return true;
  }

  static bool add_phrase(std::string_view written, PromisePart& part) {
    part.phrases.push_back(phrase_of(written));
    return !part.phrases.back().empty() && written.find_first_of("@~()") == kNone;
  }

  PromiseFile file_ = {};
  std::optional<PromiseSection> section_ = std::nullopt;
  std::map<std::string, PromisePart> lists_ = {};
};

}  // namespace

PromiseFile read_promise_file(std::string_view text) { return Reader().run(text); }

}  // namespace handoff
