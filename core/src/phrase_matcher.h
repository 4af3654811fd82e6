#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text.h"

/// Finds any number of phrases in one pass over the text (Aho-Corasick over folded characters, with
/// word borders). The cost per message is linear in its length and does not depend on how many
/// phrases there are.
namespace handoff {

struct PhraseHit {
  std::uint32_t pattern = 0;  ///< as returned by `add`
  std::uint32_t first = 0;    ///< tokens [first, last], both inclusive
  std::uint32_t last = 0;
};

/// Build first (`add` ... `compile`), then share: everything const is thread-safe.
class PhraseMatcher {
 public:
  /// `folded` as `fold_phrase` returns it. With `prefix`, the last word may go on: `refund` finds
  /// `refunded`. Equal phrases may be added again; each gets its own number. Empty phrases never
  /// match.
  std::uint32_t add(std::string_view folded, bool prefix);
  void compile();

  /// Calls `sink(PhraseHit)` for every occurrence, in the order in which they end, longer ones
  /// first. Phrases do not reach across clauses when `within_clauses`. Stops when `sink` returns
  /// false.
  template <class Sink>
  void scan(const TokenText& text, bool within_clauses, Sink&& sink) const {
    if (nodes_.empty()) return;
    std::uint32_t state = kStart;
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
      const Token& token = text.tokens[i];
      if (within_clauses && i > 0 && token.clause != text.tokens[i - 1].clause) state = kStart;
      for (const char c : text.word(token)) {
        state = next(state, static_cast<unsigned char>(c));
        if (state == kRoot) break;
        if (!report(state, i, sink)) return;
      }
      state = next(state, ' ');
      if (!report(state, i, sink)) return;
    }
  }

 private:
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kStart = 1;  ///< after a word border
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Edge {
    unsigned char label;
    std::uint32_t target;
  };
  struct Node {
    std::uint32_t edges = 0;  ///< first edge; the next node's first edge is the end
    std::uint32_t fail = kRoot;
    std::uint32_t output = kNone;   ///< first pattern that ends here
    std::uint32_t shorter = kRoot;  ///< nearest node on the way of failures that has an output
  };
  struct Pattern {
    std::uint32_t words = 1;
    std::uint32_t next = kNone;  ///< another pattern with the same characters
  };

  template <class Sink>
  bool report(std::uint32_t state, std::uint32_t last, Sink&& sink) const {
    if (nodes_[state].output == kNone) state = nodes_[state].shorter;
    for (; state != kRoot; state = nodes_[state].shorter) {
      for (std::uint32_t p = nodes_[state].output; p != kNone; p = patterns_[p].next) {
        if (!sink(PhraseHit{p, last + 1 - patterns_[p].words, last})) return false;
      }
    }
    return true;
  }

  std::uint32_t next(std::uint32_t state, unsigned char c) const {
    for (;;) {
      if (state == kStart) return from_start_[c];
      if (state == kRoot) return c == ' ' ? kStart : kRoot;
      const std::uint32_t end = nodes_[state + 1].edges;
      for (std::uint32_t e = nodes_[state].edges; e < end; ++e) {
        if (edges_[e].label == c) return edges_[e].target;
      }
      state = nodes_[state].fail;
    }
  }

  std::uint32_t child_of(std::uint32_t node, unsigned char label);
  void freeze();
  void link_failures();

  std::vector<std::vector<Edge>> building_ = {};  ///< empty after `compile`
  std::vector<Node> nodes_ = {};  ///< one more than there are states: the end of the last edges
  std::vector<Edge> edges_ = {};
  std::vector<Pattern> patterns_ = {};
  std::array<std::uint32_t, 256> from_start_ = {};
};

}  // namespace handoff
