#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "message_features.h"

/// The fitted numbers, unpacked once a process.
namespace handoff {

inline constexpr std::size_t kModelHeads = 6;

struct HeadScale {
  std::int32_t bias = 0;     ///< thousandths of a logit
  std::int32_t quantum = 0;  ///< what a weight of 1 is worth, in thousandths of a logit
};

/// As `core/model/weights.inc` holds them.
struct PackedWeights {
  /// For each head its bias and its quantum, as 32-bit numbers with the low byte first.
  std::span<const unsigned char> heads;
  /// Head by head, for each bucket a whole number in [-3, 3]: four bits each, the low ones first.
  std::span<const unsigned char> values;
};

/// Six small numbers side by side in one word, so that one addition adds all of them.
using Lanes = std::uint64_t;
inline constexpr int kLaneBits = 10;
inline constexpr int kMostQuanta = 3;  ///< weights are whole numbers from -3 to 3
/// So many additions fit before a lane runs over into the next.
inline constexpr std::uint32_t kMostAdditions = ((1u << kLaneBits) - 1) / (2 * kMostQuanta);

inline int lane(Lanes lanes, std::size_t head) {
  return static_cast<int>(lanes >> (kLaneBits * head) & ((1u << kLaneBits) - 1));
}

struct ModelWeights {
  std::array<HeadScale, kModelHeads> heads = {};
  /// By bucket; each lane holds a head's weight plus kMostQuanta.
  std::vector<Lanes> buckets = std::vector<Lanes>(kBuckets);

  static const ModelWeights& built_in();
};

ModelWeights unpack(const PackedWeights& packed);

}  // namespace handoff
