#include "outbox/delivery_worker.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace handoff {
namespace {

constexpr std::size_t kBatch = 256;
constexpr int kMostAttempts = 22;  ///< about a week
constexpr std::size_t kLanesEach = 4;
constexpr std::chrono::hours kLongestDelay{24};
/// How often the store is asked although nobody has called: ladders fall due.
constexpr std::chrono::milliseconds kLook{500};

/// Doubles from a second to a day. What failed together comes back apart: up to a third later, by
/// its number.
Milliseconds delay_after(const store::Delivery& delivery, const DeliveryEnd& end) {
  const Milliseconds doubled = Milliseconds(1000) * (1 << std::min(delivery.attempts, 17));
  const auto apart =
      static_cast<std::int64_t>(static_cast<std::uint64_t>(delivery.number) * 2654435761U % 33U);
  const Milliseconds wished = end.after.value_or(Seconds(0));
  return std::min<Milliseconds>(kLongestDelay,
                                std::max<Milliseconds>(doubled + doubled * apart / 100, wished));
}

/// Rows of one lane are sent one after the other: to a person all of them, to a program those of a
/// conversation.
std::string lane_of(const store::Delivery& delivery) {
  const bool program = delivery.channel == "webhook";
  const std::string& key = program ? delivery.conversation_id : delivery.target;
  const auto number = std::hash<std::string>()(key) % kLanesEach;
  const std::string whose = program ? "/" + delivery.target : "";
  return delivery.channel + whose + "/" + std::to_string(number);
}

}  // namespace

DeliveryWorker::DeliveryWorker(Database& database, const Clock& clock, Send send,
                               std::size_t max_threads)
    : database_(database), clock_(clock), send_(std::move(send)), max_threads_(max_threads) {}

DeliveryWorker::~DeliveryWorker() { stop(); }

void DeliveryWorker::start() {
  dispatcher_ = std::thread([this] { dispatch(); });
}

void DeliveryWorker::stop() {
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

void DeliveryWorker::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void DeliveryWorker::drain() {
  wake();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopping_ || (!woken_ && !looking_ && under_way_.empty()); });
}

void DeliveryWorker::dispatch() {
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

void DeliveryWorker::take_due() {
  std::size_t limit = kBatch;
  {
    const std::lock_guard lock(mutex_);
    limit += under_way_.size();  // These come again, and must not hide what is new.
  }
  std::vector<store::Delivery> due;
  try {
    due = database_.read([&](Connection& connection) {
      return store::due_deliveries(connection, clock_.now(), static_cast<int>(limit));
    });
  } catch (const std::exception& error) {
    spdlog::error("the deliveries cannot be read: {}", error.what());
    return;
  }
  const std::lock_guard lock(mutex_);
  more_ = due.size() == limit;
  for (auto& delivery : due) {
    if (!under_way_.insert(delivery.number).second) continue;
    const auto [lane, is_new] = lanes_.try_emplace(lane_of(delivery));
    lane->second.push_back(std::move(delivery));
    if (!is_new) continue;  // Somebody works on this lane, or it is ready already.
    ready_.push_back(lane->first);
    if (ready_.size() > idle_ && threads_.size() < max_threads_)
      threads_.emplace_back([this] { work(); });
    ready_added_.notify_one();
  }
}

void DeliveryWorker::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    ready_added_.wait(lock, [this] { return stopping_ || !ready_.empty(); });
    --idle_;
    if (stopping_) return;
    const std::string name = std::move(ready_.front());
    ready_.pop_front();
    auto& lane = lanes_.at(name);
    const store::Delivery delivery = std::move(lane.front());
    lane.pop_front();
    lock.unlock();
    attempt(delivery);
    lock.lock();
    under_way_.erase(delivery.number);
    // In turn, so that one busy lane keeps no other waiting.
    if (lanes_.at(name).empty()) {
      lanes_.erase(name);
    } else {
      ready_.push_back(name);
      ready_added_.notify_one();
    }
    if (more_ && under_way_.size() < kBatch / 2) woken_ = true;
    changed_.notify_all();
  }
}

void DeliveryWorker::attempt(const store::Delivery& delivery) {
  // It may have been taken back, or sent along with another, since it was read.
  const bool pending = database_.read(
      [&](Connection& connection) { return store::is_pending(connection, delivery.id); });
  if (!pending) return;
  const DeliveryEnd end = send_(delivery);
  const Milliseconds pause = end.end == DeliveryEnd::End::kHeld
                                 ? Milliseconds(end.after.value_or(Seconds(1)))
                                 : delay_after(delivery, end);
  const Instant again = clock_.now() + pause;
  const auto settled = database_.write([&](Connection& tx) -> Result<Done> {
    settle(tx, delivery.id, end, again);
    for (const auto& id : end.along) settle(tx, id, end, again);
    return Done{};
  });
  if (!settled) spdlog::error("a delivery could not be settled: {}", settled.error().message);
  if (end.end == DeliveryEnd::End::kDead)
    spdlog::error("{} {} was given up: {}", delivery.channel, delivery.id, end.said);
}

void DeliveryWorker::settle(Connection& tx, const std::string& id, const DeliveryEnd& end,
                            Instant again) {
  const Instant now = clock_.now();
  switch (end.end) {
    case DeliveryEnd::End::kDelivered:
      return store::complete_delivery(tx, id, now, end.said, end.remote_id);
    case DeliveryEnd::End::kUnwanted:
      return store::drop_delivery(tx, id);
    case DeliveryEnd::End::kHeld:
      return store::hold_delivery(tx, id, again);
    case DeliveryEnd::End::kTryLater:
      return store::put_off_delivery(tx, id, {now, again, kMostAttempts, end.said});
    case DeliveryEnd::End::kDead:
      return store::bury_delivery(tx, id, now, end.said);
  }
}

}  // namespace handoff
