#include "net/outbound_url.h"

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
  std::string origin = scheme + "://" + part_of(url.get(), CURLUPART_HOST) + ":" +
                       part_of(url.get(), CURLUPART_PORT);
  return OutboundUrl(std::move(url), scheme == "https", std::move(origin));
}

}  // namespace handoff
