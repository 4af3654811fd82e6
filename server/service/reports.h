#pragma once

#include "handoff/json.h"
#include "handoff/time.h"
#include "store/database.h"

namespace handoff {

/// Counts over handoffs (contract, section 4, `report`). Thread-safe.
class Reports {
 public:
  Reports(Database& database, std::string site) : database_(database), site_(std::move(site)) {}

  /// Handoffs requested and promises made in `[from, to)`, as they stand `now`.
  Json handoffs(Instant from, Instant to, Instant now) const;

 private:
  Database& database_;
  const std::string site_;
};

}  // namespace handoff
