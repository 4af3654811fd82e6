#include "net/line_pool.h"

#include <algorithm>
#include <new>

namespace handoff {
namespace {

/// Idle connections are cheap, but each holds a descriptor here and one on the other side.
constexpr std::size_t kMostIdle = 16;

std::unique_ptr<Line> make_line() {
  auto line = std::make_unique<Line>();
  line->multi.reset(curl_multi_init());
  line->easy.reset(curl_easy_init());
  if (!line->multi || !line->easy) throw std::bad_alloc();
  curl_multi_setopt(line->multi.get(), CURLMOPT_MAXCONNECTS, 1L);
  return line;
}

}  // namespace

std::unique_ptr<Line> LinePool::take(const std::string& origin) {
  auto line = take_idle(origin);
  if (!line) line = make_line();
  line->origin = origin;
  return line;
}

std::unique_ptr<Line> LinePool::take_idle(const std::string& origin) {
  const std::lock_guard lock(mutex_);
  auto found = std::find_if(idle_.rbegin(), idle_.rend(),
                            [&](const auto& line) { return line->origin == origin; });
  // Another origin's connection is given up only when there are many.
  if (found == idle_.rend() && idle_.size() < kMostIdle) return nullptr;
  const auto at = found == idle_.rend() ? idle_.begin() : std::prev(found.base());
  auto line = std::move(*at);
  idle_.erase(at);
  return line;
}

void LinePool::put_back(std::unique_ptr<Line> line) {
  curl_easy_reset(line->easy.get());
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMostIdle) idle_.push_back(std::move(line));
}

}  // namespace handoff
