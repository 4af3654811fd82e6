#include "ai/sentence_gate.h"

#include "ai/canary.h"
#include "ai/checked_length.h"
#include "ai/clean_characters.h"
#include "ai/person_promise.h"
#include "ai/tidy_lines.h"

namespace handoff {
namespace {

/// More than twice the bytes of the longest text that is ever shown. A model that goes on and on
/// must not have all of it checked again with every word.
constexpr std::size_t kMostBytes = 32 * 1024;

}  // namespace

const std::string& SentenceGate::visible(std::string_view so_far) {
  if (stopped_ || so_far.size() > kMostBytes) return visible_;
  const std::string clean = clean_characters(so_far).text;
  if (repeats_canary(clean, rules_.canary)) {
    stopped_ = true;
    return visible_;
  }
  show(std::string_view(clean).substr(0, checked_length(clean)));
  return visible_;
}

const std::string& SentenceGate::finish(std::string_view whole) {
  if (!stopped_) show(whole);
  return visible_;
}

void SentenceGate::show(std::string_view checked) {
  const GuardedText guarded = guard_output(checked, rules_);
  const WithoutPromises kept = without_person_promises(guarded.text);
  const std::string next =
      kept.promised ? tidy_lines(std::string_view(guarded.text).substr(0, kept.first)) : kept.text;
  stopped_ = guarded.leaked || kept.promised || !next.starts_with(visible_);
  if (!guarded.leaked && next.starts_with(visible_)) visible_ = next;
}

}  // namespace handoff
