#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>

#include "http/front_parts.h"
#include "http/io_thread.h"
#include "http/reply.h"
#include "live/hub.h"

/// One long poll: subscribed, asked once, and asked again on a worker after each event until it
/// answers. In between it is a place in the hub and a timer.
namespace handoff::http {

class LongPoll : public live::Subscriber, public std::enable_shared_from_this<LongPoll> {
 public:
  /// `done` is called once, on the I/O thread, unless the poll is cancelled first.
  LongPoll(FrontParts& parts, IoThread& io, Reply waiting, std::function<void(Reply)> done);
  ~LongPoll() override;

  /// On a worker: subscribes, then asks for the first time.
  void begin();
  /// On the I/O thread: the client has gone.
  void cancel();
  /// On the I/O thread: answered or cancelled.
  bool finished() const { return finished_; }

  void deliver(std::int64_t seq, const live::Frame& frame) override;
  void heartbeat(const live::Frame& comment) override;
  void end(live::EndReason reason) override;
  bool gapped() const override { return false; }

 private:
  void ask(bool last);
  Response poll_once(bool last, bool& answered);
  void answered(Response response);
  void asked();
  void start_timer();
  void wake(bool last);
  void finish();

  FrontParts& parts_;
  IoThread& io_;
  Reply waiting_;
  std::function<void(Reply)> done_;
  boost::asio::steady_timer timer_;
  // Only on the I/O thread from here, and `done_` too.
  live::Subscription subscription_;
  bool asking_ = true;  // A worker runs `poll`; it began so.
  bool again_ = false;
  bool last_ = false;
  bool timed_ = false;
  bool finished_ = false;
};

}  // namespace handoff::http
