#include "request.h"

#include <algorithm>

#include "request_clause.h"

namespace handoff {
namespace {

constexpr Percent kAloneStrong = 88;
constexpr Percent kAlonePerson = 65;
constexpr Percent kAloneWeak = 40;
constexpr std::uint32_t kAloneWords = 8;

using TokenSet = std::vector<std::uint8_t>;  ///< 1 for each token that is in it

void mark(TokenSet& set, const SlotHit& hit) {
  for (std::uint32_t t = hit.first; t <= hit.last; ++t) set[t] = 1;
}

bool touches(const TokenSet& set, const SlotHit& hit) {
  for (std::uint32_t t = hit.first; t <= hit.last; ++t) {
    if (set[t] != 0) return true;
  }
  return false;
}

TokenSet tokens_with(const ReadMessage& message, Slot slot) {
  TokenSet set(message.text.tokens.size());
  for (const SlotHit& hit : message.hits) {
    if (hit.slot == slot) mark(set, hit);
  }
  return set;
}

Percent alone_score(const SlotHit& hit) {
  switch (hit.slot) {
    case Slot::kTargetStrong:
      return kAloneStrong;
    case Slot::kTargetPerson:
      return kAlonePerson;
    case Slot::kTargetWeak:
      return kAloneWeak;
    case Slot::kDepartment:
      return hit.weight;
    default:
      return 0;
  }
}

bool in_clause(const SlotHit& hit, const Clause& clause) {
  return hit.first >= clause.first && hit.last < clause.last;
}

/// A clause of nothing but a person and courtesies: "operator, please". Other clauses may say more
/// only when there is a courtesy in this one.
RequestFind person_alone(const ReadMessage& message, const TokenSet& masked, const TokenSet& polite,
                         const Clause& clause, std::size_t begin, std::size_t end) {
  if (clause.last - clause.first > kAloneWords) return {};
  RequestFind best;
  TokenSet covered(clause.last - clause.first);
  for (std::size_t i = begin; i < end; ++i) {
    const SlotHit& hit = message.hits[i];
    const Percent score = in_clause(hit, clause) && !touches(masked, hit) ? alone_score(hit) : 0;
    if (score == 0) continue;
    for (std::uint32_t t = hit.first; t <= hit.last; ++t) covered[t - clause.first] = 1;
    if (score > best.score ||
        (score == best.score && hit.last - hit.first > best.last - best.first)) {
      best = {score, hit.first, hit.last};
    }
  }
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (covered[t - clause.first] == 0 && polite[t] == 0) return {};
  }
  return best;
}

bool all_polite(const TokenSet& polite, const Clause& clause) {
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (polite[t] == 0) return false;
  }
  return true;
}

class RequestScan {
 public:
  explicit RequestScan(const ReadMessage& message)
      : message_(message),
        masked_(tokens_with(message, Slot::kMask)),
        polite_(tokens_with(message, Slot::kPolite)),
        finds_(message.text.clauses.size()) {
    for (std::size_t t = 0; t < polite_.size(); ++t) {
      if (message.text.tokens[t].kind == TokenKind::kSymbol) polite_[t] = 1;  // "human 🙏"
    }
    for (const Clause& clause : message.text.clauses)
      wordy_clauses_ += all_polite(polite_, clause) ? 0 : 1;
  }

  std::vector<RequestFinds> run() {
    for (std::size_t at = 0; at < message_.hits.size();) {
      const std::size_t end = clause_end(message_, at);
      clause(at, end);
      at = end;
    }
    return std::move(finds_);
  }

 private:
  void clause(std::size_t begin, std::size_t end) {
    const std::uint32_t number = message_.text.tokens[message_.hits[begin].last].clause;
    const Clause& clause = message_.text.clauses[number];
    RequestClause reader(message_, clause);
    bool vetoed = false;
    for (std::size_t i = begin; i < end; ++i) {
      const SlotHit& hit = message_.hits[i];
      const bool context =
          hit.slot == Slot::kFeature || hit.slot == Slot::kIdentity || hit.slot == Slot::kNegation;
      vetoed = vetoed || context;
      if (context || !touches(masked_, hit)) reader.take(hit);
    }
    RequestFinds& found = finds_[number];
    found = reader.finish();
    const bool room = wordy_clauses_ <= 1 || clause.last - clause.first >= 2;
    if (room && !vetoed)
      found[static_cast<std::size_t>(RequestRule::kPersonAlone)] =
          person_alone(message_, masked_, polite_, clause, begin, end);
  }

  const ReadMessage& message_;
  TokenSet masked_;
  TokenSet polite_;
  std::vector<RequestFinds> finds_;  ///< by clause
  int wordy_clauses_ = 0;
};

}  // namespace

std::vector<RequestFinds> find_requests(const ReadMessage& message) {
  return RequestScan(message).run();
}

bool accepts_offer(const ReadMessage& message, const ReadMessage& offer) {
  if (!message.has(Slot::kYes) || message.has(Slot::kNegator)) return false;
  TokenSet agreed = tokens_with(message, Slot::kYes);
  for (const SlotHit& hit : message.hits) {
    if (hit.slot == Slot::kPolite) mark(agreed, hit);
  }
  if (std::find(agreed.begin(), agreed.end(), 0) != agreed.end()) return false;
  for (const SlotHit& hit : offer.hits) {
    if (is_somebody(hit.slot) && offer.text.clauses[offer.text.tokens[hit.last].clause].question)
      return true;
  }
  return false;
}

}  // namespace handoff
