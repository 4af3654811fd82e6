#pragma once

#include <cstddef>
#include <string>

/// What the load client speaks to, and the sockets it does it with. Plain POSIX; one thread.
namespace handoff::bench {

struct Target {
  int port = 0;
  std::string path;
  std::string header = {};  ///< one more header line, `Name: value`; empty: none
};

/// The bytes of a GET.
std::string request_of(const Target& target);

/// A non-blocking connection to 127.0.0.1, or -1.
int connect_to(const Target& target);

/// Lets this process hold as many sockets as the system allows.
void raise_descriptor_limit();

}  // namespace handoff::bench
