#include "net/outbound_url.h"

#include <algorithm>
#include <new>

namespace handoff {
namespace {

Error refused(std::string message) {
  return {.code = ErrorCode::kInvalid, .message = std::move(message)};
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Result<OutboundUrl> OutboundUrl::parse(const std::string& text) {
  // What stands behind a NUL would not be read.
  if (text.find('\0') != std::string::npos) return refused("the URL is not one");
  CurlUrl url(curl_url());
  if (!url) throw std::bad_alloc();
  const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER);
  if (code == CURLUE_USER_NOT_ALLOWED)
    return refused("the URL holds a user, which is not accepted");
  if (code == CURLUE_UNSUPPORTED_SCHEME) return refused("only https: and http: are accepted");
  if (code != CURLUE_OK) return refused("the URL is not one");
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  if (scheme != "https" && scheme != "http") return refused("only https: and http: are accepted");
  const std::string host = part_of(url.get(), CURLUPART_HOST);
  // How libcurl reads other letters depends on the locale that the program runs in.
  if (!is_ascii(host))
    return refused("a host name is accepted in ASCII only: xn--bcher-kva.example");
  std::string origin = scheme + "://" + host + ":" + part_of(url.get(), CURLUPART_PORT);
  return OutboundUrl(std::move(url), scheme == "https", host, std::move(origin));
}

}  // namespace handoff
