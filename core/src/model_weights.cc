#include "model_weights.h"

#include "model/weights.inc"

namespace handoff {
namespace {

std::int32_t number_at(std::span<const unsigned char> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
  return static_cast<std::int32_t>(value);
}

}  // namespace

ModelWeights unpack(const PackedWeights& packed) {
  ModelWeights model;
  for (std::size_t h = 0; h < kModelHeads; ++h)
    model.heads[h] = {number_at(packed.heads, 8 * h), number_at(packed.heads, 8 * h + 4)};
  for (std::size_t h = 0; h < kModelHeads; ++h) {
    for (std::uint32_t b = 0; b < kBuckets; ++b) {
      const unsigned byte = packed.values[(h * kBuckets + b) / 2];
      const auto nibble = static_cast<int>(b % 2 == 0 ? byte & 15u : byte >> 4);
      const int weight = nibble < 8 ? nibble : nibble - 16;
      model.buckets[b] |= static_cast<Lanes>(weight + kMostQuanta) << (kLaneBits * h);
    }
  }
  return model;
}

const ModelWeights& ModelWeights::built_in() {
  static const ModelWeights model = unpack({weights::kHeads, weights::kValues});
  return model;
}

}  // namespace handoff
