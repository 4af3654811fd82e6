#pragma once

#include <cstdint>
#include <vector>

namespace handoff {

/// For a counting sort: makes places of counts, so that `counts[i + 1]` things with number i begin
/// at `counts[i]`. Returns a copy to count up in.
inline std::vector<std::uint32_t> summed(std::vector<std::uint32_t>& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
  return counts;
}

}  // namespace handoff
