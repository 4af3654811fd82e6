#pragma once

#include <string>

#include "http/api.h"

/// Who is calling, and whether that may be: the one place where this is decided. Denied by default.
namespace handoff::http {

/// Reads the bearer token or the session cookie. No credentials: `Nobody`. Bad ones: kUnauthorized.
/// A session cookie on an unsafe method without `X-Handoff-Request: 1`, or from another site:
/// kForbidden.
Result<Principal> authenticate(const Request& request, Services& services);

/// Whether this principal may call a route for `who`, and, for visitors, this conversation:
/// kUnauthorized without credentials, kForbidden for a visitor on an agents' route, kNotFound for
/// another visitor's conversation.
Result<Done> authorize(const Principal& principal, unsigned who, const Request& request);

/// The name of the session cookie; under TLS with the `__Host-` prefix.
std::string session_cookie_name(bool tls);
/// `Set-Cookie` for a new session; an empty token deletes it.
std::string session_cookie(const std::string& token, bool tls);

}  // namespace handoff::http
