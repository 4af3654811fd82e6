#include "ai/person_promise.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <vector>

#include "ai/promise_rules.h"
#include "ai/sentence_spans.h"
#include "handoff/folded_words.h"

namespace handoff {
namespace {

constexpr auto kNone = std::string_view::npos;
/// A sentence of more words is read in pieces, so that its cost stays in proportion.
constexpr std::size_t kMostWords = 240;
constexpr std::size_t kSharedWords = 40;
/// "…, all right?" behind a statement does not make it a question.
constexpr std::size_t kTagQuestion = 2;

const PromiseRules& rules() {
  static const PromiseRules kRules(promise_languages());
  return kRules;
}

/// The length of the mark between clauses that `rest` begins with, or 0.
std::size_t clause_mark(std::string_view rest) {
  if (std::string_view(",;:.!?()[]\"\n").find(rest.front()) != kNone) return 1;
  for (const std::string_view mark :
       {"—", "–", "…", "“", "”", "„", "«", "»", "，", "。", "¿", "¡"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return rest.starts_with(" - ") ? 3 : 0;
}

bool is_question(std::string_view sentence) {
  const std::size_t last = sentence.find_last_not_of(" \t\n.!\"')*_]");
  if (last == kNone) return false;
  return sentence[last] == '?' || sentence.substr(0, last + 1).ends_with("？");
}

/// English verbs behind an apostrophe as words of their own, for "we'll" is not "well".
std::string with_whole_verbs(std::string_view sentence) {
  struct Verb {
    std::string_view cut, whole;
  };
  static constexpr Verb kVerbs[] = {
      {"ll", "will"}, {"ve", "have"}, {"re", "are"}, {"m", "am"}, {"s", "s"}};
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const std::string_view rest = sentence.substr(at);
    const std::size_t mark = rest.starts_with('\'') ? 1 : rest.starts_with("’") ? 3 : 0;
    const auto verb = std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const Verb& v) {
      const std::string_view behind = rest.substr(mark);
      return mark > 0 && behind.starts_with(v.cut) &&
             (behind.size() == v.cut.size() ||
              std::isalnum(static_cast<unsigned char>(behind[v.cut.size()])) == 0);
    });
    if (verb == std::end(kVerbs)) {
      out += sentence[at];
    } else {
      out += ' ';
      out += verb->whole;
      at += mark + verb->cut.size() - 1;
    }
  }
  return out;
}

class Cutter {
 public:
  explicit Cutter(std::string_view sentence)
      : whole_(with_whole_verbs(sentence)), sentence_(whole_) {}

  PromiseWords run() {
    std::size_t from = 0;
    for (std::size_t at = 0; at < sentence_.size();) {
      const std::size_t mark = clause_mark(sentence_.substr(at));
      if (mark > 0) clause(from, at);
      at += std::max<std::size_t>(mark, 1);
      if (mark > 0) from = at;
    }
    clause(from, sentence_.size());
    out_.question = is_question(sentence_) && (clause_ < 2 || last_size_ > kTagQuestion);
    return std::move(out_);
  }

 private:
  void clause(std::size_t from, std::size_t to) {
    std::vector<std::string> words = folded_words(sentence_.substr(from, to - from));
    if (words.empty()) return;
    last_size_ = words.size();
    for (std::string& word : words) {
      out_.words.push_back(std::move(word));
      out_.clauses.push_back(clause_);
    }
    ++clause_;
  }

