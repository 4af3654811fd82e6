#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/connection.h"

namespace handoff {

/// A few read-only connections, lent one thread at a time. Safe from any thread.
class ReaderPool {
 public:
  /// Throws SQLite::Exception when a connection cannot be opened.
  ReaderPool(const std::string& path, std::size_t size);

  /// One connection inside a read transaction: everything read through it is of one moment.
  class Lease {
   public:
    explicit Lease(ReaderPool& pool);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Connection& connection() { return *connection_; }

   private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
  };

 private:
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection);

  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<std::unique_ptr<Connection>> idle_;  ///< guarded by mutex_
};

}  // namespace handoff
