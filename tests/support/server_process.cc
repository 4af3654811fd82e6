#include "support/server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace handoff::testing {
namespace {

/// The port of the line `listening on http://127.0.0.1:PORT`; 0 when the output ended without it.
std::uint16_t port_from(int output) {
  std::string text;
  char byte = 0;
  while (read(output, &byte, 1) == 1) {
    text += byte;
    const auto at = text.find("listening on http://");
    if (byte == '\n' && at != std::string::npos) {
      return static_cast<std::uint16_t>(std::stoi(text.substr(text.rfind(':') + 1)));
    }
  }
  return 0;
}

}  // namespace

ServerProcess::ServerProcess(const std::filesystem::path& data, std::vector<std::string> more) {
  std::vector<std::string> arguments{HANDOFF_BINARY, "serve",  "--listen",
                                     "127.0.0.1:0",  "--data", data.string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  pid_ = fork();
  if (pid_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  close(ends[1]);
  output_ = ends[0];
  port_ = port_from(output_);
  if (port_ == 0) throw std::runtime_error("the server ended before it listened");
}

ServerProcess::~ServerProcess() {
  if (pid_ > 0) kill_hard();
  if (output_ >= 0) close(output_);
}

void ServerProcess::kill_hard() {
  kill(pid_, SIGKILL);
  wait();
}

int ServerProcess::stop() {
  kill(pid_, SIGTERM);
  return wait();
}

int ServerProcess::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Finished run_program(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), HANDOFF_BINARY);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int in[2], out[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    dup2(out[1], STDERR_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  const bool fed = write(in[1], input.data(), input.size()) == static_cast<ssize_t>(input.size());
  close(in[1]);
  Finished finished;
  char bytes[4096];
  for (ssize_t n; (n = read(out[0], bytes, sizeof bytes)) > 0;)
    finished.output.append(bytes, static_cast<std::size_t>(n));
  close(out[0]);
  int status = 0;
  waitpid(child, &status, 0);
  finished.code = WIFEXITED(status) && fed ? WEXITSTATUS(status) : -1;
  return finished;
}

}  // namespace handoff::testing
