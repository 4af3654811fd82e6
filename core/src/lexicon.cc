#include "lexicon.h"

#include <algorithm>

#include "counting.h"
#include "fold.h"
#include "handoff/utf8.h"
#include "insertion_sort.h"

namespace handoff {
namespace {

/// Slots whose words are worth a second look when they are misspelt.
bool forgives_slips(Slot slot) { return slot == Slot::kContact || is_somebody(slot); }

/// Slots whose phrases stand for themselves: a false friend in another language does harm.
bool speaks_alone(Slot slot) {
  switch (slot) {
    case Slot::kBreak:
    case Slot::kMask:
    case Slot::kFeature:
    case Slot::kCallback:
    case Slot::kRefusal:
    case Slot::kNotUnderstood:
    case Slot::kComplaint:
    case Slot::kTechnical:
    case Slot::kLead:
    case Slot::kValence:
      return true;
    default:
      return false;
  }
}

/// Which languages are read: those that have half of the votes of the best one; and the best alone,
/// for phrases that stand for themselves. So "bună ziua, I want an agent" is read in both, and the
/// "will" of an English sentence is never German. Nobody has votes: all are read.
struct Spoken {
  PhraseNet::Languages half = 1u << kAnyLanguage;
  PhraseNet::Languages best = 1u << kAnyLanguage;

