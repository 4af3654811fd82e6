#pragma once

#include <string>
#include <vector>

namespace handoff::testing {

/// What host names mean to this program while it lives: it stands in front of the C library's
/// getaddrinfo, which is what libcurl asks. Addresses written as numbers stay what they are.
/// Thread-safe; one at a time.
class FakeNames {
 public:
  FakeNames();
  /// Lets everybody go who still waits for an answer.
  ~FakeNames();
  FakeNames(const FakeNames&) = delete;
  FakeNames& operator=(const FakeNames&) = delete;

  /// The next answer for `name`, after those given before; the last one stays. Addresses as
  /// numbers.
  void answer(const std::string& name, std::vector<std::string> addresses);
  /// For every name without an answer of its own. Without it they are unknown.
  void answer_others(std::vector<std::string> addresses);
  /// Whoever asks for `name` gets no answer.
  void keep_silent_about(const std::string& name);
  /// Waits until somebody asks for `name`.
  void wait_until_asked(const std::string& name);
  int times_asked(const std::string& name) const;
};

}  // namespace handoff::testing
