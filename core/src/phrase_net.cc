#include "phrase_net.h"

#include "counting.h"
#include "hash.h"

namespace handoff {

PhraseNet::State PhraseNet::new_state(std::uint8_t language) {
  info_.push_back({.language = language});
  return static_cast<State>(info_.size() - 1);
}

/// `words` in a row from each of `from`; the last leads to `to`.
void PhraseNet::chain(Vocabulary& vocabulary, const std::vector<State>& from,
                      const Alternative& words, State to) {
  std::vector<State> here = from;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordId word = vocabulary.add(words[i].folded, words[i].prefix);
    const State next = i + 1 == words.size() ? to : new_state(info_[to].language);
    for (const State state : here) edges_.push_back({state, word, next});
    here = {next};
  }
}

PhraseNet::Known& PhraseNet::known(std::string key) {
  const auto place = [this](const std::string& wanted) {
    const std::uint32_t hash = hash_of(wanted);
    const std::size_t mask = known_.size() - 1;
    std::size_t at = (hash ^ (hash >> 15)) & mask;
    while (!known_[at].key.empty() && known_[at].key != wanted) at = (at + 1) & mask;
    return at;
  };
  if (known_count_ * 2 > known_.size()) {
    std::vector<Known> old = std::move(known_);
    known_ = std::vector<Known>(old.size() * 2);
    for (Known& entry : old) {
      if (!entry.key.empty()) known_[place(entry.key)] = std::move(entry);
    }
  }
  Known& found = known_[place(key)];
  if (found.key.empty()) {
    found.key = std::move(key);
    ++known_count_;
  }
  return found;
}

std::uint32_t PhraseNet::add(Vocabulary& vocabulary, const std::vector<PatternPart>& parts,
                             std::uint8_t language) {
  std::vector<State> here = {kStart};
  for (const PatternPart& part : parts) {
    std::string key = std::to_string(language) + ' ' + part.key;
    for (const State state : here) key += ' ' + std::to_string(state);
    std::vector<State>& there = known(std::move(key)).states;
    if (there.empty()) {
      const State to = new_state(language);
      for (const Alternative& words : part.alternatives) {
        chain(vocabulary, here, words, to);
        if (words.empty()) there = here;  // lower numbers than `to`, in order
      }
      there.push_back(to);
    }
    here = there;
  }
  for (const State state : here) {
    if (state != kStart) meanings_.push_back({state, patterns_});
  }
  return patterns_++;
}

void PhraseNet::compile(std::size_t words) {
  std::size_t size = 2;
  while (size < edges_.size() * 2) size *= 2;
  table_.resize(size);
  starts_.assign(words + 1, 0);
  for (const Edge& edge : edges_) {
    if (edge.from == kStart) {
      ++starts_[edge.word + 1u];
      continue;
    }
    info_[edge.from].followers |= set_of(edge.word);
    std::size_t at = place_of(edge.from, edge.word) & (size - 1);
    while (table_[at].to != 0) at = (at + 1) & (size - 1);
    table_[at] = edge;
  }
  std::vector<std::uint32_t> next = summed(starts_);
  start_targets_.resize(starts_.back());
  for (const Edge& edge : edges_) {
    if (edge.from == kStart) start_targets_[next[edge.word]++] = edge.to;
  }
  for (const auto& [state, pattern] : meanings_) ++info_[state].end_count;
  std::uint32_t ends = 0;
  for (StateInfo& info : info_) {
    info.ends = ends;
    ends += info.end_count;
    info.end_count = 0;
  }
  end_patterns_.resize(ends);
  for (const auto& [state, pattern] : meanings_) {
    StateInfo& info = info_[state];
    end_patterns_[info.ends + info.end_count++] = pattern;
  }
  known_ = {};
  edges_ = {};
  meanings_ = {};
}

}  // namespace handoff
