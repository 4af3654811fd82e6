#include "net/request_writer.h"

#include <algorithm>
#include <new>
#include <string_view>

#include "net/curl_option.h"

namespace handoff {
namespace {

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
  });
}

/// Visible, a space, a tab, or beyond ASCII (RFC 9110, 5.5).
bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
  });
}

bool is_named(std::string_view name, std::string_view small) {
  return std::equal(name.begin(), name.end(), small.begin(), small.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool has_header(const HttpCall& call, std::string_view small) {
  return std::any_of(call.headers.begin(), call.headers.end(),
                     [&](const auto& header) { return is_named(header.first, small); });
}

void append(CurlList& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (!longer) throw std::bad_alloc();
  list.release();
  list.reset(longer);
}

CurlList header_list(const HttpCall& call) {
  CurlList list;
  for (const auto& [name, value] : call.headers) {
    // libcurl takes "name:" as "leave it out".
    append(list, value.empty() ? name + ";" : name + ": " + value);
  }
  append(list, "Expect:");
  if (!has_header(call, "content-type")) append(list, "Content-Type:");
  return list;
}

void write_body(CURL* easy, const HttpCall& call) {
  const bool has_no_body = call.method == "GET" || call.method == "DELETE";
  if (call.method == "HEAD") {
    set_option(easy, CURLOPT_NOBODY, 1L);
  } else if (!call.body.empty() || !has_no_body) {
    set_option(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    set_option(easy, CURLOPT_POSTFIELDS, call.body.c_str());
  }
  set_option(easy, CURLOPT_CUSTOMREQUEST, call.method.c_str());
}

}  // namespace

std::string reason_against(const HttpCall& call) {
  if (!is_token(call.method)) return "the method holds characters that are not accepted";
  for (const auto& [name, value] : call.headers) {
    if (!is_token(name)) return "a header's name holds characters that are not accepted";
    if (!is_field_value(value)) return "the header " + name + " holds a control character";
  }
  for (const char* ours : {"host", "content-length", "transfer-encoding"}) {
    if (has_header(call, ours))
      return std::string("the header ") + ours + " is not for callers to set";
  }
  return {};
}

CurlList write_request(CURL* easy, const HttpCall& call, const OutboundUrl& url) {
  CurlList headers = header_list(call);
  set_option(easy, CURLOPT_CURLU, url.handle());
  set_option(easy, CURLOPT_HTTPHEADER, headers.get());
  set_option(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
  // Of several addresses each gets a part of it, so that one that is silent does not use up all.
  set_option(easy, CURLOPT_CONNECTTIMEOUT_MS,
             static_cast<long>(std::max<long long>(call.connect_within.count(), 1)));
  write_body(easy, call);
  return headers;
}

void write_rules(CURL* easy, const std::string& ca_file) {
  set_option(easy, CURLOPT_NOSIGNAL, 1L);
  // A name server that is silent may not hold up a call that is over.
  set_option(easy, CURLOPT_QUICK_EXIT, 1L);
  set_option(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set_option(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set_option(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set_option(easy, CURLOPT_PROXY, "");  // also: none from the environment
  set_option(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set_option(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set_option(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  // Each connection asks the name again; what counts is the address it is opened to.
  set_option(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
  if (!ca_file.empty()) set_option(easy, CURLOPT_CAINFO, ca_file.c_str());
}

}  // namespace handoff
