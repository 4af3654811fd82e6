#include "ai/passage_answer.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace handoff {
namespace {

constexpr std::size_t kMostSentences = 4;
constexpr std::size_t kMostBytes = 700;
constexpr double kStrengthScale = 2.4;  ///< covered weight at which strength is 63 %
constexpr double kSame = 0.05;          ///< passages of one article this close are equally good

/// What a covered word is worth by where it stands.
struct Shares {
  double heading;
  double text;
  double title;
};
/// How well the article fits: its title speaks for all of its passages.
constexpr Shares kFit = {.heading = 1.0, .text = 0.85, .title = 1.0};
/// Which passage of the article it is: the title does not tell them apart.
constexpr Shares kChoice = {.heading = 1.0, .text = 0.9, .title = 0.5};
/// A word of the heading chose the section; it does not choose the sentence.
constexpr double kHeadingShareInSentence = 0.1;
/// From here on a sentence has more of the question than words of the heading.
constexpr double kNamed = 0.5;

double covered(const Passage& passage, const std::vector<Term>& terms,
               const Shares& shares = kFit) {
  double sum = 0;
  for (const Term& term : terms) {
    double share = term.is_in(passage.heading) ? shares.heading : 0;
    if (term.is_in(passage.text)) share = std::max(share, shares.text);
    if (term.is_in(passage.title)) share = std::max(share, shares.title);
    sum += share * term.weight;
  }
  return sum;
}

double total(const std::vector<Term>& terms) {
  double sum = 0;
  for (const Term& term : terms) sum += term.weight;
  return sum;
}

/// Coverage first: BM25 likes one rare word often; a visitor means all of them.
double value_of(const Hit& hit, double top, const std::vector<Term>& terms, const Shares& shares) {
  return covered(*hit.passage, terms, shares) / total(terms) + 0.25 * hit.score / top;
}

/// The best article first, then its best passage; among equals the first in the article.
Hit best_of(const std::vector<Hit>& hits, const std::vector<Term>& terms) {
  const double top = std::max(hits.front().score, 1e-9);
  const auto fit = [&](const Hit& hit) { return value_of(hit, top, terms, kFit); };
  const auto choice = [&](const Hit& hit) { return value_of(hit, top, terms, kChoice); };
  const Hit* best = &*std::max_element(hits.begin(), hits.end(),
                                       [&](const Hit& a, const Hit& b) { return fit(a) < fit(b); });
  const std::size_t article = best->passage->article;
  for (const Hit& hit : hits) {
    if (hit.passage->article != article) continue;
    const double lead = choice(hit) - choice(*best);
    if (lead > kSame || (lead >= -kSame && hit.passage < best->passage)) best = &hit;
  }
  return *best;
}

/// 1 when no other article comes near, 0 when another covers as much.
double margin(const Hit& best, const std::vector<Hit>& hits, const std::vector<Term>& terms) {
  const double mine = covered(*best.passage, terms);
  double next = 0;
  for (const Hit& hit : hits) {
    if (hit.passage->article != best.passage->article)
      next = std::max(next, covered(*hit.passage, terms));
  }
  return mine <= 0 ? 0 : std::clamp((mine - next) / mine, 0.0, 1.0);
}

/// `lead`: how far the next article is behind, in [0, 1].
Percent confidence_of(const Hit& hit, const std::vector<Term>& terms, double lead) {
  const double mine = covered(*hit.passage, terms);
  const double coverage = mine / total(terms);
  const double strength = 1.0 - std::exp(-mine / kStrengthScale);
  const double ahead = 0.7 + 0.3 * std::min(1.0, 2.0 * lead);
  const double sure = std::pow(coverage, 1.3) * strength * ahead;
  return static_cast<Percent>(std::lround(100.0 * std::clamp(sure, 0.0, 1.0)));
}

struct Window {
  std::size_t first = 0;
  std::size_t size = 0;
};

Window best_window(const std::vector<double>& weights) {
  Window best{0, std::min(kMostSentences, weights.size())};
  double most = -1;
  for (std::size_t first = 0; first + best.size <= weights.size(); ++first) {
    double sum = 0;
    for (std::size_t i = 0; i < best.size; ++i) sum += weights[first + i];
    // A sentence is worth more when it opens the answer.
    sum += weights[first] * 0.25;
    if (sum > most + 1e-9) {
      most = sum;
      best.first = first;
    }
  }
  return best;
}

std::vector<double> weigh_all(const PassageIndex& index, const Passage& passage,
                              const std::vector<Term>& terms) {
  std::vector<double> weights;
  for (const Sentence& sentence : passage.section.sentences) {
    const auto stems = index.stems_of(sentence.text);
    const std::set<std::string> present(stems.begin(), stems.end());
    double sum = 0;
    for (const Term& term : terms) {
      const double share = term.is_in(passage.heading) ? kHeadingShareInSentence : 1.0;
      if (term.is_in(present)) sum += share * term.weight;
    }
    weights.push_back(sum);
  }
  return weights;
}

/// True when the question names some of the list's entries: the others then need not be read out.
bool names_an_item(const Passage& passage, const std::vector<double>& weights, Window window) {
  for (std::size_t i = window.first; i < window.first + window.size; ++i) {
    if (passage.section.sentences[i].item && weights[i] >= kNamed) return true;
  }
  return false;
}

}  // namespace

Found find_answer(const PassageIndex& index, const std::vector<Term>& terms) {
  const auto found = find_answers(index, terms, 1);
  return found.empty() ? Found() : found.front();
}

std::vector<Found> find_answers(const PassageIndex& index, const std::vector<Term>& terms,
                                std::size_t most) {
  auto hits = index.search(terms);
  if (hits.empty() || most == 0) return {};
  const Hit best = best_of(hits, terms);
  std::vector<Found> found = {
      {best.passage, confidence_of(best, terms, margin(best, hits, terms))}};
  const double top = std::max(hits.front().score, 1e-9);
  std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
    return value_of(a, top, terms, kFit) > value_of(b, top, terms, kFit);
  });
  for (const Hit& hit : hits) {
    if (found.size() == most) break;
    if (hit.passage != best.passage) found.push_back({hit.passage, confidence_of(hit, terms, 0)});
  }
  return found;
}

std::string excerpt(const PassageIndex& index, const Passage& passage,
                    const std::vector<Term>& terms) {
  const auto& sentences = passage.section.sentences;
  const auto weights = weigh_all(index, passage, terms);
  const Window window = best_window(weights);
  const bool picked = names_an_item(passage, weights, window);
  std::string text;
  bool after_item = false;
  for (std::size_t i = window.first; i < window.first + window.size; ++i) {
    const Sentence& sentence = sentences[i];
    if (picked && sentence.item && weights[i] < kNamed) continue;
    if (!text.empty() && text.size() + sentence.text.size() > kMostBytes) break;
    if (!text.empty()) text += sentence.item || after_item ? "\n" : " ";
    text += sentence.item ? "- " + sentence.text : sentence.text;
    after_item = sentence.item;
  }
  return text;
}

}  // namespace handoff
