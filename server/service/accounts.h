#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/result.h"
#include "store/accounts.h"
#include "store/database.h"
#include "time/clock.h"

/// Signing in and out, the team, and API tokens. Thread-safe.
namespace handoff {

struct NewAgent {
  std::string email;
  std::string name;
  std::string role;      ///< `agent` or `admin`
  std::string password;  ///< empty: signs in by link
  int capacity = 5;
};

/// What an administrator may change; what is not set stays.
struct AgentChanges {
  std::optional<std::string> name, role, password;
  std::optional<int> capacity;
  std::optional<bool> disabled;
};

struct SignedIn {
  store::AgentRow agent;
  std::string session_token;
};

inline constexpr std::size_t kPasswordMin = 12;
inline constexpr std::size_t kPasswordMax = 200;
inline constexpr std::chrono::hours kSessionLifetime{7 * 24};
inline constexpr std::chrono::hours kSessionIdle{12};
inline constexpr std::chrono::hours kLinkLifetime{24};

class Accounts {
 public:
  Accounts(Database& database, const Clock& clock, std::string site)
      : database_(database), clock_(clock), site_(std::move(site)) {}

  /// kInvalid for a bad field, kConflict when the e-mail is in use.
  Result<store::AgentRow> add(const NewAgent& agent);
  /// kConflict when this would leave the site without an administrator who can sign in.
  Result<store::AgentRow> change(const std::string& id, const AgentChanges& changes);
  std::vector<store::AgentRow> list() const;
  Result<store::AgentRow> find(const std::string& id) const;

  /// kUnauthorized, the same and after the same time for an unknown e-mail, a wrong password and a
  /// disabled account.
  Result<SignedIn> sign_in(const std::string& email, const std::string& password);
  /// A one-time link; the token is told once. Works for 24 hours.
  Result<std::string> make_link(const std::string& agent_id);
  Result<SignedIn> sign_in_by_link(const std::string& link_token);
  void sign_out(const std::string& session_token);
  /// The agent of a session that is neither expired nor idle for too long.
  Result<store::AgentRow> agent_of_session(const std::string& session_token);

  struct NewToken {
    store::ApiTokenRow row;
    std::string token;
  };
  Result<NewToken> add_token(const std::string& name, const std::string& scope);
  std::vector<store::ApiTokenRow> tokens() const;
  Result<Done> remove_token(const std::string& id);
  Result<store::ApiTokenRow> token(const std::string& secret) const;

 private:
  Result<SignedIn> open_session(store::AgentRow agent);

  Database& database_;
  const Clock& clock_;
  const std::string site_;
};

}  // namespace handoff
