#include "phrase_matcher.h"

#include <algorithm>

namespace handoff {

std::uint32_t PhraseMatcher::add(std::string_view folded, bool prefix) {
  if (building_.empty()) {
    building_.resize(2);
    building_[kRoot].push_back({' ', kStart});
    nodes_.resize(2);
  }
  const auto id = static_cast<std::uint32_t>(patterns_.size());
  Pattern pattern;
  pattern.words = 1 + static_cast<std::uint32_t>(std::count(folded.begin(), folded.end(), ' '));
  if (!folded.empty()) {
    std::uint32_t node = kStart;
    for (const char c : folded) node = child_of(node, static_cast<unsigned char>(c));
    if (!prefix) node = child_of(node, ' ');
    pattern.next = nodes_[node].output;
    nodes_[node].output = id;
  }
  patterns_.push_back(pattern);
  return id;
}

std::uint32_t PhraseMatcher::child_of(std::uint32_t node, unsigned char label) {
  for (const Edge& edge : building_[node]) {
    if (edge.label == label) return edge.target;
  }
  const auto child = static_cast<std::uint32_t>(building_.size());
  building_[node].push_back({label, child});
  building_.emplace_back();
  nodes_.emplace_back();
  return child;
}

void PhraseMatcher::compile() {
  if (building_.empty()) return;
  freeze();
  link_failures();
  building_.clear();
  building_.shrink_to_fit();
}

void PhraseMatcher::freeze() {
  for (std::uint32_t state = 0; state < building_.size(); ++state) {
    nodes_[state].edges = static_cast<std::uint32_t>(edges_.size());
    edges_.insert(edges_.end(), building_[state].begin(), building_[state].end());
  }
  nodes_.emplace_back();
  nodes_.back().edges = static_cast<std::uint32_t>(edges_.size());
  from_start_.fill(kRoot);
  from_start_[' '] = kStart;
  for (const Edge& edge : building_[kStart]) from_start_[edge.label] = edge.target;
}

void PhraseMatcher::link_failures() {
  std::vector<std::uint32_t> queue;
  for (const Edge& edge : building_[kStart]) queue.push_back(edge.target);
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::uint32_t state = queue[i];
    for (const Edge& edge : building_[state]) {
      Node& child = nodes_[edge.target];
      child.fail = next(nodes_[state].fail, edge.label);
      child.shorter = nodes_[child.fail].output != kNone ? child.fail : nodes_[child.fail].shorter;
      queue.push_back(edge.target);
    }
  }
}

}  // namespace handoff
