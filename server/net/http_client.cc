#include "net/http_client.h"

#include "net/curl_library.h"
#include "net/http_exchange.h"

namespace handoff {
namespace {

/// A line for the time of one call.
class BorrowedLine {
 public:
  BorrowedLine(LinePool& pool, const std::string& origin) : pool_(pool), line_(pool.take(origin)) {}
  ~BorrowedLine() { pool_.put_back(std::move(line_)); }
  BorrowedLine(const BorrowedLine&) = delete;
  BorrowedLine& operator=(const BorrowedLine&) = delete;

  Line& operator*() { return *line_; }

 private:
  LinePool& pool_;
  std::unique_ptr<Line> line_;
};

HttpOutcome not_allowed(std::string what) {
  return {.end = HttpOutcome::End::kNotAllowed, .what = std::move(what)};
}

}  // namespace

struct HttpClient::Parts {
  AddressRules rules;
  std::string ca_file;
  LinePool lines = {};
};

HttpClient::HttpClient(const std::vector<std::string>& private_cidrs, std::string ca_file)
    : parts_(new Parts{AddressRules(private_cidrs), std::move(ca_file)}) {
  start_curl();
}

HttpClient::~HttpClient() = default;

HttpOutcome HttpClient::send(const HttpCall& call, Cancellation* cancellation) const {
  if (cancellation && cancellation->cancelled()) {
    return {.end = HttpOutcome::End::kCancelled, .what = "cancelled"};
  }
  if (std::string reason = reason_against(call); !reason.empty()) return not_allowed(reason);
  const auto url = OutboundUrl::parse(call.url);
  if (!url) return not_allowed(url.error().message);
  BorrowedLine line(parts_->lines, url->origin());
  return HttpExchange(*line, call, *url, parts_->rules, parts_->ca_file, cancellation).run();
}

}  // namespace handoff
