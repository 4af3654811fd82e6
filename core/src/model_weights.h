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
  /// Head by head, for each bucket a whole number in [-3, 3], each as a row of bits (`WeightBits`)
  /// that a binary range coder has shortened: a sixth less to load than what gzip makes of them.
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

/// What a bit is expected to be, learned as the bits go by: in 4096ths that it is 0.
class ExpectedBit {
 public:
  std::uint32_t zero() const { return zero_; }
  void learn(bool bit) {
    const std::uint32_t step = bit ? zero_ : kCertain - zero_;
    zero_ = static_cast<std::uint16_t>(bit ? zero_ - (step >> kPace) : zero_ + (step >> kPace));
  }

 private:
  static constexpr std::uint32_t kCertain = 4096;
  static constexpr int kPace = 7;
  std::uint16_t zero_ = kCertain / 2;
};

/// A weight as bits: is it something, is it below 0, is it more than 1, more than 2; each bit is
/// expected from those before it. `code(expected, bit)` writes a bit, or reads one and returns it.
/// One for each head.
class WeightBits {
 public:
  template <class Code>
  int put(int weight, Code&& code) {
    const auto ask = [&](std::size_t which, bool bit) { return code(expected_[which], bit); };
    if (!ask(0, weight != 0)) return 0;
    const std::size_t below = ask(1, weight < 0) ? 1 : 0;
    int size = 1;
    while (size < kMostQuanta &&
           ask(2 * static_cast<std::size_t>(size) + below, weight > size || -weight > size))
      ++size;
    return below != 0 ? -size : size;
  }

 private:
  std::array<ExpectedBit, 2 * kMostQuanta> expected_ = {};
};

struct ModelWeights {
  std::array<HeadScale, kModelHeads> heads = {};
  /// By bucket; each lane holds a head's weight plus kMostQuanta.
  std::vector<Lanes> buckets = std::vector<Lanes>(kBuckets);

  static const ModelWeights& built_in();
};

ModelWeights unpack(const PackedWeights& packed);

}  // namespace handoff
