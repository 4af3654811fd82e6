#include "model_weights.h"

#include "model/weights.inc"

namespace handoff {
namespace {

std::int32_t number_at(std::span<const unsigned char> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
  return static_cast<std::int32_t>(value);
}

/// The other half of `RangeCoder` in scripts/model/packing.cc (G. Martin, 1979; carries as I.
/// Pavlov does them).
class RangeReader {
 public:
  explicit RangeReader(std::span<const unsigned char> bytes) : bytes_(bytes) {
    for (int i = 0; i < 5; ++i) next_byte();
  }

  bool bit(ExpectedBit& expected) {
    const std::uint32_t zeros = (range_ >> 12) * expected.zero();
    const bool bit = code_ >= zeros;
    if (bit) code_ -= zeros;
    range_ = bit ? range_ - zeros : zeros;
    expected.learn(bit);
    while (range_ < 1u << 24) {
      range_ <<= 8;
      next_byte();
    }
    return bit;
  }

 private:
  void next_byte() { code_ = code_ << 8 | (at_ < bytes_.size() ? bytes_[at_++] : 0u); }

  std::span<const unsigned char> bytes_;
  std::size_t at_ = 0;
  std::uint32_t code_ = 0;
  std::uint32_t range_ = 0xFFFFFFFF;
};

}  // namespace

ModelWeights unpack(const PackedWeights& packed) {
  ModelWeights model;
  for (std::size_t h = 0; h < kModelHeads; ++h)
    model.heads[h] = {number_at(packed.heads, 8 * h), number_at(packed.heads, 8 * h + 4)};
  RangeReader reader(packed.values);
  for (std::size_t h = 0; h < kModelHeads; ++h) {
    WeightBits bits;
    for (Lanes& lanes : model.buckets) {
      const int weight =
          bits.put(0, [&](ExpectedBit& expected, bool) { return reader.bit(expected); });
      lanes |= static_cast<Lanes>(weight + kMostQuanta) << (kLaneBits * h);
    }
  }
  return model;
}

const ModelWeights& ModelWeights::built_in() {
  static const ModelWeights model = unpack({weights::kHeads, weights::kValues});
  return model;
}

}  // namespace handoff
