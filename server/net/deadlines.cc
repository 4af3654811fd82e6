#include "net/deadlines.h"

#include <algorithm>

#include "net/time_words.h"

namespace handoff {
namespace {

using std::chrono::milliseconds;

/// Nothing waits longer; a larger number would leave the clock's range.
constexpr milliseconds kLongest = std::chrono::hours(24);

Deadlines::Deadline after(Deadlines::Time start, milliseconds within, std::string missed) {
  return {start + std::min(within, kLongest), std::move(missed) + " within " + in_words(within)};
}

}  // namespace

Deadlines::Deadlines(const HttpCall& call, Time start)
    : connection_(after(start, call.connect_within, "no connection")),
      first_byte_(after(start, call.first_byte_within, "the answer did not begin")),
      total_(after(start, call.total_within, "the answer was not complete")) {}

Deadlines::Deadline Deadlines::next(bool connected, bool began) const {
  const Deadline* next = &total_;
  if (!began && first_byte_.at <= next->at) next = &first_byte_;
  if (!connected && connection_.at <= next->at) next = &connection_;
  return *next;
}

}  // namespace handoff
