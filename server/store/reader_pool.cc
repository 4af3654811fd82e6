#include "store/reader_pool.h"

#include <utility>

namespace handoff {

ReaderPool::ReaderPool(const std::string& path, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    idle_.push_back(std::make_unique<Connection>(path, Connection::Role::kReader));
  }
}

std::unique_ptr<Connection> ReaderPool::take() {
  std::unique_lock lock(mutex_);
  free_.wait(lock, [this] { return !idle_.empty(); });
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  free_.notify_one();
}

ReaderPool::Lease::Lease(ReaderPool& pool) : pool_(pool), connection_(pool.take()) {
  if (connection_->tryExec("BEGIN") == SQLite::OK) return;
  const SQLite::Exception exception(connection_->getHandle());
  pool_.give_back(std::move(connection_));
  throw exception;
}

ReaderPool::Lease::~Lease() {
  if (connection_->in_transaction()) connection_->tryExec("ROLLBACK");
  pool_.give_back(std::move(connection_));
}

}  // namespace handoff
