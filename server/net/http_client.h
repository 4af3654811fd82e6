#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/cancellation.h"

/// Requests that leave the house. Every address is looked at when the socket is opened, so neither
/// a name that resolves elsewhere a second time nor an odd spelling of 127.0.0.1 gets anywhere; no
/// redirects, no proxies from the environment, TLS verified, answers capped.
namespace handoff {

struct HttpCall {
  std::string method = "POST";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};

  std::chrono::milliseconds connect_within{5'000};      ///< name, connection and TLS
  std::chrono::milliseconds first_byte_within{15'000};  ///< of the answer's body, from the start
  std::chrono::milliseconds total_within{20'000};
  std::size_t answer_bytes = 1 << 20;  ///< a longer answer is a failure

  /// Body bytes of a 2xx answer as they come, in any pieces; they are then not collected in
  /// `HttpAnswer::body`. False ends the call as `kDone`: what was wanted is there.
  std::function<bool(std::string_view)> on_body = nullptr;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers = {};  ///< names in small letters; the last one counts
  std::string body = {};
};

struct HttpOutcome {
  enum class End {
    kDone,         ///< `answer` holds whatever the other side said, errors included
    kNotAllowed,   ///< the address or the scheme is not one we may reach; trying again is useless
    kUnreachable,  ///< no name, no connection, no TLS, or cut off in the middle
    kTooSlow,      ///< one of the three deadlines passed
    kTooLong,      ///< more than `answer_bytes`
    kCancelled,
  };
  End end = End::kUnreachable;
  HttpAnswer answer = {};
  std::string what = {};  ///< for the log and the dashboard, without secrets: "the answer did not
                          ///< begin within 15 s"

  bool ok() const { return end == End::kDone && answer.status >= 200 && answer.status < 300; }
};

/// Thread-safe; connections are kept and used again.
class HttpClient {
 public:
  /// `private_cidrs`: blocks that may be reached although they are not public, also by http: and on
  /// any port (`outbound.allow_private_cidrs`). Everything else must be public and https: on 443.
  /// `ca_file`: certificates (PEM) of authorities to trust beside the system's; empty: none.
  explicit HttpClient(const std::vector<std::string>& private_cidrs, std::string ca_file = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Blocks until the end. `cancellation` ends it within a few ms; null: it cannot be cancelled.
  HttpOutcome send(const HttpCall& call, Cancellation* cancellation = nullptr) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace handoff
