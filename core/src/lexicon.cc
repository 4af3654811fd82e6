#include "lexicon.h"

#include "phrase_expand.h"

namespace handoff {
namespace {

constexpr const LanguageData* kLanguages[kLanguageCount] = {&kEnglish, &kRomanian};

/// Slots whose words are worth a second look when they are misspelt.
bool forgives_slips(Slot slot) {
  switch (slot) {
    case Slot::kContact:
    case Slot::kTargetStrong:
    case Slot::kTargetPerson:
    case Slot::kTargetWeak:
    case Slot::kDepartment:
      return true;
    default:
      return false;
  }
}

template <class Use>
void each_word(std::string_view phrase, Use use) {
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    use(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
}

/// `starts` in ascending order: tokens at which another clause begins.
void split_clauses(TokenText& text, const std::vector<std::uint32_t>& starts) {
  std::vector<Clause> clauses;
  std::size_t next = 0;
  for (Clause clause : text.clauses) {
    for (; next < starts.size() && starts[next] < clause.last; ++next) {
      if (starts[next] <= clause.first) continue;
      clauses.push_back({clause.first, starts[next], clause.question});
      clause.first = starts[next];
    }
    clauses.push_back(clause);
  }
  text.clauses = std::move(clauses);
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    for (std::uint32_t t = text.clauses[c].first; t < text.clauses[c].last; ++t)
      text.tokens[t].clause = c;
  }
}

}  // namespace

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() {
  for (std::uint8_t language = 0; language < kLanguageCount; ++language) {
    const LanguageData& data = *kLanguages[language];
    for (const auto& part : {data.requests, data.contexts, data.topics, data.sentiment}) {
      for (const PhraseEntry& entry : part) add(entry, language);
    }
  }
  for (const PhraseEntry& entry : kEmojiSentiment) add(entry, kAnyLanguage);
  matcher_.compile();
}

void Lexicon::add(const PhraseEntry& entry, std::uint8_t language) {
  expand_phrases(entry.phrases, [&](const std::string& folded, bool prefix) {
    each_word(folded, [&](std::string_view word) {
      spelling_.add_known(word);
      if (forgives_slips(entry.slot) && !prefix) spelling_.add_target(word);
    });
    if (entry.slot == Slot::kKnown) return;
    matcher_.add(folded, prefix);
    meanings_.push_back(
        {entry.slot, language, static_cast<std::int16_t>(entry.weight), entry.rule});
  });
}

void Lexicon::correct_slips(TokenText& text) const {
  for (Token& token : text.tokens) {
    if (token.kind != TokenKind::kWord) continue;
    const std::string_view meant = spelling_.correct(text.word(token));
    if (meant.empty()) continue;
    token.folded = static_cast<std::uint32_t>(text.folded.size());
    token.size = static_cast<std::uint32_t>(meant.size());
    text.folded += meant;
  }
}

std::vector<SlotHit> Lexicon::scan(TokenText& text) const {
  correct_slips(text);
  std::vector<SlotHit> hits;
  hits.reserve(text.tokens.size() * 2);
  std::vector<std::uint32_t> breaks;
  matcher_.scan(text, true, [&](PhraseHit found) {
    const Meaning& meaning = meanings_[found.pattern];
    if (meaning.slot == Slot::kBreak) {
      breaks.push_back(found.first);
    } else {
      hits.push_back(
          {meaning.slot, meaning.language, meaning.weight, found.first, found.last, meaning.rule});
    }
    return true;
  });
  if (!breaks.empty()) split_clauses(text, breaks);
  return hits;
}

}  // namespace handoff
