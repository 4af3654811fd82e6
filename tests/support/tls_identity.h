#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <memory>
#include <string>

#include "support/temp_folder.h"

namespace handoff::testing {

struct TlsIdentityOptions {
  std::string name = "IP:127.0.0.1";  ///< subjectAltName, as OpenSSL writes it
  int valid_for_seconds = 3600;       ///< from now; it began two hours ago, so -1 is expired
  int newest_tls = 0;                 ///< TLS1_1_VERSION …; 0: the newest there is
};

/// A server's certificate, and the authority that signed it, made anew.
class TlsIdentity {
 public:
  explicit TlsIdentity(const TlsIdentityOptions& options = {});
  ~TlsIdentity();
  TlsIdentity(const TlsIdentity&) = delete;
  TlsIdentity& operator=(const TlsIdentity&) = delete;

  SSL_CTX* context() const { return context_; }
  /// The authority's certificate as a PEM file.
  std::string ca_file() const { return (folder_.path() / "ca.pem").string(); }
  /// The server's own, for servers in other processes.
  std::string certificate_file() const { return (folder_.path() / "certificate.pem").string(); }
  std::string key_file() const { return (folder_.path() / "key.pem").string(); }

 private:
  TempFolder folder_;
  SSL_CTX* context_;
};

}  // namespace handoff::testing
