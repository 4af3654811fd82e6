#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "handoff/settings.h"
#include "net/cancellation.h"
#include "net/connection_gate.h"
#include "net/curl_handles.h"
#include "notify/email_message.h"
#include "notify/open_sockets.h"
#include "notify/smtp.h"
#include "notify/smtp_dialogue.h"
#include "notify/smtp_url.h"

namespace handoff {

/// How one try to give a mail to the server went, before anything is made of it.
struct SmtpEnd {
  enum class How {
    kFinished,    ///< libcurl came to an end: `code`
    kNotAllowed,  ///< the gate let nothing through: `reason`
    kTooSlow,     ///< `reason`
    kCancelled,
  };
  How how = How::kFinished;
  CURLcode code = CURLE_OK;
  std::string reason = {};     ///< for people
  std::string tls_error = {};  ///< libcurl's own words; only to tell a cut from a disagreement
  SmtpReply reply = {};
  bool went_private = false;  ///< see `ConnectionGate`
};

/// What holds for a whole delivery.
struct SmtpJob {
  const EmailMessage& message;
  const EmailSettings& settings;
  const SmtpUrl& url;
  const AddressRules& rules;
  const std::string& ca_file;
  SmtpTimes times;
  std::chrono::steady_clock::time_point start;
  Cancellation* cancellation;
};

/// One connection, from the name of the server to its last word. For one thread; what is given to
/// it outlives it.
class SmtpSession {
 public:
  /// `demand_tls`: verified, or nothing is said. Else whatever the server offers, and to private
  /// addresses only.
  SmtpSession(const SmtpJob& job, bool demand_tls);
  ~SmtpSession();
  SmtpSession(const SmtpSession&) = delete;
  SmtpSession& operator=(const SmtpSession&) = delete;

  SmtpEnd run();

 private:
  void write_connection(bool demand_tls);
  void write_mail();
  static std::size_t give_bytes(char* buffer, std::size_t size, std::size_t count, void* self);

  std::optional<SmtpEnd> step();
  std::optional<CURLcode> finished();
  SmtpEnd ended(SmtpEnd::How how, std::string reason = {}) const;
  SmtpEnd too_slow(bool connecting) const;
  SmtpEnd after(CURLcode code) const;
  bool is_connected() const;
  bool cancelled() const { return job_.cancellation && job_.cancellation->cancelled(); }

  const SmtpJob& job_;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  ConnectionGate gate_;
  SmtpDialogue dialogue_;
  std::string_view left_;  ///< of the message's bytes
  CurlList recipients_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  OpenSockets sockets_;  ///< outlives the two
  CurlMulti multi_;
  CurlEasy easy_;
};

}  // namespace handoff
