#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "support/temp_folder.h"
#include "support/tls_identity.h"

namespace handoff::testing {

/// Debian's mail server with settings, queue and mailboxes of its own on a free port of 127.0.0.1.
/// It takes mail for team@acme.example, and offers STARTTLS with a certificate that nobody trusts,
/// as it does where it was just installed.
class PrivatePostfix {
 public:
  /// Why none can be started here; empty: one can.
  static std::string reason_against();

  PrivatePostfix();
  ~PrivatePostfix();
  PrivatePostfix(const PrivatePostfix&) = delete;
  PrivatePostfix& operator=(const PrivatePostfix&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  /// Waits for a mail to arrive in the mailbox; its bytes, lines ending in `\n`. Throws when none
  /// comes in a long time.
  std::string next_mail();

 private:
  void write_settings() const;
  std::string command(const std::string& what) const;
  std::filesystem::path mailbox() const { return folder_.path() / "mail" / "team" / "new"; }

  TempFolder folder_;
  TlsIdentity identity_;
  std::uint16_t port_ = 0;
  int watch_ = -1;
};

}  // namespace handoff::testing
