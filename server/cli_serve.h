#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "config.h"

namespace handoff {

struct ServeArguments {
  std::string listen = "127.0.0.1:8080";
  std::filesystem::path data = "data";
  std::filesystem::path web = {};  ///< empty: beside the binary's build, if it is there
  bool greet = false;              ///< print where to go, and the first administrator's password
};

/// `handoff serve`: prints `listening on http://ADDRESS:PORT` when it serves, and serves until
/// SIGTERM or SIGINT, which drain; a second one ends at once. 0 after draining, 1 for an unusable
/// data folder or port, 2 for bad settings.
int run_serve(const Config& config, const Environment& environment, const ServeArguments& arguments,
              std::ostream& out, std::ostream& err);

}  // namespace handoff
