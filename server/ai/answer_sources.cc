#include "ai/answer_sources.h"

#include <algorithm>
#include <string>

#include "handoff/folded_words.h"

namespace handoff {
namespace {

constexpr std::size_t kMostSources = 3;
constexpr double kLeast = 0.35;      ///< of the answer's weight, for a passage to be its source
constexpr double kOfTheBest = 0.75;  ///< of what the best passage holds, for another to be one too

/// How much of what the answer says stands in the passage, in [0, 1].
double held(const std::vector<Term>& terms, const Passage& passage) {
  double all = 0, in_it = 0;
  for (const Term& term : terms) {
    all += term.weight;
    if (term.is_in(passage.text) || term.is_in(passage.heading)) in_it += term.weight;
  }
  return all > 0 ? in_it / all : 0;
}

Source source_of(const Article& article) { return {article.slug, article.title, article.url}; }

}  // namespace

std::vector<Source> answer_sources(std::string_view answer,
                                   const std::vector<FoundPassage>& passages) {
  if (answer.empty() || passages.empty()) return {};
  const auto words = folded_words(answer);
  std::vector<double> shares;
  for (const FoundPassage& found : passages)
    shares.push_back(held(found.index->terms_of(words), *found.passage));
  const double best = *std::max_element(shares.begin(), shares.end());
  const double enough = std::max(kLeast, kOfTheBest * best);
  std::vector<Source> sources;
  for (std::size_t i = 0; i < passages.size() && sources.size() < kMostSources; ++i) {
    const Source source = source_of(*passages[i].article);
    const bool known = std::find(sources.begin(), sources.end(), source) != sources.end();
    if (shares[i] >= enough && !known) sources.push_back(source);
  }
  if (sources.empty() && passages.front().confidence >= kAnswerFrom)
    sources.push_back(source_of(*passages.front().article));
  return sources;
}

}  // namespace handoff