  explicit Spoken(const Votes& votes) {
    const int most = std::max(1, *std::max_element(votes.begin(), votes.end()));
    for (std::size_t language = 0; language < votes.size(); ++language) {
      if (2 * votes[language] >= most)
        half = static_cast<PhraseNet::Languages>(half | 1u << language);
      if (votes[language] >= most) best = static_cast<PhraseNet::Languages>(best | 1u << language);
    }
  }
};

void add_votes(Votes& sum, const Votes& votes) {
  for (std::size_t language = 0; language < sum.size(); ++language)
    sum[language] += votes[language];
}

}  // namespace

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() {
  for (const LanguageFile& file : kLanguageFiles) {
    const bool shared = file.code.empty();
    if (!shared) codes_.push_back(file.code);
    add_file(file, shared ? kAnyLanguage : static_cast<std::uint8_t>(codes_.size() - 1));
  }
  insertion_sort(letters_, [](const Letter& a, const Letter& b) { return a.letter < b.letter; });
  net_.compile(vocabulary_.size());
  sort_function_words();
}

/// A counting sort by word, so that a word's entries stand together.
void Lexicon::sort_function_words() {
  function_places_.assign(vocabulary_.size() + 1, 0);
  for (const FunctionWord& entry : function_words_) ++function_places_[entry.word + 1u];
  std::vector<std::uint32_t> next = summed(function_places_);
  std::vector<FunctionWord> sorted(function_words_.size());
  for (const FunctionWord& entry : function_words_) sorted[next[entry.word]++] = entry;
  function_words_ = std::move(sorted);
}

void Lexicon::add_file(const LanguageFile& file, std::uint8_t language) {
  read_language_file(
      file.text,
      [&](const Section& section, const std::vector<PatternPart>& parts) {
        add(section, parts, language);
      },
      [](const std::string&) {});  // tests/core/language_file_test.cc finds every problem
}

void Lexicon::add(const Section& section, const std::vector<PatternPart>& parts,
                  std::uint8_t language) {
  if (section.slot == Slot::kLetters) {
    letters_.push_back({code_point_at(parts.front().key, 0).value, language,
                        static_cast<std::uint8_t>(section.weight)});
    return;
  }
  note_words(parts, section, language);
  if (section.slot == Slot::kFunction && parts.size() == 1)
    return add_function_words(section, parts.front(), language);
  if (section.slot == Slot::kKnown) return;
  net_.add(vocabulary_, parts, language);
  meanings_.push_back(
      {section.slot, language, static_cast<std::int16_t>(section.weight), section.rule});
}

/// Which language knows which words, and which are worth a second look when they are misspelt.
void Lexicon::note_words(const std::vector<PatternPart>& parts, const Section& section,
                         std::uint8_t language) {
  for (const PatternPart& part : parts) {
    for (const Alternative& words : part.alternatives) {
      for (const PatternWord& word : words) {
        const WordId id = vocabulary_.add(word.folded, word.prefix);
        spoken_in_.resize(vocabulary_.size());
        spoken_in_[id] = static_cast<PhraseNet::Languages>(spoken_in_[id] | 1u << language);
        if (forgives_slips(section.slot) && !word.prefix)
          spelling_.add_target(word.folded, language);
      }
    }
  }
}

void Lexicon::add_function_words(const Section& section, const PatternPart& part,
                                 std::uint8_t language) {
  for (const Alternative& words : part.alternatives) {
    if (words.size() != 1) continue;
    const WordId word = vocabulary_.add(words.front().folded, words.front().prefix);
    function_words_.push_back({word, language, static_cast<std::uint8_t>(2 * section.weight)});
  }
}

/// A known word is a vote for each language that knows it, so "agent" decides nothing; function
/// words tell more.
void Lexicon::vote(const WordIds& ids, Token& token, Votes& votes) const {
  PhraseNet::Languages known = 0;
  for (std::uint8_t i = 0; i < ids.count; ++i) {
    const WordId id = ids.ids[i];
    known = static_cast<PhraseNet::Languages>(known | spoken_in_[id]);
    for (std::uint32_t at = function_places_[id]; at < function_places_[id + 1u]; ++at) {
      const FunctionWord& entry = function_words_[at];
      votes[entry.language] += entry.votes;
      token.small_in = static_cast<std::uint16_t>(token.small_in | 1u << entry.language);
    }
  }
  for (std::size_t language = 0; known != 0 && language < kMostLanguages; ++language)
    votes[language] += known >> language & 1;
}

void Lexicon::correct_slips(TokenText& text, PhraseNet::Languages spoken,
                            std::vector<WordIds>& ids) const {
  for (std::size_t t = 0; t < text.tokens.size(); ++t) {
    Token& token = text.tokens[t];
    if (ids[t].count > 0 || token.kind != TokenKind::kWord) continue;
    const std::string_view meant = spelling_.correct(text.word(token), spoken);
    if (meant.empty()) continue;
    text.slips.push_back({token.start, token.folded, token.size});
    token.folded = static_cast<std::uint32_t>(text.folded.size());
    token.size = static_cast<std::uint32_t>(meant.size());
    text.folded += meant;
    ids[t] = vocabulary_.find(meant);
  }
}

LexiconScan Lexicon::scan(TokenText& text, std::string_view source) const {
  LexiconScan found = {{}, letter_votes(source)};
  std::vector<Votes> clause_votes(text.clauses.size());
  std::vector<WordIds> ids;
  ids.reserve(text.tokens.size());
  for (Token& token : text.tokens) {
    ids.push_back(vocabulary_.find(text.word(token)));
    vote(ids.back(), token, clause_votes[token.clause]);
  }
  for (const Votes& votes : clause_votes) add_votes(found.votes, votes);
  const Spoken whole(found.votes);
  correct_slips(text, whole.half, ids);
  found.hits.reserve(text.tokens.size() * 4);
  PhraseNet::Walk walk(net_);
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    const Spoken here(clause_votes[c]);
    const auto half = static_cast<PhraseNet::Languages>(whole.half | here.half);
    const auto best = static_cast<PhraseNet::Languages>(whole.best | here.best);
    walk.restart();
    for (std::uint32_t t = text.clauses[c].first; t < text.clauses[c].last; ++t) {
      const std::size_t from = found.hits.size();
      walk.take(ids[t], t, half,
                [&](PhraseHit phrase) { take_phrase(phrase, best, from, found.hits); });
    }
  }
  return found;
}

void Lexicon::take_phrase(PhraseHit phrase, PhraseNet::Languages best, std::size_t from,
                          std::vector<SlotHit>& hits) const {
  const Meaning& meaning = meanings_[phrase.pattern];
  if (speaks_alone(meaning.slot) && (best >> meaning.language & 1) == 0) return;
  // One word may be known whole and by its beginning.
  for (std::size_t i = from; i < hits.size(); ++i) {
    if (hits[i].slot == meaning.slot && hits[i].first == phrase.first &&
        hits[i].language == meaning.language && hits[i].weight == meaning.weight)
      return;
  }
  hits.push_back(
      {meaning.slot, meaning.language, meaning.weight, phrase.first, phrase.last, meaning.rule});
}

Votes Lexicon::letter_votes(std::string_view source) const {
  Votes votes = {};
  for (std::size_t at = 0; at < source.size();) {
    if (static_cast<unsigned char>(source[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(source, at);
    auto letter =
        std::lower_bound(letters_.begin(), letters_.end(), c.value,
                         [](const Letter& l, char32_t value) { return l.letter < value; });
    for (; letter != letters_.end() && letter->letter == c.value; ++letter)
      votes[letter->language] += letter->votes;
    at += c.size;
  }
  return votes;
}

}  // namespace handoff
