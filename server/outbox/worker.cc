#include "outbox/worker.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace handoff {
namespace {

constexpr std::size_t kBatch = 256;
constexpr int kMaxAttempts = 20;
/// How often the store is asked although nobody has called: timers fall due, and a wake-up may come
/// while it is asked.
constexpr std::chrono::milliseconds kLook{500};

Milliseconds backoff(int attempts) {
  const int doublings = std::min(attempts, 12);
  return std::min<Milliseconds>(std::chrono::hours(24), Milliseconds(1000) * (1 << doublings));
}

}  // namespace

OutboxWorker::OutboxWorker(Database& database, const Clock& clock, Perform perform, int max_threads)
    : database_(database),
      clock_(clock),
      perform_(std::move(perform)),
      max_threads_(static_cast<std::size_t>(max_threads)) {}

OutboxWorker::~OutboxWorker() { stop(); }

void OutboxWorker::start() {
  dispatcher_ = std::thread([this] { dispatch(); });
}

void OutboxWorker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  ready_added_.notify_all();
  // The dispatcher ends first: it alone starts threads.
  if (dispatcher_.joinable()) dispatcher_.join();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void OutboxWorker::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void OutboxWorker::drain() {
  wake();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopping_ || (!woken_ && !looking_ && under_way_.empty()); });
}

void OutboxWorker::dispatch() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait_for(lock, kLook, [this] { return stopping_ || woken_; });
    if (stopping_) return;
    woken_ = false;
    looking_ = true;
    lock.unlock();
    take_due();
    lock.lock();
    looking_ = false;
    changed_.notify_all();
  }
}

void OutboxWorker::take_due() {
  std::size_t limit = kBatch;
  {
    const std::lock_guard lock(mutex_);
    limit += under_way_.size();  // These come again, and must not hide what is new.
  }
  std::vector<store::OutboxRow> rows;
  try {
    rows = database_.read([&](Connection& connection) {
      return store::due_rows(connection, clock_.now(), static_cast<int>(limit));
    });
  } catch (const std::exception& error) {
    spdlog::error("the outbox cannot be read: {}", error.what());
    return;
  }
  const std::lock_guard lock(mutex_);
  more_ = rows.size() == limit;
  for (auto& row : rows) {
    if (under_way_.insert(row.id).second) enlist(std::move(row));
  }
}

/// REQUIRES: the lock is held.
void OutboxWorker::enlist(store::OutboxRow row) {
  auto [line, is_new] = lines_.try_emplace(row.conversation_id);
  line->second.push_back(std::move(row));
  if (!is_new) return;  // Somebody works on this line, or it is ready already.
  ready_.push_back(line->first);
  if (ready_.size() > idle_ && threads_.size() < max_threads_)
    threads_.emplace_back([this] { work(); });
  ready_added_.notify_one();
}

void OutboxWorker::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    ready_added_.wait(lock, [this] { return stopping_ || !ready_.empty(); });
    --idle_;
    if (stopping_) return;
    const std::string conversation = std::move(ready_.front());
    ready_.pop_front();
    auto& line = lines_.at(conversation);
    const store::OutboxRow row = std::move(line.front());
    line.pop_front();
    lock.unlock();
    if (perform_(row) == Outcome::kTryLater) put_off(row);
    lock.lock();
    under_way_.erase(row.id);
    // In turn, so that one busy conversation keeps nobody else waiting.
    if (lines_.at(conversation).empty()) {
      lines_.erase(conversation);
    } else {
      ready_.push_back(conversation);
      ready_added_.notify_one();
    }
    if (more_ && under_way_.size() < kBatch / 2) woken_ = true;
    changed_.notify_all();
  }
}

void OutboxWorker::put_off(const store::OutboxRow& row) {
  const auto done = database_.write([&](Connection& tx) -> Result<Done> {
    store::put_off_row(tx, row.id, clock_.now() + backoff(row.attempts), kMaxAttempts);
    return Done{};
  });
  if (!done) spdlog::error("an outbox row could not be put off: {}", done.error().message);
}

}  // namespace handoff
