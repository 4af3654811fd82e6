#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "live/hub.h"
#include "live/stream_event.h"

/// One open event stream, without its socket: a bounded queue between publishers and the one
/// connection that writes.
namespace handoff::live {

/// What a route answers instead of a body: "this connection is now a stream of that topic".
///
///     response.stream({.place = {"conversation/42/agent", "agent/7", 10},
///                      .replay = [=] { return service.events_after(id, cursor); }});
///
/// `replay` is called once, on the worker, after the subscription was made: no event can fall
/// between the two. Where visitors and agents see different events, use two topics and publish to
/// both.
struct StreamPlan {
  Place place;
  std::function<Result<Replay>()> replay;
  /// The topic's `seq` has no holes, so a missing one means "wait for it". False: events go out in
  /// publishing order.
  bool contiguous = true;
};

/// Thread-safe. Publishers push through `Subscriber`; one writer calls `take` and `written`.
class Stream : public Subscriber {
 public:
  /// `queue_bytes`: what may wait for a slow reader before it is cut off.
  explicit Stream(bool contiguous, std::size_t queue_bytes = 256 * 1024);

  /// Ends the buffering that began with the subscription: first `opening` and the backlog, then the
  /// live events after `replay.through`. The backlog does not count against the queue's limit.
  void start(std::string opening, const Replay& replay, const std::string& generation);

  /// `wake` is called, from any thread and under locks, when there is something to take; it must
  /// only post.
  void attach(std::function<void()> wake);

  struct Batch {
    std::vector<Frame> frames;
    bool ended = false;  ///< nothing will follow these frames: write them and close
  };
  /// Everything that waits to be written; `wake` stays silent until `written` was called.
  Batch take();
  /// The last batch is on the wire. True when there is more to take.
  bool written();
  /// The reader was too slow: close without waiting for the write under way.
  bool cut_off() const;

  void deliver(std::int64_t seq, const Frame& frame) override;
  void heartbeat(const Frame& comment) override;
  void end(EndReason reason) override;
  bool gapped() const override;

 private:
  void accept(std::int64_t seq, const Frame& frame);
  void finish(EndReason reason);
  void check_room();
  void wake_writer();

  const bool contiguous_;
  const std::size_t queue_bytes_;
  mutable std::mutex mutex_;
  std::function<void()> wake_;
  std::vector<Frame> queue_;
  std::vector<std::pair<std::int64_t, Frame>> held_;  // Came before `start`.
  std::map<std::int64_t, Frame> early_;               // Came before an event that is still missing.
  std::size_t bytes_ = 0;                             // All of the above and the batch under way.
  std::size_t batch_ = 0;    // The part of `bytes_` that the writer has taken.
  std::size_t backlog_ = 0;  // The part of `bytes_` that does not count against the limit.
  std::int64_t through_ = 0;
  bool started_ = false;
  bool signalled_ = false;  // The writer knows: woken, or writing.
  bool ended_ = false;
  bool cut_off_ = false;
};

/// A stream that is ready to be given a connection.
struct OpenStream {
  std::shared_ptr<Stream> stream;
  Subscription subscription;
};

/// Subscribes, replays and merges, in this order. Errors: those of `Hub::subscribe` and of the
/// plan's replay.
Result<OpenStream> open_stream(Hub& hub, const StreamPlan& plan);

}  // namespace handoff::live
