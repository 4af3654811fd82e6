#include "outbox/worker.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace handoff {
namespace {

constexpr int kBatch = 256;
constexpr int kMaxAttempts = 20;
/// How often the store is asked although nobody has called: timers fall due, and a wake-up may come
/// while it is asked.
constexpr std::chrono::milliseconds kLook{500};

Milliseconds backoff(int attempts) {
  const int doublings = std::min(attempts, 12);
  return std::min<Milliseconds>(std::chrono::hours(24), Milliseconds(1000) * (1 << doublings));
}

}  // namespace

OutboxWorker::OutboxWorker(Database& database, const Clock& clock, Perform perform, int threads)
    : database_(database),
      clock_(clock),
      perform_(std::move(perform)),
      lanes_(static_cast<std::size_t>(threads)) {}

OutboxWorker::~OutboxWorker() { stop(); }

void OutboxWorker::start() {
  threads_.emplace_back([this] { dispatch(); });
  for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
    threads_.emplace_back([this, lane] { work(lane); });
}

void OutboxWorker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
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
  std::vector<store::OutboxRow> rows;
  try {
    rows = database_.read(
        [&](Connection& connection) { return store::due_rows(connection, clock_.now(), kBatch); });
  } catch (const std::exception& error) {
    spdlog::error("the outbox cannot be read: {}", error.what());
    return;
  }
  const std::lock_guard lock(mutex_);
  for (auto& row : rows) {
    if (!under_way_.insert(row.id).second) continue;
    const std::size_t lane = std::hash<std::string>{}(row.conversation_id) % lanes_.size();
    lanes_[lane].rows.push_back(std::move(row));
  }
  changed_.notify_all();
}

void OutboxWorker::work(std::size_t index) {
  std::unique_lock lock(mutex_);
  Lane& lane = lanes_[index];
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || !lane.rows.empty(); });
    if (stopping_) return;
    const store::OutboxRow row = std::move(lane.rows.front());
    lane.rows.erase(lane.rows.begin());
    lock.unlock();
    if (perform_(row) == Outcome::kTryLater) put_off(row);
    lock.lock();
    under_way_.erase(row.id);
    woken_ = woken_ || lane.rows.empty();  // A full batch may have left rows behind.
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
