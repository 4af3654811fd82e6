#include "ai/promise_rules.h"

#include <algorithm>
#include <array>
#include <span>

namespace handoff {
namespace {

/// A negation takes back what begins so many words behind it.
constexpr std::uint32_t kReach = 2;

}  // namespace

/// One sentence and what was found in it.
class PromiseRules::Sentence {
 public:
  Sentence(const PromiseWords& text, const PhraseSets& sets)
      : text_(text),
        size_(static_cast<std::uint32_t>(text.words.size())),
        hits_(sets.find(text.words)) {}

  bool promised_in(const std::vector<Rule>& rules) const {
    std::vector<Span> promises;
    for (const Rule& rule : rules) {
      if (rule.section == PromiseSection::kEvenAsked ||
          (rule.section == PromiseSection::kPromise && !text_.question))
        match(rule, promises);
    }
    if (promises.empty()) return false;
    std::array<std::vector<Span>, 6> found = {};
    for (const Rule& rule : rules) {
      if (rule.section > PromiseSection::kEvenAsked)
        match(rule, found[static_cast<std::size_t>(rule.section)]);
    }
    const auto of = [&](PromiseSection section) -> const std::vector<Span>& {
      return found[static_cast<std::size_t>(section)];
    };
    if (!of(PromiseSection::kNever).empty()) return false;
    return std::any_of(promises.begin(), promises.end(), [&](Span span) {
      return none(of(PromiseSection::kBefore), [&](Span v) { return v.first < span.last; }) &&
             none(of(PromiseSection::kAfter), [&](Span v) { return v.last > span.first; }) &&
             none(of(PromiseSection::kInside), [&](Span v) { return takes_back(v, span); });
    });
  }

  std::size_t count_of(std::uint32_t set) const { return hits_of(set).size(); }

 private:
  template <class Condition>
  static bool none(const std::vector<Span>& spans, Condition condition) {
    return std::none_of(spans.begin(), spans.end(), condition);
  }

  bool takes_back(Span veto, Span span) const {
    if (veto.first >= span.first) return veto.first < span.last;
    const bool same_clause = text_.clauses[veto.first] == text_.clauses[span.first];
    return same_clause && veto.last + kReach >= span.first;
  }

  /// Appends the shortest stretch of words for each place where the rule ends.
  void match(const Rule& rule, std::vector<Span>& found) const {
    for (const Part& part : rule.parts) {
      if (part.needs_words() && hits_of(part.set).empty()) return;
    }
    // By the place behind what was read so far: where that began, or kNowhere.
    std::vector<std::int64_t> reached(size_ + 1, kNowhere);
    bool first = true;
    for (const Part& part : rule.parts) {
      if (first) {
        for (std::uint32_t at = 0; at <= size_; ++at) reached[at] = at;
      }
      first = false;
      reached = after(part, reached);
    }
    for (std::uint32_t at = 0; at <= size_; ++at) {
      if (reached[at] != kNowhere && reached[at] < at)
        found.push_back({static_cast<std::uint32_t>(reached[at]), at});
    }
  }

  std::vector<std::int64_t> after(const Part& part, const std::vector<std::int64_t>& from) const {
    std::vector<std::int64_t> to(size_ + 1, kNowhere);
    const auto reach = [&](std::size_t at, std::int64_t begin) {
      to[at] = std::max(to[at], begin);
    };
    for (std::uint32_t at = 0; at <= size_; ++at) {
      const bool stays = part.optional || (part.clause_start && starts_clause(at)) ||
                         (part.clause_end && ends_clause(at));
      if (stays) reach(at, from[at]);
      for (std::uint32_t skipped = 0; part.gap > 0 && skipped <= part.gap; ++skipped) {
        if (at + skipped <= size_) reach(at + skipped, from[at]);
      }
    }
    if (part.has_words) {
      for (const PhraseSets::Hit& hit : hits_of(part.set)) reach(hit.last, from[hit.first]);
    }
    return to;
  }

  bool starts_clause(std::uint32_t at) const {
    return at < size_ && (at == 0 || text_.clauses[at] != text_.clauses[at - 1]);
  }
  bool ends_clause(std::uint32_t at) const { return at == size_ || (at > 0 && starts_clause(at)); }

  std::span<const PhraseSets::Hit> hits_of(std::uint32_t set) const {
    const auto first = std::lower_bound(hits_.begin(), hits_.end(), PhraseSets::Hit{set, 0, 0});
    const auto last = std::lower_bound(first, hits_.end(), PhraseSets::Hit{set + 1, 0, 0});
    return {first, last};
  }

  static constexpr std::int64_t kNowhere = -1;

  const PromiseWords& text_;
  std::uint32_t size_;
  std::vector<PhraseSets::Hit> hits_;
};

PromiseRules::PromiseRules(const std::vector<PromiseLanguage>& languages) {
  for (const PromiseLanguage& language : languages) {
    const PromiseFile file = read_promise_file(language.text);
    Language read{sets_.add(file.small), {}};
    for (const PromiseRule& written : file.rules) {
      Rule rule{written.section, {}};
      for (const PromisePart& part : written.parts) {
        const bool words = !part.phrases.empty();
        rule.parts.push_back({words ? sets_.add(part.phrases) : 0, words, part.optional,
                              part.clause_start, part.clause_end,
                              static_cast<std::uint32_t>(part.gap)});
      }
      read.rules.push_back(std::move(rule));
    }
    languages_.push_back(std::move(read));
  }
}

bool PromiseRules::promise(const PromiseWords& sentence) const {
  if (sentence.words.empty()) return false;
  const Sentence read(sentence, sets_);
  std::size_t most = 0;
  for (const Language& language : languages_) most = std::max(most, read.count_of(language.small));
  // Neighbours share words; a language with less than half as many small words is another one. One
  // word proves nothing.
  if (most < 2) most = 0;
  return std::any_of(languages_.begin(), languages_.end(), [&](const Language& language) {
    return read.count_of(language.small) * 2 >= most && read.promised_in(language.rules);
  });
}

}  // namespace handoff
