#pragma once

#include <string>
#include <vector>

#include "ai/passage_index.h"
#include "handoff/settings.h"

namespace handoff {

/// The best passage for a question, and how far it is to be trusted.
struct Found {
  const Passage* passage = nullptr;  ///< null when nothing fits
  Percent confidence = 0;
};

/// Confidence joins three things: how much of the question's weight the passage covers, how telling
/// the covered words are, and how far the next article is behind. A question with words that no
/// article knows cannot score high.
Found find_answer(const PassageIndex& index, const std::vector<Term>& terms);

/// `find_answer`'s passage first, then the next best ones, at most `most` in all. The confidence of
/// a later one says how well it fits alone.
std::vector<Found> find_answers(const PassageIndex& index, const std::vector<Term>& terms,
                                std::size_t most);

/// One to four whole sentences of the passage, those with the most of what was asked; list entries
/// on lines of their own.
std::string excerpt(const PassageIndex& index, const Passage& passage,
                    const std::vector<Term>& terms);

}  // namespace handoff
