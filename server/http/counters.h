#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

/// What the listener counts for `/metrics`. Every member may be read and raised from any thread.
namespace handoff::http {

struct Counters {
  std::atomic<std::uint64_t> accepted{0};    ///< connections since the start
  std::atomic<std::int64_t> connections{0};  ///< open now, streams included
  std::atomic<std::int64_t> streams{0};      ///< open event streams
  std::atomic<std::int64_t> waiting{0};      ///< long polls without an answer yet
  std::atomic<std::uint64_t> refused{0};     ///< connections over a cap
  std::atomic<std::uint64_t> accept_errors{0};
  std::array<std::atomic<std::uint64_t>, 600> answers{};  ///< by status; streams count as 200

  void answered(int status) {
    if (status >= 0 && static_cast<std::size_t>(status) < answers.size()) {
      ++answers[static_cast<std::size_t>(status)];
    }
  }
};

}  // namespace handoff::http
