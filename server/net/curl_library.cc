#include "net/curl_library.h"

#include <curl/curl.h>

#include <stdexcept>

namespace handoff {

void start_curl() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!ready) throw std::runtime_error("libcurl does not start");
}

}  // namespace handoff
