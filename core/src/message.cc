#include "message.h"

#include <algorithm>

namespace handoff {
namespace {

void guess_language(ReadMessage& message, std::size_t hint) {
  const Votes& votes = message.scan.votes;
  const auto best = std::max_element(votes.begin(), votes.end());
  message.language_known = std::count(votes.begin(), votes.end(), *best) == 1;
  message.language = votes[hint] == *best ? hint : static_cast<std::size_t>(best - votes.begin());
}

/// Conjunctions begin a clause of their own.
void split_clauses(ReadMessage& message) {
  if (!message.has(Slot::kBreak)) return;
  TokenText& text = message.text;
  std::vector<Clause> clauses;
  std::size_t next = 0;
  const auto& hits = message.hits();
  for (Clause clause : text.clauses) {
    for (; next < hits.size() && hits[next].first < clause.last; ++next) {
      const std::uint32_t start = hits[next].first;
      if (hits[next].slot != Slot::kBreak || start <= clause.first) continue;
      clauses.push_back({clause.first, start, clause.question});
      clause.first = start;
    }
    clauses.push_back(clause);
  }
  if (clauses.size() == text.clauses.size()) return;
  text.clauses = std::move(clauses);
  for (std::uint32_t c = 0; c < text.clauses.size(); ++c) {
    for (std::uint32_t t = text.clauses[c].first; t < text.clauses[c].last; ++t)
      text.tokens[t].clause = c;
  }
}

}  // namespace

std::string_view ReadMessage::as_written(std::uint32_t token) const {
  if (text.slips.empty()) return text.word(token);
  const auto slip =
      std::lower_bound(text.slips.begin(), text.slips.end(), text.tokens[token].start,
                       [](const Slip& s, std::uint32_t start) { return s.start < start; });
  if (slip == text.slips.end() || slip->start != text.tokens[token].start) return text.word(token);
  return std::string_view(text.folded).substr(slip->folded, slip->size);
}

Evidence ReadMessage::evidence(std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t start = text.tokens[first].start;
  const std::uint32_t end = text.tokens[last].end;
  return {start, end, std::string(source.substr(start, end - start))};
}

void read_message(std::string_view source, std::size_t language_hint, ReadMessage& message) {
  message.source = source;
  tokenize(source, message.text);
  Lexicon::built_in().scan(message.text, source, message.scan);
  guess_language(message, language_hint);
  split_clauses(message);
  message.valence = message.has(Slot::kValence) ? valence_of(message.text, message.hits()) : 0;
}

ReadMessage read_message(std::string_view source, std::size_t language_hint) {
  ReadMessage message;
  read_message(source, language_hint, message);
  return message;
}

std::size_t clause_end(const ReadMessage& message, std::size_t at) {
  const auto clause = [&](std::size_t i) {
    return message.text.tokens[message.hits()[i].last].clause;
  };
  std::size_t end = at + 1;
  while (end < message.hits().size() && clause(end) == clause(at)) ++end;
  return end;
}

}  // namespace handoff
