#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "hash.h"
#include "message.h"
#include "rule_findings.h"

/// What the model sees of a message: hashed words, pairs of words and pieces of words, and what the
/// phrases found. The trainer and the detector call the same function, so they cannot disagree.
namespace handoff {

inline constexpr int kBucketBits = 13;
inline constexpr std::uint32_t kBuckets = 1u << kBucketBits;

using Bucket = std::uint32_t;

namespace features {

inline Bucket bucket_of(std::uint32_t hash) {
  return ((hash ^ (hash >> 15)) * 0x9E3779B1u) >> (32 - kBucketBits);
}

/// Families of features: equal values of different families fall into different buckets.
enum Family : std::uint32_t {
  kWord = 0x9E01,
  kPair,
  kSkip,
  kPiece,
  kSlot,
  kSlotPair,
  kRule,
  kStyle,
};

inline std::uint32_t start(Family family) { return hash_step(kHashStart, std::uint32_t{family}); }

/// 0, 1, 2, 3-4, 5-8, 9-16, 17-32, more: small numbers for counts.
inline std::uint32_t magnitude(std::uint32_t count) {
  std::uint32_t size = 0;
  for (std::uint32_t top = 0; count > top && size < 8; ++size) top = top == 0 ? 1 : top * 2;
  return size;
}

}  // namespace features

/// Calls, clause by clause: `sink.at(token)` before what one word gives, `sink.word(bucket)` for
/// what counts the less the more of it there is, `sink.slot(bucket)` for what counts in full,
/// `sink.end_clause(clause)`; then `sink.slot` for what belongs to the message as a whole.
template <class Sink>
void each_feature(const ReadMessage& message, const RuleFindings& rules, Sink& sink);

}  // namespace handoff

#include "message_features_inl.h"
