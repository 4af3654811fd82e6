#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "corpus.h"

/// Sentences as the model sees them.
namespace handoff::training {

/// The features of one stretch of text.
struct Unit {
  std::vector<std::uint16_t> words;
  std::vector<std::uint16_t> slots;
};

struct Example {
  std::vector<Unit> clauses;
  std::vector<std::uint16_t> message_slots;  ///< what belongs to no clause
  HeadSet labels = 0;
  std::array<float, kHeads> weights = {};  ///< 0 where the label is out of scope
};

/// How much a row counts for each head: our own sentences, written for this, count more than the
/// large sets, and a tweet tells a little about what people write when they do not ask for anybody.
std::array<float, kHeads> weights_of(const Row& row);

Example example_of(const Row& row);

/// Our own sentences once more, with slips of the pen, and requests that stand behind or before an
/// ordinary sentence of the same language.
std::vector<Row> varied(const std::vector<Row>& rows);

}  // namespace handoff::training
