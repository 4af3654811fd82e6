#include "handoff/wait_estimate.h"

#include <algorithm>

#include "insertion_sort.h"

namespace handoff {
namespace {

constexpr std::size_t kFewestWaits = 5;
constexpr std::size_t kMostWaits = 50;

/// Longer than any wait that says something; keeps the products below far from overflow.
constexpr Seconds kLongestWait{std::chrono::hours(24 * 30)};

/// The newest waits, sorted.
std::vector<Seconds> sample(const WaitHistory& history) {
  const auto& all = history.waits;
  std::vector<Seconds> out(
      all.end() - static_cast<std::ptrdiff_t>(std::min(all.size(), kMostWaits)), all.end());
  for (auto& wait : out) wait = std::clamp(wait, Seconds(0), kLongestWait);
  insertion_sort(out, [](Seconds a, Seconds b) { return a < b; });
  return out;
}

/// The smallest seen wait that at least `percent` of the sample do not exceed (nearest rank).
Seconds quantile(const std::vector<Seconds>& sorted, std::size_t percent) {
  const std::size_t rank = (sorted.size() * percent + 99) / 100;
  return sorted[rank - 1];
}

}  // namespace

std::optional<WaitEstimate> estimate_wait(const WaitHistory& history, int position,
                                          int agents_online) {
  if (agents_online < 1 || history.waits.size() < kFewestWaits) return std::nullopt;
  const auto waits = sample(history);
  // The seen waits are those of people who were next. Everybody ahead adds one more such wait,
  // shared by the agents: wait(position) = quantile * (1 + (position - 1) / agents), rounded up to
  // a second.
  const std::int64_t ahead = std::max(position, 1) - 1;
  const auto scaled = [&](std::size_t percent) {
    const Seconds one = quantile(waits, percent);
    return one + Seconds((one.count() * ahead + agents_online - 1) / agents_online);
  };
  return WaitEstimate{scaled(50), scaled(90)};
}

}  // namespace handoff
