#pragma once

#include <chrono>
#include <string>

#include "net/http_client.h"

namespace handoff {

/// When a call has taken too long. On the steady clock; a value.
class Deadlines {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Deadlines(const HttpCall& call, Time start);

  struct Deadline {
    Time at;
    std::string missed;  ///< what to say when it has passed
  };

  /// The first one that still counts. `connected`: the connection stands; `began`: so does the
  /// answer.
  Deadline next(bool connected, bool began) const;

  const Deadline& connection() const { return connection_; }

 private:
  Deadline connection_;
  Deadline first_byte_;
  Deadline total_;
};

}  // namespace handoff
