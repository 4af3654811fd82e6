#include "http/io_thread.h"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

namespace handoff::http {

IoThread::IoThread() : scratch_(), work_(context_.get_executor()) {}

IoThread::~IoThread() { stop(); }

void IoThread::start() {
  thread_ = std::thread([this] {
    for (;;) {
      try {
        context_.run();
        return;
      } catch (const std::exception& error) {
        // One connection's trouble (out of memory) must not end all the others.
        spdlog::error("connection lost: {}", error.what());
      }
    }
  });
}

void IoThread::stop() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
}

void IoThread::post(std::function<void()> job) { boost::asio::post(context_, std::move(job)); }

}  // namespace handoff::http
