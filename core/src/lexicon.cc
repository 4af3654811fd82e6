#include "lexicon.h"

#include <algorithm>
#include <bit>

#include "counting.h"
#include "fold.h"
#include "handoff/utf8.h"
#include "insertion_sort.h"

namespace handoff {
namespace {

/// Slots whose words are worth a second look when they are misspelt.
bool forgives_slips(Slot slot) { return slot == Slot::kContact || is_somebody(slot); }

/// Slots whose phrases stand for themselves: a false friend in another language does harm.
constexpr Slots kSpeaksAlone =
    slots(Slot::kBreak, Slot::kMask, Slot::kFeature, Slot::kCallback, Slot::kRefusal,
          Slot::kNotUnderstood, Slot::kComplaint, Slot::kTechnical, Slot::kLead, Slot::kValence);

/// Which languages are read: those that have half of the votes of the best one; and the best alone,
/// for phrases that stand for themselves. So "bună ziua, I want an agent" is read in both, and the
/// "will" of an English sentence is never German. Nobody has votes: all are read.
struct Spoken {
  PhraseNet::Languages half = 1u << kAnyLanguage;
  PhraseNet::Languages best = 1u << kAnyLanguage;

  Spoken(const Votes& votes, std::size_t languages) {
    int most = 1;
    for (std::size_t language = 0; language < languages; ++language)
      most = std::max(most, votes[language]);
    for (std::size_t language = 0; language < languages; ++language) {
      if (2 * votes[language] >= most)
        half = static_cast<PhraseNet::Languages>(half | 1u << language);
      if (votes[language] >= most) best = static_cast<PhraseNet::Languages>(best | 1u << language);
    }
  }
};

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
  words_.resize(vocabulary_.size());
  std::vector<std::uint32_t> places(words_.size() + 1);
  for (const FunctionWord& entry : function_words_) ++places[entry.word + 1u];
  std::vector<std::uint32_t> next = summed(places);
  std::vector<FunctionWord> sorted(function_words_.size());
  for (const FunctionWord& entry : function_words_) sorted[next[entry.word]++] = entry;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    words_[w].function_first = places[w];
    words_[w].function_count = static_cast<std::uint16_t>(places[w + 1] - places[w]);
  }
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
        words_.resize(vocabulary_.size());
        PhraseNet::Languages& spoken_in = words_[id].spoken_in;
        spoken_in = static_cast<PhraseNet::Languages>(spoken_in | 1u << language);
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
  unsigned known = 0;
  for (std::uint32_t i = 0; i < ids.count; ++i) {
    const Word& word = words_[ids.ids[i]];
    known |= word.spoken_in;
    for (std::uint32_t at = 0; at < word.function_count; ++at) {
      const FunctionWord& entry = function_words_[word.function_first + at];
      votes[entry.language] += entry.votes;
      token.small_in = static_cast<std::uint16_t>(token.small_in | 1u << entry.language);
    }
  }
  known &= ~(1u << kAnyLanguage);
  for (; known != 0; known &= known - 1) ++votes[static_cast<unsigned>(std::countr_zero(known))];
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

void Lexicon::scan(TokenText& text, std::string_view source, LexiconScan& found) const {
  found.hits.clear();
  found.slots = 0;
  found.votes = {};
  found.ids.clear();
  found.clause_votes.assign(text.clauses.size(), {});
  if (!text.ascii) add_letter_votes(source, found.votes);
  for (Token& token : text.tokens) {
    found.ids.push_back(vocabulary_.find(text.word(token)));
    vote(found.ids.back(), token, found.clause_votes[token.clause]);
  }
  for (const Votes& votes : found.clause_votes) {
    for (std::size_t language = 0; language < languages(); ++language)
      found.votes[language] += votes[language];
  }
  const Spoken whole(found.votes, languages());
  correct_slips(text, whole.half, found.ids);
  PhraseNet::Walk walk(net_);
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    const Spoken here(found.clause_votes[c], languages());
    const auto half = static_cast<PhraseNet::Languages>(whole.half | here.half);
    const auto best = static_cast<PhraseNet::Languages>(whole.best | here.best);
    walk.restart();
    for (std::uint32_t t = text.clauses[c].first; t < text.clauses[c].last; ++t) {
      const std::size_t from = found.hits.size();
      walk.take(found.ids[t], t, half,
                [&](PhraseHit phrase) { take_phrase(phrase, best, from, text, found); });
    }
  }
}

void Lexicon::take_phrase(PhraseHit phrase, PhraseNet::Languages best, std::size_t from,
                          TokenText& text, LexiconScan& found) const {
  const Meaning& meaning = meanings_[phrase.pattern];
  if (is_in(meaning.slot, kSpeaksAlone) && (best >> meaning.language & 1) == 0) return;
  // One word may be known whole and by its beginning.
  for (std::size_t i = from; i < found.hits.size(); ++i) {
    const SlotHit& hit = found.hits[i];
    if (hit.slot == meaning.slot && hit.first == phrase.first && hit.language == meaning.language &&
        hit.weight == meaning.weight)
      return;
  }
  found.slots |= slots(meaning.slot);
  if (meaning.slot == Slot::kMask || meaning.slot == Slot::kPolite) {
    for (std::uint32_t t = phrase.first; t <= phrase.last; ++t)
      (meaning.slot == Slot::kMask ? text.tokens[t].masked : text.tokens[t].polite) = true;
  }
  found.hits.push_back(
      {meaning.slot, meaning.language, meaning.weight, phrase.first, phrase.last, phrase.pattern});
}

void Lexicon::add_letter_votes(std::string_view source, Votes& votes) const {
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
}

}  // namespace handoff
