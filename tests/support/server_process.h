#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The real program as a child process, as users run it.
namespace handoff::testing {

class ServerProcess {
 public:
  /// Starts `handoff serve` on a free port and waits until it says that it listens. Throws when it
  /// ends before.
  explicit ServerProcess(const std::filesystem::path& data, std::vector<std::string> more = {});
  /// Kills what is still there.
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::uint16_t port() const { return port_; }
  pid_t pid() const { return pid_; }
  void kill_hard();
  /// SIGTERM; returns the exit code.
  int stop();

 private:
  int wait();

  pid_t pid_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

/// Runs `handoff` with these arguments to its end; what it printed, and its exit code.
struct Finished {
  int code = 0;
  std::string output;  ///< stdout and stderr together
};
Finished run_program(std::vector<std::string> arguments, const std::string& input = "");

}  // namespace handoff::testing
