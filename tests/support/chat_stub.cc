#include "support/chat_stub.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace handoff::testing {
namespace {

/// The port of the line `listening on http://127.0.0.1:PORT`; 0 when the output ended without it.
std::uint16_t port_from(int output) {
  std::string line;
  for (char byte = 0; read(output, &byte, 1) == 1 && byte != '\n';) line += byte;
  const auto colon = line.rfind(':');
  return colon == std::string::npos ? std::uint16_t{0}
                                    : static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

}  // namespace

ChatStub::ChatStub()
    : http_(std::make_shared<const HttpClient>(std::vector<std::string>{"127.0.0.0/8"})) {
  int in[2], out[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  pid_ = fork();
  if (pid_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execlp("node", "node", HANDOFF_FIXTURES "/../support/chat-stub.mjs", nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  input_ = in[1];
  output_ = out[0];
  port_ = port_from(output_);
  if (port_ == 0) throw std::runtime_error("node did not start the stub");
}

/// It ends with its input.
ChatStub::~ChatStub() {
  close(input_);
  close(output_);
  int status = 0;
  waitpid(pid_, &status, 0);
}

void ChatStub::behave(const std::vector<Json>& behaviours) {
  call("POST", "/control", dump_json(Json(behaviours)));
}

Json ChatStub::requests() const { return call("GET", "/requests", ""); }

ChatEndpoint ChatStub::endpoint() const {
  return {.base_url = "http://127.0.0.1:" + std::to_string(port_) + "/v1",
          .first_token_within = Milliseconds(5'000),
          .total_within = Milliseconds(10'000),
          .pause = Milliseconds(2)};
}

Json ChatStub::call(const std::string& method, const std::string& path,
                    const std::string& body) const {
  const auto outcome = http_->send(
      {.method = method, .url = "http://127.0.0.1:" + std::to_string(port_) + path, .body = body});
  if (!outcome.ok()) throw std::runtime_error("the stub does not answer: " + outcome.what);
  return parse_json(outcome.answer.body).value();
}

ChatStub& chat_stub() {
  static ChatStub stub;
  return stub;
}

}  // namespace handoff::testing
