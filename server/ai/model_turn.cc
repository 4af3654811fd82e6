#include "ai/model_turn.h"

#include <algorithm>

#include "ai/checked_length.h"
#include "ai/clean_characters.h"
#include "ai/handoff_tool.h"
#include "ai/person_promise.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

PersonWanted because(std::string rule) {
  return {.reason = Reason::kLowConfidence, .rule = std::move(rule)};
}

bool was_cut_off(Finish finish) {
  return finish == Finish::kLength || finish == Finish::kContentFilter;
}

/// The words, and the wish for a person that the model expressed in one way or the other.
ModelTurn unchecked(const ChatAnswer& answer) {
  ModelTurn turn{.text = spoken_part(answer.text)};
  if (turn.text.empty()) turn.text = answer.refusal;
  auto written = written_call_in(turn.text);
  if (written) turn.text = std::move(written->before);
  if (answer.tool) {
    turn.person = read_handoff_call(answer.tool->arguments);
  } else if (written) {
    turn.person = std::move(written->wanted);
  }
  return turn;
}

/// An answer that stopped in the middle of a sentence, up to there.
std::string whole_sentences(std::string_view text) {
  const std::string clean = clean_characters(text).text;
  return clean.substr(0, checked_length(clean));
}

/// What the model did not ask for itself, and the visitor needs all the same.
std::optional<PersonWanted> person_for(const ModelTurn& turn, bool promised, Finish finish) {
  if (turn.leaked) return because("ai.unsafe_answer");
  if (promised) return because("ai.promised_person");
  if (!turn.text.empty()) return std::nullopt;
  if (finish == Finish::kContentFilter) return because("ai.policy");
  return because(finish == Finish::kLength ? "ai.low_confidence" : "ai.unsafe_answer");
}

std::string guarded_note(const std::string& note, const OutputRules& rules) {
  std::string text = guard_output(note, rules).text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return std::string(first_code_points(text, kMostSummaryCharacters));
}

}  // namespace

ModelTurn read_turn(const ChatAnswer& answer, const OutputRules& rules) {
  ModelTurn turn = unchecked(answer);
  if (turn.person) turn.person->note = guarded_note(turn.person->note, rules);
  // Instructions that are given away name the tool, and would pass for a call from there on.
  turn.leaked = guard_output(spoken_part(answer.text), rules).leaked;
  if (turn.leaked) turn.text.clear();
  if (turn.leaked && !answer.tool) turn.person.reset();
  GuardedText checked = guard_output(turn.text, rules);
  turn.guarded = !checked.removed.empty();
  if (was_cut_off(answer.finish)) checked = guard_output(whole_sentences(turn.text), rules);
  WithoutPromises kept = without_person_promises(checked.text);
  turn.text = std::move(kept.text);
  if (!turn.person) turn.person = person_for(turn, kept.promised, answer.finish);
  return turn;
}

std::string_view before_any_call(std::string_view text) {
  for (const std::string_view opening :
       {std::string_view(kHandoffTool), std::string_view("```"), std::string_view("<tool_call>"),
        std::string_view("[TOOL_CALLS]"), std::string_view("{")}) {
    text = text.substr(0, text.find(opening));
  }
  return text;
}

}  // namespace handoff
