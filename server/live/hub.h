#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/result.h"
#include "live/stream_event.h"

/// The live hub: subscribers by topic. It holds no socket, no thread and no clock; whoever owns the
/// sockets calls `sweep()` at a steady pace. Every function may be called from any thread and none
/// blocks on a slow reader.
namespace handoff::live {

/// Why a subscriber is told to go.
enum class EndReason {
  kClosed,    ///< topic or principal closed (logout, deletion)
  kShutdown,  ///< the server stops; clients come back after a jittered `retry`
  kGap,       ///< an event between two others never came; a resume reads it from the store
  kSlow,      ///< the queue is full; a resume reads the rest from the store
};

/// Something that waits for a topic: a stream or a long poll. The hub calls it under its lock, so
/// implementations must not block and must not call the hub.
class Subscriber {
 public:
  virtual ~Subscriber() = default;
  /// One published event; `seq` is 0 for ephemeral ones.
  virtual void deliver(std::int64_t seq, const Frame& frame) = 0;
  /// Time for a comment that keeps proxies from cutting the connection.
  virtual void heartbeat(const Frame& comment) = 0;
  virtual void end(EndReason reason) = 0;
  /// True while an event is held back because an earlier one is missing.
  virtual bool gapped() const = 0;

 private:
  friend class Hub;
  // Where the hub keeps this subscriber; guarded by the hub.
  std::size_t topic_index_ = 0;
  std::size_t wheel_slot_ = 0;
  std::size_t wheel_index_ = 0;
  bool watched_ = false;
};

/// What a subscriber wants, and on whose account.
struct Place {
  std::string topic;
  std::string principal =
      {};  ///< whose streams are counted and closed together (`visitor/ID`); empty: nobody's
  int principal_limit = 0;  ///< streams and long polls this principal may hold; 0: no limit
};

struct HubOptions {
  std::string generation = "1";  ///< first part of every id; changes when a backup is restored
  std::chrono::milliseconds heartbeat{15'000};  ///< each subscriber gets a comment about this often
  std::size_t streams = 20'000;                 ///< subscribers in all; 0: no limit
};

struct HubCounts {
  std::size_t open = 0;
  std::uint64_t opened = 0;   ///< since the start
  std::uint64_t refused = 0;  ///< over a cap
  std::uint64_t published = 0;
};

class Hub;

/// Keeps a subscriber in the hub; leaving scope takes it out. Move-only. REQUIRES: the hub outlives
/// it.
class [[nodiscard]] Subscription {
 public:
  Subscription() = default;
  Subscription(Subscription&& other) noexcept;
  Subscription& operator=(Subscription&& other) noexcept;
  ~Subscription();

  /// Takes the subscriber out now.
  void release();

 private:
  friend class Hub;
  Subscription(Hub& hub, Place place, std::shared_ptr<Subscriber> subscriber);

  Hub* hub_ = nullptr;
  std::unique_ptr<Place> place_;
  std::shared_ptr<Subscriber> subscriber_;
};

class Hub {
 public:
  explicit Hub(HubOptions options = {});
  ~Hub();
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  /// From the return on, every event published to `place.topic` reaches `subscriber`.
  /// Errors: kTooMany over the principal's or the whole cap, kUnavailable after `close_all`.
  Result<Subscription> subscribe(Place place, std::shared_ptr<Subscriber> subscriber);

  /// Renders `event` once and hands it to every subscriber of `topic`. Two threads may publish
  /// neighbouring `seq` in either order; contiguous streams put them right. A topic without
  /// subscribers costs one look-up.
  void publish(std::string_view topic, const StreamEvent& event);

  /// Ends every stream of a topic (conversation deleted) or of a principal (logout).
  void close_topic(std::string_view topic);
  void close_principal(std::string_view principal);
  /// Ends everything and refuses newcomers; part of stopping.
  void close_all();

  /// One step of the wheel: heartbeats one part of the subscribers and ends those whose gap was not
  /// filled. Call it every `tick()`.
  void sweep();
  std::chrono::milliseconds tick() const;

  const std::string& generation() const { return options_.generation; }
  HubCounts counts() const;
  /// How many streams and long polls a principal holds now.
  std::size_t open_of(std::string_view principal) const;
  /// Whether one of them is for this topic.
  bool is_open(std::string_view principal, std::string_view topic) const;

 private:
  friend class Subscription;
  static constexpr std::size_t kWheelSlots = 60;
  static constexpr int kGapSweeps = 8;
  using Group = std::vector<std::shared_ptr<Subscriber>>;
  struct Watched {
    std::weak_ptr<Subscriber> subscriber;
    int sweeps_left = kGapSweeps;
  };

  void remove(const Place& place, Subscriber& subscriber);
  void join_wheel(Subscriber& subscriber);
  void leave_wheel(Subscriber& subscriber);
  void leave_topic(const Place& place, Subscriber& subscriber);
  void leave_principal(const Place& place, const Subscriber& subscriber);
  void end_group(const Group& group, EndReason reason);
  void check_gaps();

  const HubOptions options_;
  const Frame comment_;
  mutable std::mutex mutex_;
  std::map<std::string, Group, std::less<>> topics_;
  std::map<std::string, Group, std::less<>> principals_;
  std::array<std::vector<Subscriber*>, kWheelSlots> wheel_;
  std::size_t hand_ = 0;
  std::vector<Watched> watched_;
  HubCounts counts_;
  bool closed_ = false;
};

}  // namespace handoff::live
