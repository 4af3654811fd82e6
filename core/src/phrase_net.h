#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language_file.h"
#include "vocabulary.h"

/// The phrases of all languages as one net of states joined by words. Alternatives share a state
/// instead of being written out, so ten languages are built in milliseconds; a message walks the
/// net from each of its words, at a cost that is linear in its length.
namespace handoff {

struct PhraseHit {
  std::uint32_t pattern = 0;  ///< as returned by `add`
  std::uint32_t first = 0;    ///< tokens [first, last], both inclusive
  std::uint32_t last = 0;
};

/// Build first (`add` ... `compile`), then share: const functions are thread-safe.
class PhraseNet {
 public:
  /// A bit for each language; bit 15 for phrases of all languages.
  using Languages = std::uint16_t;
  static constexpr std::uint8_t kAll = 15;

  /// Gives the words of `parts` their numbers, in the vocabulary that will read the messages.
  /// Phrases of different languages share no states. REQUIRES: `language <= kAll`.
  std::uint32_t add(Vocabulary& vocabulary, const std::vector<PatternPart>& parts,
                    std::uint8_t language);
  void compile(std::size_t words);

  /// One walk over a row of words; `restart` at each border that phrases do not cross.
  class Walk {
   public:
    explicit Walk(const PhraseNet& net) : net_(net) {}

    void restart() { active_ = 0; }

    /// Takes the word at `token`; calls `sink(PhraseHit)` for each phrase of one of `languages`
    /// that ends here, the longest first.
    template <class Sink>
    void take(const WordIds& word, std::uint32_t token, Languages languages, Sink&& sink) {
      if (word.count == 0) return restart();
      std::size_t next = 0;
      WordSet wanted = 0;
      for (std::uint32_t w = 0; w < word.count; ++w) wanted |= set_of(word.ids[w]);
      for (std::size_t i = 0; i < active_; ++i) {
        const Place from = places_[turn_][i];
        if ((net_.info_[from.state].followers & wanted) == 0) continue;
        for (std::uint32_t w = 0; w < word.count; ++w) {
          net_.each_target(from.state, word.ids[w], [&](State to) {
            arrive({to, from.first}, token, next, sink);
          });
        }
      }
      for (std::uint32_t w = 0; w < word.count; ++w) {
        const WordId id = word.ids[w];
        for (std::uint32_t s = net_.starts_[id]; s < net_.starts_[id + 1u]; ++s) {
          const State to = net_.start_targets_[s];
          if ((languages >> net_.info_[to].language & 1) != 0)
            arrive({to, token}, token, next, sink);
        }
      }
      active_ = next;
      turn_ = 1 - turn_;
    }

   private:
    /// Bounds the work on text that was made to be slow; no real text comes near it.
    static constexpr std::size_t kMostActive = 512;
    struct Place {
      std::uint32_t state;
      std::uint32_t first;
    };

    template <class Sink>
    void arrive(Place place, std::uint32_t token, std::size_t& next, Sink&& sink) {
      const StateInfo& info = net_.info_[place.state];
      for (std::uint32_t m = info.ends; m < info.ends + info.end_count; ++m)
        sink(PhraseHit{net_.end_patterns_[m], place.first, token});
      if (info.followers != 0 && next < kMostActive) places_[1 - turn_][next++] = place;
    }

    const PhraseNet& net_;
    std::array<Place, kMostActive> places_[2];
    std::size_t active_ = 0;
    int turn_ = 0;
  };

 private:
  using State = std::uint32_t;
  static constexpr State kStart = 0;

  struct Edge {
    State from = 0;
    WordId word = 0;
    State to = 0;  ///< 0: free; nothing leads back to the start
  };

  /// A part that was read before, and where it leads from the same states.
  struct Known {
    std::string key;  ///< empty: free
    std::vector<State> states;
  };
  Known& known(std::string key);

  template <class Use>
  void each_target(State from, WordId word, Use&& use) const {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = place_of(from, word) & mask; table_[at].to != 0; at = (at + 1) & mask) {
      if (table_[at].from == from && table_[at].word == word) use(table_[at].to);
    }
  }
  static std::uint32_t place_of(State from, WordId word) {
    const std::uint32_t key = from * 0x9E3779B1u ^ word * 0x85EBCA6Bu;
    return key ^ (key >> 15);
  }

  State new_state(std::uint8_t language);
  void chain(Vocabulary& vocabulary, const std::vector<State>& from, const Alternative& words,
             State to);

  /// A bit for each word that may be in it: most states are passed over without a look-up.
  using WordSet = std::uint64_t;
  static WordSet set_of(WordId word) { return WordSet{1} << (word & 63); }

  struct StateInfo {
    WordSet followers = 0;   ///< of the words that lead on from here; empty: none do
    std::uint32_t ends = 0;  ///< its first pattern in `end_patterns_`
    std::uint16_t end_count = 0;
    std::uint8_t language = kAll;
  };

  std::vector<StateInfo> info_ = std::vector<StateInfo>(1);  ///< by state
  std::uint32_t patterns_ = 0;
  // Only while building.
  std::vector<Known> known_ = std::vector<Known>(1024);
  std::size_t known_count_ = 0;
  std::vector<Edge> edges_ = {};
  std::vector<std::pair<State, std::uint32_t>> meanings_ = {};
  // After `compile`.
  std::vector<Edge> table_ = {};            ///< edges that do not leave the start
  std::vector<std::uint32_t> starts_ = {};  ///< by word: its first target from the start
  std::vector<State> start_targets_ = {};
  std::vector<std::uint32_t> end_patterns_ = {};
};

}  // namespace handoff
