#pragma once

#include <string>
#include <string_view>

/// Random names and secrets, by libsodium. Thread-safe after `secrets_ready()` has answered true
/// once.
namespace handoff {

/// Starts libsodium; false: no randomness on this machine, do not serve.
bool secrets_ready();

/// 128 random bits in 22 letters and digits of base64url, with a prefix that says what it names:
/// `c_…`, `h_…`.
std::string random_id(std::string_view prefix);

/// 256 random bits in base64url: for visitors, sessions, API tokens, sign-in links.
std::string random_token(std::string_view prefix);

/// What is kept of a token (BLAKE2b-256): a copy of the database signs nobody in.
std::string hash_token(std::string_view token);

/// In constant time. Empty strings are equal to nothing.
bool same_secret(std::string_view a, std::string_view b);

/// argon2id in PHC form (OWASP: 19 MiB, 2 passes).
std::string hash_password(const std::string& password);
bool verify_password(const std::string& hash, const std::string& password);
/// Takes as long as a real check, for accounts that do not exist.
void verify_nothing(const std::string& password);

/// A password that a person can type: four groups of five letters and digits, 100 bits.
std::string random_password();

}  // namespace handoff
