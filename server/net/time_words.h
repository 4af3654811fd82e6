#pragma once

#include <chrono>
#include <string>

namespace handoff {

/// `5 s`, `1500 ms`.
inline std::string in_words(std::chrono::milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s"
                                  : std::to_string(time.count()) + " ms";
}

}  // namespace handoff
