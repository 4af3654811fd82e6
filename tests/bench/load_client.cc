#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "bench/request_load.h"
#include "bench/stream_load.h"

// Loads a running server from outside and prints one JSON object.
//
//     load_client requests --port 8080 --connections 64 --seconds 5 --path /healthz
//     load_client streams --port 8080 --count 10000 --pid 4711 --path /v1/inbox/events --header
//     "Cookie: ..."
namespace {

using Options = std::map<std::string, std::string>;

constexpr const char* kUsage =
    "usage: load_client requests --port N [--connections N] [--seconds N] [--path P] [--header H]\n"
    "       load_client streams --port N --count N --pid PID [--path P] [--header H]\n";

std::optional<Options> read_options(int count, char** words) {
  Options options;
  for (int i = 2; i < count; i += 2) {
    if (std::strncmp(words[i], "--", 2) != 0 || i + 1 >= count) return std::nullopt;
    options[words[i] + 2] = words[i + 1];
  }
  return options;
}

int number(const Options& options, const std::string& name, int otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : std::atoi(found->second.c_str());
}

std::string text(const Options& options, const std::string& name, const std::string& otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

handoff::bench::Target target_of(const Options& options, const std::string& path) {
  return {.port = number(options, "port", 0),
          .path = text(options, "path", path),
          .header = text(options, "header", "")};
}

}  // namespace

int main(int count, char** words) {
  const std::string mode = count > 1 ? words[1] : "";
  const auto options = read_options(count, words);
  if (!options || number(*options, "port", 0) <= 0) {
    std::cerr << kUsage;
    return 2;
  }
  if (mode == "requests") {
    return handoff::bench::load_requests(target_of(*options, "/healthz"),
                                         number(*options, "connections", 64),
                                         number(*options, "seconds", 5));
  }
  if (mode == "streams") {
    return handoff::bench::load_streams(target_of(*options, "/v1/inbox/events"),
                                        number(*options, "count", 1000),
                                        number(*options, "pid", 0));
  }
  std::cerr << kUsage;
  return 2;
}
