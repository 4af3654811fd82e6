#include "service/reports.h"

#include <algorithm>
#include <map>

#include "store/handoffs.h"

namespace handoff {
namespace {

using Counts = std::map<std::string, int>;

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  for (const auto& [name, count] : counts) out[name] = count;
  return out;
}

/// Nearest-rank percentiles in whole seconds; null while nothing was seen.
Json percentiles_json(std::vector<std::int64_t> values) {
  if (values.empty()) return {{"p50", nullptr}, {"p90", nullptr}};
  std::sort(values.begin(), values.end());
  const auto rank = [&](std::size_t percent) {
    return values[(values.size() * percent + 99) / 100 - 1] / 1000;
  };
  return {{"p50", rank(50)}, {"p90", rank(90)}};
}

}  // namespace

Json Reports::handoffs(Instant from, Instant to, Instant now) const {
  const auto episodes = database_.read(
      [&](Connection& connection) { return store::episodes_between(connection, site_, from, to); });
  const auto questions = database_.read([&](Connection& connection) {
    return store::unanswered_between(connection, site_, from, to);
  });
  const auto promises = database_.read([&](Connection& connection) {
    return store::promises_between(connection, site_, from, to, now);
  });
  Counts by_reason, by_rule, by_outcome;
  std::vector<std::int64_t> waits, responses;
  for (const auto& episode : episodes) {
    ++by_reason[episode.reason];
    ++by_rule[episode.rule];
    if (!episode.outcome.empty()) ++by_outcome[episode.outcome];
    if (episode.wait_ms) waits.push_back(*episode.wait_ms);
    if (episode.first_response_ms) responses.push_back(*episode.first_response_ms);
  }
  Json unanswered = Json::array();
  for (const auto& question : questions) {
    unanswered.push_back({{"question", question.text}, {"count", question.count}});
  }
  return {
      {"from", format_utc(from)},
      {"to", format_utc(to)},
      {"handoffs", episodes.size()},
      {"by_reason", counts_json(by_reason)},
      {"by_rule", counts_json(by_rule)},
      {"by_outcome", counts_json(by_outcome)},
      {"wait_seconds", percentiles_json(std::move(waits))},
      {"first_response_seconds", percentiles_json(std::move(responses))},
      {"promises", {{"open", promises.open}, {"kept", promises.kept}, {"broken", promises.broken}}},
      {"unanswered", unanswered}};
}

}  // namespace handoff
