#include "language_file.h"

#include <algorithm>

#include "text.h"

namespace handoff {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// Cuts the part before `mark` off the front of `text`.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

Alternative words_of(std::string_view text) {
  Alternative words;
  for (text = trimmed(text); !text.empty();) {
    const std::string_view word = cut(text, ' ');
    if (word.empty()) continue;
    const bool prefix = word.back() == '*';
    const TokenText folded = tokenize(word);  // "e-mail" is two words
    for (std::size_t t = 0; t < folded.tokens.size(); ++t) {
      words.push_back({std::string(folded.word(t)), prefix && t + 1 == folded.tokens.size()});
    }
  }
  return words;
}

/// `@name = alternatives`
struct List {
  std::string name;
  std::string alternatives;
};

class FileReader {
 public:
  using Take = FunctionRef<void(const Section&, const std::vector<PatternPart>&)>;
  using Problem = FunctionRef<void(const std::string&)>;

  FileReader(Take take, Problem problem) : take_(take), problem_(problem) {}

  void run(std::string_view text) {
    while (!text.empty()) {
      ++line_;
      const std::string_view line = trimmed(cut(text, '\n'));
      if (line.empty() || line.front() == '#') continue;
      if (line.front() == '[') {
        open_section(line);
      } else if (line.front() == '@' && line.find(" = ") != std::string_view::npos) {
        define(line);
      } else {
        phrases(line);
      }
    }
  }

 private:
  void complain(const std::string& what) {
    problem_("line " + std::to_string(line_) + ": " + what);
  }

  void open_section(std::string_view line) {
    line.remove_prefix(1);
    std::string_view head = cut(line, ']');
    const std::string_view name = cut(head, ' ');
    const auto slot = slot_from(name);
    if (!slot) complain("no slot is named \"" + std::string(name) + "\"");
    section_ = {slot.value_or(Slot::kKnown), 0, {}};
    std::string_view digits = cut(head, ' ');
    const bool minus = digits.starts_with('-');
    for (const char digit : digits.substr(minus ? 1 : 0)) {
      if (digit < '0' || digit > '9') return complain("the weight must be a whole number");
      section_.weight = 10 * section_.weight + (digit - '0');
    }
    if (minus) section_.weight = -section_.weight;
    section_.rule = head;
  }

  void define(std::string_view line) {
    line.remove_prefix(1);
    const std::string name(trimmed(cut(line, '=')));
    lists_.push_back({name, spelled_out(trimmed(line))});
  }

  /// `text` with every `@name` replaced.
  std::string spelled_out(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::size_t at = text.find('@');
      out += text.substr(0, at);
      if (at == std::string_view::npos) break;
      text.remove_prefix(at + 1);
      const std::size_t end = std::min(text.find_first_of(" |()*"), text.size());
      const std::string_view name = text.substr(0, end);
      const auto list = std::find_if(lists_.rbegin(), lists_.rend(),
                                     [name](const List& l) { return l.name == name; });
      if (list == lists_.rend()) {
        complain("@" + std::string(name) + " was not given before");
      } else {
        out += list->alternatives;
      }
      text.remove_prefix(end);
    }
    return out;
  }

  void phrases(std::string_view line) {
    while (!line.empty()) {
      const std::string_view phrase = trimmed(cut(line, ';'));
      if (phrase.find('=') != std::string_view::npos)
        complain("a list stands on a line of its own");
      if (!phrase.empty()) pattern(phrase);
    }
  }

  void pattern(std::string_view phrase) {
    std::vector<PatternPart> parts;
    if (section_.slot == Slot::kLetters) return take_(section_, {{std::string(phrase), {}}});
    while (!(phrase = trimmed(phrase)).empty()) {
      if (phrase.front() == '(') {
        phrase.remove_prefix(1);
        if (phrase.find(')') == std::string_view::npos) complain("a \"(\" is never closed");
        const std::string_view inside = cut(phrase, ')');
        if (inside.find('(') != std::string_view::npos) complain("a group stands in a group");
        parts.push_back(group(spelled_out(inside)));
      } else if (phrase.front() == '@') {
        parts.push_back(group(spelled_out(cut(phrase, ' '))));
      } else {
        const std::size_t end = std::min(phrase.find_first_of(" ("), phrase.size());
        for (PatternWord& word : words_of(phrase.substr(0, end))) {
          std::string key = word.folded + (word.prefix ? "*" : "");
          parts.push_back({std::move(key), {{std::move(word)}}});
        }
        phrase.remove_prefix(end);
      }
    }
    if (!parts.empty()) take_(section_, parts);
  }

  static PatternPart group(const std::string& source) {
    PatternPart part{source, {}};
    for (std::string_view text = source;;) {
      const bool more = text.find('|') != std::string_view::npos;
      part.alternatives.push_back(words_of(cut(text, '|')));
      if (!more) return part;
    }
  }

  Take take_;
  Problem problem_;
  Section section_ = {};
  std::vector<List> lists_ = {};
  int line_ = 0;
};

}  // namespace

void read_language_file(std::string_view text,
                        FunctionRef<void(const Section&, const std::vector<PatternPart>&)> take,
                        FunctionRef<void(const std::string&)> problem) {
  FileReader(take, problem).run(text);
}

}  // namespace handoff
