#include "request.h"

#include <algorithm>

#include "request_clause.h"

namespace handoff {
namespace {

constexpr Percent kAloneStrong = 88;
constexpr Percent kAlonePerson = 65;
constexpr Percent kAloneWeak = 40;
constexpr std::uint32_t kAloneWords = 8;

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

bool masked(const ReadMessage& message, const SlotHit& hit) {
  for (std::uint32_t t = hit.first; t <= hit.last; ++t) {
    if (message.text.tokens[t].masked) return true;
  }
  return false;
}

/// A courtesy, or a symbol: "human 🙏".
bool is_polite(const Token& token) { return token.polite || token.kind == TokenKind::kSymbol; }

/// A clause of nothing but a person and courtesies: "operator, please". Other clauses may say more
/// only when there is a courtesy in this one.
RequestFind person_alone(const ReadMessage& message, const Clause& clause, std::size_t begin,
                         std::size_t end) {
  if (clause.last - clause.first > kAloneWords) return {};
  RequestFind best;
  std::uint32_t covered = 0;  // a bit a word
  for (std::size_t i = begin; i < end; ++i) {
    const SlotHit& hit = message.hits()[i];
    if (!in_clause(hit, clause)) continue;
    const Percent score = alone_score(hit);
    if (score == 0 || masked(message, hit)) continue;
    for (std::uint32_t t = hit.first; t <= hit.last; ++t) covered |= 1u << (t - clause.first);
    if (score > best.score ||
        (score == best.score && hit.last - hit.first > best.last - best.first)) {
      best = {score, hit.first, hit.last};
    }
  }
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    const bool accounted =
        (covered >> (t - clause.first) & 1) != 0 || is_polite(message.text.tokens[t]);
    if (!accounted) return {};
  }
  return best;
}

bool all_polite(const ReadMessage& message, const Clause& clause) {
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (!is_polite(message.text.tokens[t])) return false;
  }
  return true;
}

class RequestScan {
 public:
  RequestScan(const ReadMessage& message, std::vector<RequestFinds>& finds)
      : message_(message), finds_(finds) {
    finds_.assign(message.text.clauses.size(), {});
    for (const Clause& clause : message.text.clauses)
      wordy_clauses_ += all_polite(message, clause) ? 0 : 1;
  }

  void run() {
    for (std::size_t at = 0; at < message_.hits().size();) {
      const std::size_t end = clause_end(message_, at);
      clause(at, end);
      at = end;
    }
  }

 private:
  void clause(std::size_t begin, std::size_t end) {
    const std::uint32_t number = message_.text.tokens[message_.hits()[begin].last].clause;
    const Clause& clause = message_.text.clauses[number];
    RequestClause reader(message_, clause);
    bool vetoed = false;
    for (std::size_t i = begin; i < end; ++i) {
      const SlotHit& hit = message_.hits()[i];
      const bool context = is_in(hit.slot, slots(Slot::kFeature, Slot::kIdentity, Slot::kNegation));
      vetoed = vetoed || context;
      if (context || !masked(message_, hit)) reader.take(hit);
    }
    RequestFinds& found = finds_[number];
    found = reader.finish();
    const bool room = wordy_clauses_ <= 1 || clause.last - clause.first >= 2;
    if (room && !vetoed)
      found[static_cast<std::size_t>(RequestRule::kPersonAlone)] =
          person_alone(message_, clause, begin, end);
  }

  const ReadMessage& message_;
  std::vector<RequestFinds>& finds_;  ///< by clause
  int wordy_clauses_ = 0;
};

}  // namespace

void find_requests(const ReadMessage& message, std::vector<RequestFinds>& finds) {
  RequestScan(message, finds).run();
}

bool accepts_offer(const ReadMessage& message, const ReadMessage& offer) {
  if (!message.has(Slot::kYes) || message.has(Slot::kNegator)) return false;
  std::vector<bool> agreed(message.text.tokens.size());
  for (const SlotHit& hit : message.hits()) {
    if (hit.slot != Slot::kYes && hit.slot != Slot::kPolite) continue;
    for (std::uint32_t t = hit.first; t <= hit.last; ++t) agreed[t] = true;
  }
  if (std::find(agreed.begin(), agreed.end(), false) != agreed.end()) return false;
  for (const SlotHit& hit : offer.hits()) {
    if (is_somebody(hit.slot) && offer.text.clauses[offer.text.tokens[hit.last].clause].question)
      return true;
  }
  return false;
}

}  // namespace handoff
