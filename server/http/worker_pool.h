#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

/// The threads that run handlers. Thread-safe.
namespace handoff::http {

class WorkerPool {
 public:
  using Job = std::function<void()>;

  /// `queue`: how many jobs may wait before `try_submit` refuses.
  WorkerPool(int threads, std::size_t queue);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when too many jobs wait: better a quick "come back later" than a queue nobody waits out.
  bool try_submit(Job job);
  /// For the rest of something already begun: never refused while the pool runs.
  void submit(Job job);

  /// Lets running jobs end, drops waiting ones, joins the threads.
  void stop();

  /// The larger of 8 and 4 per core: handlers may wait for the disk, so more than the cores can
  /// run.
  static int default_threads();

 private:
  void run();

  const std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace handoff::http
