#include "store/writer.h"

#include <utility>

namespace handoff {

Writer::Writer(std::unique_ptr<Connection> connection, WriterOptions options)
    : connection_(std::move(connection)),
      options_(std::move(options)),
      thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::submit(WriteJob job) {
  std::unique_lock lock(mutex_);
  if (const auto error = refusal()) {
    lock.unlock();
    job.done(error);
    return;
  }
  queue_.push_back(std::move(job));
  lock.unlock();
  wake_.notify_one();
}

std::optional<Error> Writer::refusal() const {
  if (broken_) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "the disk failed; the process has to be restarted",
                 .retry_after_seconds = 30};
  }
  if (queue_.size() >= options_.max_queued) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "too many writes are waiting for the disk",
                 .retry_after_seconds = 1};
  }
  return std::nullopt;
}

void Writer::run() {
  while (wait_for_work()) run_group();
}

bool Writer::wait_for_work() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  return !queue_.empty();
}

std::optional<WriteJob> Writer::next() {
  const std::lock_guard lock(mutex_);
  if (queue_.empty()) return std::nullopt;
  WriteJob job = std::move(queue_.front());
  queue_.pop_front();
  return job;
}

void Writer::run_group() {
  WriteGroup group(*connection_);
  const auto deadline = std::chrono::steady_clock::now() + options_.max_group_time;
  do {
    auto job = next();
    if (!job) break;
    group.add(std::move(*job));
  } while (group.usable() && group.size() < options_.max_group_jobs &&
           std::chrono::steady_clock::now() < deadline);
  groups_ += 1;
  jobs_ += group.size();
  const auto broken = group.finish();
  if (!broken) return;
  std::deque<WriteJob> abandoned;
  std::optional<Error> error;
  {
    const std::lock_guard lock(mutex_);
    broken_ = true;
    error = refusal();
    abandoned.swap(queue_);
  }
  for (const WriteJob& job : abandoned) job.done(error);
  if (options_.on_broken) options_.on_broken(*broken);
}

}  // namespace handoff
