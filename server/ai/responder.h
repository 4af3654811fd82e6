#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/detection.h"
#include "handoff/result.h"

/// What the AI is asked and what it says. Values; text is data on both sides, never an instruction.
namespace handoff {

/// Set when an agent has just returned the conversation to the AI.
struct AfterHuman {
  std::string agent_name;
  std::string note;  ///< the agent's note for the AI: helps to find the right article, never shown
                     ///< to the visitor
};

struct Question {
  std::string text;  ///< the newest visitor message
  std::string locale =
      "en";  ///< of the visitor; the language of the text itself wins where it is clear
  std::vector<Turn> recent = {};  ///< what was said before, oldest first; a few turns are enough
  bool only_simple =
      false;  ///< a human is on the way (`waiting`, `callback`): answer when sure, else be silent
  std::optional<AfterHuman> after_human = std::nullopt;
};

enum class AnswerKind {
  kAnswered,  ///< sentences from an article
  kGreeting,
  kThanks,
  kGoodbye,
  kAbout,   ///< what it is: an assistant, not a human
  kCannot,  ///< asks for something that only a person can do
  kUnsure,  ///< it does not know; an empty text means: say nothing
};

/// An article that the answer was taken from.
struct Source {
  std::string slug;
  std::string title;
  std::string url = {};  ///< empty when the article names none

  friend bool operator==(const Source&, const Source&) = default;
};

struct Answer {
  std::string text;
  Percent confidence = 0;  ///< [0, 100]
  std::vector<Source> sources = {};
  AnswerKind kind = AnswerKind::kUnsure;
};

/// Whatever answers before a human does, when it is asked. Called from several threads at a time.
class Responder {
 public:
  virtual ~Responder() = default;

  /// kUnavailable: it failed or took too long; the conversation is then handed over (`ai_error`).
  virtual Result<Answer> respond(const Question& question) = 0;
};

}  // namespace handoff
