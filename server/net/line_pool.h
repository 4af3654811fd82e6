#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "net/curl_handles.h"

namespace handoff {

/// What one call at a time works with. It keeps its last connection open for the next call to the
/// same origin. One thread at a time, except for `curl_multi_wakeup`.
struct Line {
  CurlMulti multi;
  CurlEasy easy;  ///< goes before `multi`
  std::string origin = {};
};

/// Lines that nobody is using. Thread-safe.
class LinePool {
 public:
  /// A line that has talked to `origin`, if one is free; else any, or a new one.
  std::unique_ptr<Line> take(const std::string& origin);
  void put_back(std::unique_ptr<Line> line);

 private:
  std::unique_ptr<Line> take_idle(const std::string& origin);

  std::mutex mutex_;
  std::vector<std::unique_ptr<Line>> idle_ = {};  ///< the one used last at the end
};

}  // namespace handoff
