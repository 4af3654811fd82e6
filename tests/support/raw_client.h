#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// A client that sends exactly the bytes it is given, right or wrong. Blocking, with a time limit
/// on every read, so that a test waits for what it expects and never for the clock. Not
/// thread-safe.
namespace handoff::testing {

struct Answer {
  int status = 0;
  std::string head;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

class RawClient {
 public:
  /// Connects to 127.0.0.1. `receive_buffer`: SO_RCVBUF, for a reader that is slow on purpose; 0
  /// keeps the default.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  RawClient(RawClient&& other) noexcept;
  RawClient& operator=(RawClient&&) = delete;
  ~RawClient();

  bool connected() const { return socket_ >= 0; }
  /// False when the other side no longer takes anything.
  bool send(std::string_view bytes);

  /// One answer, framed by its Content-Length; interim 100 answers are returned too. nullopt when
  /// the connection ended or nothing whole came in time. `head_only`: the answer to HEAD.
  std::optional<Answer> answer(bool head_only = false);
  /// Sends, then reads the answer.
  std::optional<Answer> ask(std::string_view bytes);

  /// Reads until `text` was seen and returns everything up to its end; empty when it did not come.
  std::string read_through(std::string_view text);
  /// Reads to the end of the connection; nullopt when it stays open longer than the limit.
  std::optional<std::string> read_to_end();
  /// True when nothing more can be read because the server closed. Waits for it.
  bool closed_by_server();
  /// True when bytes or the end of the connection are there within `wait`.
  bool readable(std::chrono::milliseconds wait);

  /// Ends our half of the connection.
  void finish();
  /// Ends the connection with a reset.
  void reset();

 private:
  bool read_more();

  int socket_ = -1;
  std::string buffer_;
};

/// `GET path` with a Host.
std::string get(std::string_view path, std::string_view more_headers = "");
/// `POST path` with Host, length and body.
std::string post(std::string_view path, std::string_view body, std::string_view more_headers = "");

}  // namespace handoff::testing
