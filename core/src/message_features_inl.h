#pragma once

// The body of `each_feature`; included by message_features.h alone.

namespace handoff {
namespace features {

inline constexpr std::size_t kShortestPiece = 3;
inline constexpr std::size_t kLongestPiece = 5;
inline constexpr std::size_t kMostLetters = 24;  ///< pieces of longer words say nothing new
inline constexpr char kNumber[] = "0";

/// The word as it is hashed: all numbers are one.
inline std::string_view seen(const ReadMessage& message, std::uint32_t token) {
  if (message.text.tokens[token].kind == TokenKind::kNumber) return kNumber;
  return message.text.word(token);
}

/// Pieces of `<word>` with its borders.
template <class Sink>
void pieces(std::string_view word, Sink& sink) {
  std::array<unsigned char, kMostLetters + 2> letters;
  std::size_t size = 0;
  letters[size++] = '<';
  for (const char c : word.substr(0, kMostLetters)) letters[size++] = static_cast<unsigned char>(c);
  letters[size++] = '>';
  for (std::size_t i = 0; i + kShortestPiece <= size; ++i) {
    std::uint32_t hash = start(kPiece);
    for (std::size_t j = 0; j < kShortestPiece; ++j) hash = hash_step(hash, letters[i + j]);
    sink.word(bucket_of(hash));
    const std::size_t end = std::min(i + kLongestPiece, size);
    for (std::size_t j = i + kShortestPiece; j < end; ++j) {
      hash = hash_step(hash, letters[j]);
      sink.word(bucket_of(hash));
    }
  }
}

template <class Sink>
void words(const ReadMessage& message, const Clause& clause, Sink& sink) {
  std::uint32_t before = start(kPair);  // the border of the clause is a word too
  std::uint32_t before_that = 0;
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    sink.at(t);
    const std::string_view word = seen(message, t);
    const std::uint32_t hash = hash_of(word, start(kWord));
    sink.word(bucket_of(hash));
    sink.word(bucket_of(hash_step(hash_step(start(kPair), before), hash)));
    if (before_that != 0)
      sink.word(bucket_of(hash_step(hash_step(start(kSkip), before_that), hash)));
    if (message.text.tokens[t].kind == TokenKind::kWord) pieces(word, sink);
    before_that = t == clause.first ? 0 : before;
    before = hash;
  }
  sink.word(bucket_of(hash_step(hash_step(start(kPair), before), 1)));
}

/// Each slot once a clause, and each pair of slots in its order.
template <class Sink>
void slots(const ReadMessage& message, std::size_t begin, std::size_t end, Sink& sink) {
  std::uint64_t seen_slots = 0;
  std::array<std::uint64_t, 64> seen_before;  // set for those that were seen
  for (std::size_t i = begin; i < end; ++i) {
    const SlotHit& hit = message.hits()[i];
    std::uint32_t slot = static_cast<std::uint32_t>(hit.slot);
    if (hit.slot == Slot::kFeature && hit.weight > 1) slot = 60;
    if (hit.slot == Slot::kValence) slot = hit.weight < 0 ? 61 : hit.weight > 0 ? 62 : 63;
    const bool again = (seen_slots >> slot & 1) != 0;
    std::uint64_t left = again ? seen_slots & ~seen_before[slot] : seen_slots;
    for (; left != 0; left &= left - 1) {
      const auto other = static_cast<std::uint32_t>(std::countr_zero(left));
      sink.slot(bucket_of(hash_step(hash_step(start(kSlotPair), other), slot)));
    }
    seen_before[slot] = seen_slots;
    if (!again) sink.slot(bucket_of(hash_step(start(kSlot), slot)));
    seen_slots |= std::uint64_t{1} << slot;
  }
}

template <class Sink>
void finding(std::uint32_t what, Percent score, Sink& sink) {
  if (score > 0)
    sink.slot(bucket_of(
        hash_step(hash_step(start(kRule), what), static_cast<std::uint32_t>(score) / 20)));
}

template <class Sink>
void request_findings(const RequestFinds& found, Sink& sink) {
  Percent best = 0;
  for (std::size_t rule = 0; rule < kRequestRules; ++rule) {
    best = std::max(best, found[rule].score);
    finding(static_cast<std::uint32_t>(rule), found[rule].score, sink);
  }
  finding(20, best, sink);
}

template <class Sink>
void topic_findings(const ReadMessage& message, const RuleFindings& rules, Sink& sink) {
  finding(22, rules.technical.score, sink);
  finding(23, rules.lead.score, sink);
  const auto felt = static_cast<std::uint32_t>((message.valence + 100) / 10);
  sink.slot(bucket_of(hash_step(hash_step(start(kRule), 25), felt)));
}

template <class Sink>
void style(const ReadMessage& message, Sink& sink) {
  const auto put = [&](std::uint32_t what, std::uint32_t value) {
    sink.slot(bucket_of(hash_step(hash_step(start(kStyle), what), value)));
  };
  const TokenText& text = message.text;
  std::uint32_t capitals = 0;
  bool question = false;
  for (const Token& token : text.tokens) capitals += token.capitals ? 1 : 0;
  for (const Clause& clause : text.clauses) question = question || clause.question;
  put(0, magnitude(static_cast<std::uint32_t>(text.tokens.size())));
  put(1, std::min(text.exclamations, 3u));
  put(2, question ? 1 : 0);
  put(3, magnitude(capitals));
  put(4, magnitude(static_cast<std::uint32_t>(text.clauses.size())));
}

}  // namespace features

template <class Sink>
void each_feature(const ReadMessage& message, const RuleFindings& rules, Sink& sink) {
  std::size_t hit = 0;
  for (std::uint32_t c = 0; c < message.text.clauses.size(); ++c) {
    const Clause& clause = message.text.clauses[c];
    features::words(message, clause, sink);
    const std::size_t begin = hit;
    while (hit < message.hits().size() && message.text.tokens[message.hits()[hit].last].clause == c)
      ++hit;
    features::slots(message, begin, hit, sink);
    features::request_findings(rules.requests[c], sink);
    sink.slot(features::bucket_of(hash_step(hash_step(features::start(features::kStyle), 9),
                                            features::magnitude(clause.last - clause.first))));
    sink.end_clause(clause);
  }
  features::topic_findings(message, rules, sink);
  features::style(message, sink);
}

}  // namespace handoff
