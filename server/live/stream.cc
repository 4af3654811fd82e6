#include "live/stream.h"

#include <algorithm>
#include <random>

#include "live/sse.h"

namespace handoff::live {
namespace {

constexpr int kRetryMilliseconds = 3000;

// Thousands of clients that were cut off together must not come back together.
int jittered_retry() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_int_distribution<int>(1000, 5000)(random);
}

}  // namespace

Stream::Stream(bool contiguous, std::size_t queue_bytes)
    : contiguous_(contiguous), queue_bytes_(queue_bytes) {}

void Stream::start(std::string opening, const Replay& replay, const std::string& generation) {
  std::int64_t through = replay.through;
  for (const StreamEvent& event : replay.events) {
    opening += render_event(event, generation);
    through = std::max(through, event.seq);
  }
  const std::lock_guard lock(mutex_);
  backlog_ = opening.size();
  bytes_ += backlog_;
  queue_.push_back(std::make_shared<const std::string>(std::move(opening)));
  through_ = through;
  started_ = true;
  for (const auto& [seq, frame] : held_) accept(seq, frame);
  held_ = {};
  wake_writer();
}

void Stream::attach(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
  if (!queue_.empty() || ended_) wake_writer();
}

Stream::Batch Stream::take() {
  const std::lock_guard lock(mutex_);
  Batch batch{.frames = std::exchange(queue_, {}), .ended = ended_};
  for (const Frame& frame : batch.frames) batch_ += frame->size();
  return batch;
}

bool Stream::written() {
  const std::lock_guard lock(mutex_);
  bytes_ -= batch_;
  batch_ = 0;
  backlog_ = 0;
  signalled_ = !queue_.empty() || ended_;
  return signalled_;
}

bool Stream::cut_off() const {
  const std::lock_guard lock(mutex_);
  return cut_off_;
}

void Stream::deliver(std::int64_t seq, const Frame& frame) {
  const std::lock_guard lock(mutex_);
  if (ended_) return;
  bytes_ += frame->size();
  if (started_) {
    accept(seq, frame);
  } else {
    held_.emplace_back(seq, frame);
  }
  check_room();
}

void Stream::heartbeat(const Frame& comment) {
  const std::lock_guard lock(mutex_);
  // A reader that has frames waiting needs no comment, and must not be cut off for comments alone.
  if (ended_ || !started_ || signalled_) return;
  bytes_ += comment->size();
  queue_.push_back(comment);
  wake_writer();
}

void Stream::end(EndReason reason) {
  const std::lock_guard lock(mutex_);
  if (!ended_) finish(reason);
}

bool Stream::gapped() const {
  const std::lock_guard lock(mutex_);
  return !early_.empty();
}

void Stream::accept(std::int64_t seq, const Frame& frame) {
  const bool known = seq != 0 && seq <= through_;
  if (known || early_.count(seq) != 0) {
    bytes_ -= frame->size();
    return;
  }
  if (seq != 0 && contiguous_ && seq != through_ + 1) {
    early_.emplace(seq, frame);
    return;
  }
  queue_.push_back(frame);
  if (seq != 0 && contiguous_) through_ = seq;
  for (auto next = early_.begin(); next != early_.end() && next->first == through_ + 1;
       next = early_.erase(next)) {
    queue_.push_back(next->second);
    through_ = next->first;
  }
  wake_writer();
}

void Stream::finish(EndReason reason) {
  ended_ = true;
  held_ = {};
  early_.clear();
  if (reason == EndReason::kSlow) {
    cut_off_ = true;
    queue_.clear();
    // The writer may be stuck in a write; it must hear of this all the same.
    signalled_ = false;
  } else if (reason == EndReason::kShutdown) {
    queue_.push_back(std::make_shared<const std::string>(render_retry(jittered_retry())));
    bytes_ += queue_.back()->size();
  }
  wake_writer();
}

void Stream::check_room() {
  if (bytes_ > queue_bytes_ + backlog_) finish(EndReason::kSlow);
}

void Stream::wake_writer() {
  if (signalled_ || !wake_) return;
  signalled_ = true;
  wake_();
}

Result<OpenStream> open_stream(Hub& hub, const StreamPlan& plan) {
  auto stream = std::make_shared<Stream>(plan.contiguous);
  auto subscription = hub.subscribe(plan.place, stream);
  if (!subscription.ok()) return subscription.error();
  auto replay = plan.replay();
  if (!replay.ok()) return replay.error();
  stream->start(render_retry(kRetryMilliseconds), *replay, hub.generation());
  return OpenStream{std::move(stream), std::move(subscription).value()};
}

}  // namespace handoff::live
