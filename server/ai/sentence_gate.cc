#include "ai/sentence_gate.h"

#include <algorithm>

#include "ai/canary.h"
#include "ai/checked_length.h"
#include "ai/clean_characters.h"
#include "ai/person_promise.h"
#include "ai/tidy_lines.h"

namespace handoff {
namespace {

/// More than twice the bytes of the longest text that is ever shown. A model that goes on and on
/// must not have all of it checked again with every word.
constexpr std::size_t kMostBytes = 32'768;

}  // namespace

const std::string& SentenceGate::visible(std::string_view so_far) {
  if (stopped_ || so_far.size() > kMostBytes || !may_end_a_sentence(so_far)) return visible_;
  const std::string clean = clean_characters(so_far).text;
  if (repeats_canary(clean, rules_.canary)) {
    stopped_ = true;
    return visible_;
  }
  show(guard_output(std::string_view(clean).substr(0, checked_length(clean)), rules_), false);
  return visible_;
}

/// True when white space has come behind a mark that may end a sentence, or a line has ended:
/// before that nothing new can be shown, and nothing has to be checked.
bool SentenceGate::may_end_a_sentence(std::string_view so_far) {
  bool ended = false;
  for (const char c : so_far.substr(std::min(read_, so_far.size()))) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    // Beyond ASCII there are more marks and more white space; a look too many does no harm.
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    ended = ended || c == '\n' || beyond_ascii || (space && after_end_);
    after_end_ = c == '.' || c == '!' || c == '?' || (after_end_ && !space);
  }
  read_ = so_far.size();
  return ended;
}

const std::string& SentenceGate::finish(std::string_view whole) {
  if (!stopped_) show(guard_output(whole, rules_), true);
  return visible_;
}

void SentenceGate::show(const GuardedText& guarded, bool whole) {
  const WithoutPromises kept = without_person_promises(guarded.text);
  std::string next =
      kept.promised ? tidy_lines(std::string_view(guarded.text).substr(0, kept.first)) : kept.text;
  // What was taken out may have left a sentence open that was complete before.
  if (!whole && !kept.promised) next.resize(std::min(next.size(), checked_length(next + "\n")));
  stopped_ = guarded.leaked || kept.promised || !next.starts_with(visible_);
  if (!guarded.leaked && next.starts_with(visible_)) visible_ = next;
}

}  // namespace handoff
