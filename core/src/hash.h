#pragma once

#include <cstdint>
#include <string_view>

/// FNV-1a with 32 bits (Fowler, Noll, Vo): small, quick on short words, and the same everywhere.
/// The model's features are numbered with it, so it must not change without new weights.
namespace handoff {

inline constexpr std::uint32_t kHashStart = 2166136261u;

inline std::uint32_t hash_step(std::uint32_t hash, std::uint32_t value) {
  return (hash ^ value) * 16777619u;
}

inline std::uint32_t hash_char(std::uint32_t hash, char c) {
  return hash_step(hash, static_cast<unsigned char>(c));
}

inline std::uint32_t hash_of(std::string_view text, std::uint32_t hash = kHashStart) {
  for (const char c : text) hash = hash_char(hash, c);
  return hash;
}

}  // namespace handoff
