#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/command.h"
#include "handoff/detection.h"
#include "handoff/event.h"
#include "handoff/result.h"
#include "net/cancellation.h"

/// What the AI is asked and what it says. Values; text is data on both sides, never an instruction.
namespace handoff {

/// Set when an agent has just returned the conversation to the AI.
struct AfterHuman {
  std::string agent_name;
  std::string note;  ///< the agent's note for the AI: helps to find the right article, never shown
                     ///< to the visitor
};

/// One thing that was said, by whom; of the whole log, also before a human's part of it.
struct Said {
  enum class By { kVisitor, kAi, kAgent, kHumanPartBegins, kHumanPartEnds };
  By by = By::kVisitor;
  std::string name = {};  ///< of the agent
  std::string text = {};  ///< of a message; at the end of a human's part: the note for the AI
};

struct Question {
  std::string text;  ///< the newest visitor message
  std::string locale =
      "en";  ///< of the visitor; the language of the text itself wins where it is clear
  std::vector<Turn> recent = {};  ///< what was said before in this episode, oldest first
  bool only_simple =
      false;  ///< a human is on the way (`waiting`, `callback`): answer when sure, else be silent
  std::optional<AfterHuman> after_human = std::nullopt;
  std::vector<Said> history = {};  ///< everything before `text`, oldest first
  std::string escalated = {};  ///< what the human who is on the way was asked for; never answered
  std::string promised = {};   ///< what the visitor was promised and still waits for
};

enum class AnswerKind {
  kAnswered,  ///< sentences from an article, or a model's own
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
  std::vector<ConfidencePart> parts = {};             ///< what the confidence was made from
  std::optional<PersonWanted> person = std::nullopt;  ///< it asks for a human; `text` may be empty
  std::string by = "builtin";  ///< who wrote it: `builtin` or the model's name
};

/// How an answer comes about: who hears it grow, and whether it is still wanted.
class AnswerProgress {
 public:
  virtual ~AnswerProgress() = default;

  /// The text so far, checked: it may be shown as it stands, and only grows.
  virtual void grows(const std::string& text) = 0;
  /// Cancelled when a human takes over: give up at once.
  virtual Cancellation& cancellation() = 0;
};

/// Whatever answers before a human does, when it is asked. Called from several threads at a time.
class Responder {
 public:
  virtual ~Responder() = default;

  /// kUnavailable: it failed or took too long; the conversation is then handed over (`ai_error`).
  virtual Result<Answer> respond(const Question& question, AnswerProgress& progress) = 0;
};

}  // namespace handoff
