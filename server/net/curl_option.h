#pragma once

#include <curl/curl.h>

#include <stdexcept>
#include <string>

namespace handoff {

/// Every option that we set is one of our rules: one that is not taken is no detail. Throws
/// `std::runtime_error`.
template <class Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  if (curl_easy_setopt(easy, option, value) != CURLE_OK) {
    throw std::runtime_error("libcurl does not take option " + std::to_string(option));
  }
}

}  // namespace handoff
