#include "ai/phrase_sets.h"

#include <algorithm>

namespace handoff {

std::uint32_t PhraseSets::add(const std::vector<std::vector<std::string>>& phrases) {
  const auto [found, fresh] = known_.try_emplace(phrases, next_set_);
  if (fresh) {
    for (const auto& phrase : phrases) insert(phrase, next_set_);
    ++next_set_;
  }
  return found->second;
}

void PhraseSets::insert(const std::vector<std::string>& phrase, std::uint32_t set) {
  std::uint32_t node = 0;
  for (const std::string& word : phrase) {
    const bool open_end = word.ends_with('*');
    const bool open_begin = word.starts_with('*');
    const std::string letters = word.substr(open_begin, word.size() - open_end - open_begin);
    Node& from = nodes_[node];
    auto& edges = open_end ? from.prefixes : open_begin ? from.suffixes : from.words;
    const auto [edge, fresh] =
        edges.try_emplace(letters, static_cast<std::uint32_t>(nodes_.size()));
    node = edge->second;
    if (fresh) nodes_.emplace_back();
  }
  auto& sets = nodes_[node].sets;
  if (sets.empty() || sets.back() != set) sets.push_back(set);
}

void PhraseSets::follow(std::uint32_t node, const std::string& word,
                        std::vector<std::uint32_t>& to) const {
  const Node& from = nodes_[node];
  if (const auto exact = from.words.find(word); exact != from.words.end())
    to.push_back(exact->second);
  if (from.prefixes.empty() && from.suffixes.empty()) return;
  constexpr std::size_t kLongestStem = 24;
  const std::string_view letters = word;
  for (std::size_t size = 1; size <= std::min(word.size(), kLongestStem); ++size) {
    const auto stem = from.prefixes.find(letters.substr(0, size));
    if (stem != from.prefixes.end()) to.push_back(stem->second);
    const auto end = from.suffixes.find(letters.substr(word.size() - size));
    if (end != from.suffixes.end()) to.push_back(end->second);
  }
}

std::vector<PhraseSets::Hit> PhraseSets::find(const std::vector<std::string>& words) const {
  std::vector<Hit> hits;
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> next;
  for (std::uint32_t first = 0; first < words.size(); ++first) {
    nodes.assign(1, 0);
    for (std::uint32_t last = first; last < words.size() && !nodes.empty(); ++last) {
      next.clear();
      for (const std::uint32_t node : nodes) follow(node, words[last], next);
      for (const std::uint32_t node : next) {
        for (const std::uint32_t set : nodes_[node].sets) hits.push_back({set, first, last + 1});
      }
      nodes.swap(next);
    }
  }
  std::sort(hits.begin(), hits.end());
  return hits;
}

}  // namespace handoff
