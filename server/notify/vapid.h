#pragma once

#include <map>
#include <mutex>
#include <string>

#include "handoff/result.h"
#include "handoff/time.h"
#include "notify/p256.h"

/// Voluntary Application Server Identification (RFC 8292): push services learn who sends, and
/// browsers bind a subscription to that key.
namespace handoff {

/// The server's key. Made once for an installation and kept: with another one all subscriptions are
/// lost. Immutable; safe to share between threads.
class VapidKey {
 public:
  static VapidKey generate();
  /// What `text()` gave. kInvalid, without repeating it.
  static Result<VapidKey> parse(const std::string& text);

  /// 43 signs of base64url, the private half: a secret, for the database.
  std::string text() const;
  /// 87 signs of base64url, for the browser's `applicationServerKey`.
  const std::string& public_key() const { return public_key_; }
  /// A token for one origin (RFC 8292, 2). `subject`: `mailto:` or https, who to write to when our
  /// messages make trouble.
  std::string token(const std::string& origin, const std::string& subject, Instant expires) const;

 private:
  explicit VapidKey(P256Key key);

  P256Key key_;
  std::string public_key_;
};

/// Makes the `Authorization` of push messages and keeps each token until its last hour: signing
/// anew for each message is refused by some services. Thread-safe.
class Vapid {
 public:
  explicit Vapid(VapidKey key) : key_(std::move(key)) {}

  const VapidKey& key() const { return key_; }
  /// `vapid t=…, k=…`. `origin`: of the endpoint, without a path.
  std::string authorization(const std::string& origin, const std::string& subject, Instant now);

 private:
  struct Token {
    std::string text;
    Instant expires;
  };

  const VapidKey key_;
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Token> tokens_;  ///< by origin and subject
};

}  // namespace handoff
