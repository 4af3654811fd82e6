#include "ai/builtin_responder.h"

#include <algorithm>
#include <utility>

#include "ai/builtin_language.h"
#include "ai/builtin_small_talk.h"
#include "ai/builtin_texts.h"
#include "ai/passage_answer.h"

namespace handoff {
namespace {

constexpr Percent kCannotConfidence = 20;  ///< low on purpose: a person is needed

Answer fixed(AnswerKind kind, std::string_view text, Percent confidence) {
  return {.text = std::string(text), .confidence = confidence, .kind = kind};
}

Answer unsure(Language language, Percent confidence) {
  return fixed(AnswerKind::kUnsure, builtin_texts(language).unsure, confidence);
}

Answer small_talk(AnswerKind kind, Language language) {
  const BuiltinTexts& texts = builtin_texts(language);
  switch (kind) {
    case AnswerKind::kThanks:
      return fixed(kind, texts.thanks, 100);
    case AnswerKind::kGoodbye:
      return fixed(kind, texts.goodbye, 100);
    case AnswerKind::kAbout:
      return fixed(kind, texts.about, 100);
    default:
      return fixed(AnswerKind::kGreeting, texts.greeting, 100);
  }
}

/// Pleasantries would only be in the way of the human who is coming.
bool is_worth_saying_while_waiting(const Answer& answer) {
  if (answer.kind == AnswerKind::kAbout) return true;
  return answer.kind == AnswerKind::kAnswered && answer.confidence >= kSimpleFrom;
}

}  // namespace

Answer BuiltinResponder::answer(const Question& question) const {
  const KnowledgeQuestion read = knowledge_->read(question);
  Answer answer = reply(read);
  if (question.only_simple && !is_worth_saying_while_waiting(answer)) {
    return {.confidence = std::min(answer.confidence, kAnswerFrom), .kind = AnswerKind::kUnsure};
  }
  if (question.after_human) {
    answer.text =
        after_human_text(read.language, question.after_human->agent_name) + "\n\n" + answer.text;
  }
  return answer;
}

Answer BuiltinResponder::reply(const KnowledgeQuestion& question) const {
  const auto& [words, language, context] = question;
  if (const auto kind = small_talk_in(words)) return small_talk(*kind, language);
  const PersonalRequest request = personal_request_in(words);
  const Answer cannot =
      fixed(AnswerKind::kCannot, builtin_texts(language).cannot, kCannotConfidence);
  if (request.certain) return cannot;
  Answer found = look_up(question);
  return request.found && found.kind == AnswerKind::kUnsure ? cannot : found;
}

Answer BuiltinResponder::look_up(const KnowledgeQuestion& question) const {
  const Knowledge::Lookup lookup = knowledge_->look_up(question);
  if (!lookup.found) return unsure(question.language, lookup.confidence);
  const auto& [article, passage, index, terms, confidence] = *lookup.found;
  std::string text = excerpt(*index, *passage, terms);
  if (index->locale() != locale_of(question.language))
    text = other_language_text(question.language, index->locale()) + "\n" + text;
  return {.text = std::move(text),
          .confidence = confidence,
          .sources = {{article->slug, article->title, article->url}},
          .kind = AnswerKind::kAnswered};
}

}  // namespace handoff
