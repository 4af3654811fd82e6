#include "notify/smtp_url.h"

#include <algorithm>
#include <new>

namespace handoff {
namespace {

Error refused(std::string what) {
  return {.code = ErrorCode::kInvalid, .message = std::move(what)};
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

/// Visible ASCII: also no NUL, behind which the rest would not be read.
bool is_visible(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

/// What may stand behind EHLO: a host name, an address in square brackets (RFC 5321, 4.1.3).
bool is_greeting(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-_:[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

Result<SmtpUrl> SmtpUrl::parse(const std::string& text, const std::string& greeting) {
  CurlUrl url(curl_url());
  if (!url) throw std::bad_alloc();
  if (!is_visible(text) ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) {
    return refused("smtp_url is no address without a user; smtps://mail.example:465 is accepted");
  }
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  if (scheme != "smtps" && scheme != "smtp") {
    return refused("smtp_url has another scheme; smtps: and smtp: are accepted");
  }
  curl_url_set(url.get(), CURLUPART_QUERY, nullptr, 0);
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string path = part_of(url.get(), CURLUPART_PATH);
  if (path.size() <= 1) {
    curl_url_set(url.get(), CURLUPART_PATH, ("/" + greeting).c_str(), 0);
  } else if (!is_greeting(std::string_view(path).substr(1))) {
    return refused("smtp_url has a path that is no name to greet with; a host name is accepted");
  }
  return SmtpUrl{.handle = std::move(url), .smtps = scheme == "smtps"};
}

}  // namespace handoff
