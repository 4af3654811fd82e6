#pragma once

#include <string>

#include "net/curl_handles.h"
#include "net/http_client.h"
#include "net/outbound_url.h"

/// Turns a call into libcurl's options. Pure but for the handle.
namespace handoff {

/// Why the call cannot be sent as it is written; empty when it can. Does not repeat what it holds.
std::string reason_against(const HttpCall& call);

/// Sets everything about the request. `easy` is fresh; `call`, `url` and what is returned outlive
/// the transfer. REQUIRES: nothing speaks against the call.
CurlList write_request(CURL* easy, const HttpCall& call, const OutboundUrl& url);

/// Sets what holds for every call: TLS that is verified, no redirect, and nothing from outside the
/// call (proxies of the environment, `.netrc`, cookies). `ca_file`: see `HttpClient`.
void write_rules(CURL* easy, const std::string& ca_file);

}  // namespace handoff
