#include "ai/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace handoff {
namespace {

constexpr std::size_t kMostMeant = 8;
constexpr std::size_t kShortestForm = 4;
constexpr std::size_t kShortestMisspelt = 5;
constexpr std::size_t kLongestEnding = 3;
/// As if there were this many more passages: in a shop with one article a matching word must still
/// weigh something.
constexpr int kAssumedPassages = 20;

}  // namespace

void Vocabulary::add(const std::set<std::string>& stems) {
  ++passages_;
  for (const std::string& stem : stems) ++passages_with_[stem];
}

double Vocabulary::weight(const std::string& stem) const {
  const auto found = passages_with_.find(stem);
  const double with = found == passages_with_.end() ? 0 : found->second;
  return std::log(1.0 + (passages_ + kAssumedPassages) / (with + 0.5));
}

std::vector<std::string> Vocabulary::meant_by(const std::string& stem) const {
  if (passages_with_.contains(stem)) return {stem};
  std::vector<std::string> found;
  if (stem.size() >= kShortestForm) add_forms(stem, found);
  if (found.empty() && stem.size() >= kShortestMisspelt) add_misspelt(stem, found);
  return found;
}

void Vocabulary::add_forms(const std::string& stem, std::vector<std::string>& found) const {
  for (auto at = passages_with_.lower_bound(stem);
       at != passages_with_.end() && at->first.starts_with(stem) && found.size() < kMostMeant;
       ++at) {
    if (at->first.size() <= stem.size() + kLongestEnding) found.push_back(at->first);
  }
  for (std::size_t cut = 1; cut <= 2 && stem.size() - cut >= kShortestForm; ++cut) {
    const std::string shorter = stem.substr(0, stem.size() - cut);
    if (passages_with_.contains(shorter) && found.size() < kMostMeant) found.push_back(shorter);
  }
}

void Vocabulary::add_misspelt(const std::string& stem, std::vector<std::string>& found) const {
  for (const auto& [known, count] : passages_with_) {
    if (found.size() == kMostMeant) return;
    if (known.size() >= kShortestMisspelt - 1 && is_one_mistake_away(stem, known))
      found.push_back(known);
  }
}

bool is_one_mistake_away(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  std::size_t at = 0;
  while (at < b.size() && a[at] == b[at]) ++at;
  if (a.size() > b.size()) return a.substr(at + 1) == b.substr(at);
  if (at == a.size()) return false;
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace handoff
