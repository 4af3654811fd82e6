#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "handoff/detection.h"
#include "handoff/json.h"
#include "handoff/settings.h"

/// The site that this server serves: its settings with everything that is made from them once.
namespace handoff {

/// Immutable; shared by whoever works with it while newer settings may already hold for others.
struct Site {
  Settings settings;
  ZoneTable zone;
  Detector detector;
  Json source = Json::object();  ///< the settings as they were given; may hold secrets
};

/// Hands out the present settings. Thread-safe.
class Sites {
 public:
  explicit Sites(std::shared_ptr<const Site> site) : site_(std::move(site)) {}

  std::shared_ptr<const Site> current() const { return std::atomic_load(&site_); }
  void replace(std::shared_ptr<const Site> site) { std::atomic_store(&site_, std::move(site)); }

 private:
  std::shared_ptr<const Site> site_;
};

}  // namespace handoff
