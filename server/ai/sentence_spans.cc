#include "ai/sentence_spans.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace handoff {
namespace {

/// Without their last dot; English, Romanian, Spanish, French, German, Italian, Portuguese, Dutch,
/// Polish, Hungarian. Those that often end a sentence ("etc.", "p.m.") are left out.
constexpr std::string_view kAbbreviations[] = {
    "abs", "approx", "art", "av",   "avda", "bd",   "bijv", "bl",  "bzw",  "ca",   "cca",
    "dhr", "dl",     "dna", "dott", "dr",   "dra",  "dvs",  "eff", "ej",   "evtl", "ex",
    "ggf", "godz",   "ill", "incl", "ing",  "inkl", "kb",   "max", "mevr", "min",  "mind",
    "mr",  "mrs",    "ms",  "mw",   "np",   "nr",   "núm",  "pag", "pag",  "pl",   "prof",
    "pt",  "resp",   "sf",  "sig",  "sog",  "sr",   "sra",  "sra", "st",   "str",  "tel",
    "tj",  "tzn",    "tzw", "ud",   "uds",  "ul",   "ún",   "vgl", "vs",   "zzgl"};

constexpr std::string_view kStops[] = {".", "!", "?", "…"};
constexpr std::string_view kIdeographicStops[] = {"。", "！", "？", "｡", "．"};
constexpr std::string_view kClosers[] = {")", "]", "}", "\"", "'",  "*",  "_", "`",
                                         "”", "’", "»", "›",  "」", "』", "）"};

constexpr std::size_t kLongestAbbreviation = 8;

template <std::size_t N>
std::size_t one_of(const std::string_view (&list)[N], std::string_view rest) {
  for (const std::string_view mark : list) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands before the dot at `dot`, back to white space or a bracket; empty when it is long.
std::string word_before(std::string_view text, std::size_t dot) {
  std::string word;
  for (std::size_t at = dot; at > 0; --at) {
    const char c = text[at - 1];
    if (is_space(c) || std::string_view("([{\"'*_").find(c) != std::string_view::npos) break;
    if (word.size() == kLongestAbbreviation) return {};
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::reverse(word.begin(), word.end());
  return word;
}

/// `e.g`, `z.B`, `d.w.z`: single letters between dots.
bool is_dotted(const std::string& word) {
  if (word.size() < 3 || word == "a.m" || word == "p.m") return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] == '.') != (i % 2 == 1)) return false;
  }
  return true;
}

bool is_abbreviation(const std::string& word) {
  if (word.empty()) return false;
  if (word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit)) return true;
  if (word.size() == 1) return std::isalpha(static_cast<unsigned char>(word[0])) != 0;
  return is_dotted(word) || std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) !=
                                std::end(kAbbreviations);
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<SentenceSpan> run() {
    while (at_ < text_.size()) step();
    close(text_.size(), false, false);
    return std::move(spans_);
  }

 private:
  void step() {
    const std::string_view rest = text_.substr(at_);
    if (rest.front() == '\n') {
      close(at_, true, true);
      begin_ = ++at_;
    } else if (const std::size_t wide = one_of(kIdeographicStops, rest); wide > 0) {
      stop(wide, true);
    } else if (const std::size_t narrow = one_of(kStops, rest); narrow > 0) {
      stop(narrow, false);
    } else {
      ++at_;
    }
  }

  void stop(std::size_t size, bool ideographic) {
    const std::size_t dot = at_;
    const bool lone_dot = text_[dot] == '.' && one_of(kStops, text_.substr(dot + 1)) == 0;
    at_ += size;
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      const std::size_t more =
          std::max({one_of(kStops, rest), one_of(kIdeographicStops, rest), one_of(kClosers, rest)});
      if (more == 0) break;
      at_ += more;
    }
    const bool space = at_ < text_.size() && is_space(text_[at_]);
    if (!space && !(ideographic && at_ < text_.size())) return;
    if (lone_dot && is_abbreviation(word_before(text_, dot))) return;
    close(at_, true, false);
    begin_ = at_;
  }

  void close(std::size_t end, bool finished, bool line_end) {
    while (begin_ < end && is_space(text_[begin_])) ++begin_;
    while (end > begin_ && is_space(text_[end - 1])) --end;
    if (end > begin_) spans_.push_back({begin_, end, finished, line_end});
    begin_ = end;
  }

  std::string_view text_;
  std::vector<SentenceSpan> spans_ = {};
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<SentenceSpan> sentence_spans(std::string_view text) { return Splitter(text).run(); }

}  // namespace handoff
