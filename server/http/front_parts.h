#pragma once

#include <atomic>

#include "http/counters.h"
#include "http/limits.h"
#include "http/listener.h"
#include "http/request_reader.h"
#include "http/worker_pool.h"

namespace handoff::http {

/// What every connection of a listener shares. Lives as long as the listener.
struct FrontParts {
  const ListenerOptions& options;
  Router& router;
  live::Hub& hub;
  Counters& counters;
  WorkerPool& workers;
  HeadLimits head_limits;
  RequestReader::BodyLimit body_limit;
  std::atomic<bool> draining{false};
};

}  // namespace handoff::http
