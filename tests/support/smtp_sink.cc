#include "support/smtp_sink.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace handoff::testing {
namespace {

constexpr int kPatience = 60'000;  // ms

/// The child with all the servers. For one thread.
class SinkProcess {
 public:
  SinkProcess() {
    int in[2], out[2];
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      execlp("node", "node", HANDOFF_SMTP_SINK, nullptr);
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    input_ = in[1];
    output_ = out[0];
  }

  /// The child ends when nobody can tell it anything any more.
  ~SinkProcess() {
    close(input_);
    close(output_);
    waitpid(pid_, nullptr, 0);
  }

  SinkProcess(const SinkProcess&) = delete;
  SinkProcess& operator=(const SinkProcess&) = delete;

  void tell(const Json& what) {
    const std::string line = dump_json(what) + "\n";
    if (write(input_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
      throw std::runtime_error("the mail sink is gone");
    }
  }

  /// The next thing it says that has this key; what other servers say before is dropped.
  Json next(const char* key, std::optional<int> id) {
    while (true) {
      auto said = parse_json(next_line());
      if (!said) throw std::runtime_error(said.error().message);
      if (said->contains(key) && (!id || (*said)["id"] == *id)) return *said;
    }
  }

 private:
  std::string next_line() {
    std::size_t end = 0;
    while ((end = buffer_.find('\n')) == std::string::npos) {
      pollfd waiting{.fd = output_, .events = POLLIN, .revents = 0};
      std::array<char, 65536> bytes{};
      const bool ready = poll(&waiting, 1, kPatience) == 1;
      const auto count = ready ? read(output_, bytes.data(), bytes.size()) : 0;
      if (count <= 0) throw std::runtime_error("the mail sink says nothing");
      buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return line;
  }

  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string buffer_ = {};
};

SinkProcess& process() {
  static SinkProcess only;
  return only;
}

}  // namespace

SmtpSink::SmtpSink(const Json& wanted) {
  process().tell(wanted);
  const Json started = process().next("port", std::nullopt);
  id_ = started["id"].get<int>();
  port_ = started["port"].get<int>();
}

SmtpSink::~SmtpSink() { process().tell({{"close", id_}}); }

std::string SmtpSink::url(const std::string& scheme) const {
  return scheme + "://127.0.0.1:" + std::to_string(port_);
}

Json SmtpSink::next_mail() { return process().next("mail", id_)["mail"]; }

}  // namespace handoff::testing
