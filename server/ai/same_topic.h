#pragma once

#include <string_view>

namespace handoff {

/// True when a question is about what a human has been asked for: "where is my order 4411?" after
/// "my order 4411 arrived broken". Numbers weigh most: another order is another topic. A question
/// with no content of its own ("any news?", "how long?", "is anyone coming?") is about it, too.
/// `locale`: of the visitor; the language of the two texts wins where their small words show it.
/// English, Romanian and eight more languages of Europe; others by equal words alone. An empty
/// `escalated` is nobody's topic: false. Pure; thread-safe.
bool same_topic(std::string_view question, std::string_view escalated, std::string_view locale);

}  // namespace handoff
