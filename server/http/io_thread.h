#pragma once

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <thread>
#include <unordered_set>

/// One thread that owns its sockets alone: what happens to a connection happens here, so
/// connections need no locks.
namespace handoff::http {

class Connection;

class IoThread {
 public:
  IoThread();
  ~IoThread();
  IoThread(const IoThread&) = delete;
  IoThread& operator=(const IoThread&) = delete;

  void start();
  /// Ends the loop at once and joins.
  void stop();

  /// Runs `job` on this thread, later.
  void post(std::function<void()> job);

  boost::asio::io_context& context() { return context_; }

  /// Only on this thread: where reads land first, so that an idle connection holds no buffer.
  std::array<char, 16384>& scratch() { return scratch_; }
  /// Only on this thread: the connections that are not streams.
  std::unordered_set<Connection*>& connections() { return connections_; }
  /// Only on this thread: how many of them are just being told that they are refused.
  int& refusals() { return refusals_; }

 private:
  // Before the context: whatever it still holds at its end takes itself out of here.
  std::unordered_set<Connection*> connections_;
  int refusals_ = 0;
  std::array<char, 16384> scratch_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  std::thread thread_;
};

}  // namespace handoff::http