  std::string whole_;
  std::string_view sentence_;
  PromiseWords out_ = {};
  std::uint32_t clause_ = 0;
  std::size_t last_size_ = 0;
};

PromiseWords piece_of(const PromiseWords& all, std::size_t first) {
  const std::size_t last = std::min(first + kMostWords, all.words.size());
  const auto place = [](std::size_t at) { return static_cast<std::ptrdiff_t>(at); };
  PromiseWords piece;
  piece.words.assign(all.words.begin() + place(first), all.words.begin() + place(last));
  piece.clauses.assign(all.clauses.begin() + place(first), all.clauses.begin() + place(last));
  piece.question = all.question;
  return piece;
}

/// A sentence that a line break has cut in two: the second half goes on in small letters.
bool goes_on(std::string_view text, const SentenceSpan& before, const SentenceSpan& next) {
  const auto between = text.substr(before.end, next.begin - before.end);
  return before.line_end && std::count(between.begin(), between.end(), '\n') == 1 &&
         std::islower(static_cast<unsigned char>(text[next.begin])) != 0;
}

/// Which of the sentences promise a person.
std::vector<bool> promising(std::string_view text, const std::vector<SentenceSpan>& spans) {
  std::vector<bool> promises(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    promises[i] = promises_person(text.substr(spans[i].begin, spans[i].end - spans[i].begin));
    if (i == 0 || promises[i - 1] || !goes_on(text, spans[i - 1], spans[i])) continue;
    const std::size_t begin = spans[i - 1].begin;
    if (promises[i] || promises_person(text.substr(begin, spans[i].end - begin)))
      promises[i - 1] = promises[i] = true;
  }
  return promises;
}

/// A bullet or a number, which is nothing without its words.
bool is_bare(std::string_view line) {
  return line.find_first_not_of(" \t-*•.)0123456789") == kNone;
}

/// The mark of a list item, which stays for the sentences behind it: `- `, `2. `.
std::size_t mark_size(std::string_view sentence) {
  const std::size_t words = sentence.find_first_not_of(" -*•.)0123456789");
  if (words == kNone || words < 2 || sentence[words - 1] != ' ') return 0;
  return sentence.find(' ') == words - 1 ? words : 0;
}

/// Takes sentences out line by line, so that nothing is left of a line that has lost its words.
class LineEditor {
 public:
  explicit LineEditor(std::string_view text) : text_(text) {}

  void drop(const SentenceSpan& span) {
    keep_until(span.begin + mark_size(text_.substr(span.begin, span.end - span.begin)));
    at_ = span.end;
    lost_ = true;
    if (line_.empty() || line_.back() == ' ')
      at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
  }

  std::string finish() {
    keep_until(text_.size());
    end_line(false);
    const std::size_t last = out_.find_last_not_of(" \n");
    const std::size_t first = out_.find_first_not_of('\n');
    return last == kNone ? "" : out_.substr(first, last + 1 - first);
  }

 private:
  void keep_until(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] == '\n') {
        end_line(true);
      } else {
        line_ += text_[at_];
      }
    }
  }

  void end_line(bool more) {
    while (lost_ && line_.ends_with(' ')) line_.pop_back();
    const bool gone = lost_ && is_bare(line_);
    const bool double_blank =
        line_.empty() && after_gone_ && (out_.empty() || out_.ends_with("\n\n"));
    if (!gone && !double_blank) {
      out_ += line_;
      if (more) out_ += '\n';
    }
    after_gone_ = gone || (after_gone_ && line_.empty());
    line_.clear();
    lost_ = false;
  }

  std::string_view text_;
  std::string out_ = {};
  std::string line_ = {};
  std::size_t at_ = 0;
  bool lost_ = false;
  bool after_gone_ = false;
};

}  // namespace

bool promises_person(std::string_view sentence) {
  const PromiseWords words = Cutter(sentence).run();
  if (words.words.size() <= kMostWords) return rules().promise(words);
  for (std::size_t first = 0; first < words.words.size(); first += kMostWords - kSharedWords) {
    if (rules().promise(piece_of(words, first))) return true;
  }
  return false;
}

WithoutPromises without_person_promises(std::string_view text) {
  const std::vector<SentenceSpan> spans = sentence_spans(text);
  const std::vector<bool> promises = promising(text, spans);
  const auto first = std::find(promises.begin(), promises.end(), true);
  if (first == promises.end()) return {std::string(text)};
  LineEditor editor(text);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (promises[i]) editor.drop(spans[i]);
  }
  const auto index = static_cast<std::size_t>(first - promises.begin());
  return {editor.finish(), true, spans[index].begin};
}

}  // namespace handoff
