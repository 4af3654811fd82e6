#include "net/http_exchange.h"

#include <algorithm>
#include <new>

namespace handoff {
namespace {

using End = HttpOutcome::End;
using std::chrono::steady_clock;

HttpOutcome ended(End end, std::string what) { return {.end = end, .what = std::move(what)}; }

/// Why there is no whole answer, for people.
std::string in_words(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the name of the host was not found";
    case CURLE_COULDNT_CONNECT:
      return "nothing accepts connections there";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "the certificate is not one to trust for this host";
    case CURLE_SSL_CONNECT_ERROR:
      return "no TLS connection (1.2 or newer) could be made";
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return "the connection was cut off before the answer was complete";
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return "the answer is not HTTP";
    case CURLE_BAD_CONTENT_ENCODING:
      return "the answer is not packed as it says";
    default:
      return std::string("the connection failed: ") + curl_easy_strerror(code);
  }
}

int poll_milliseconds(steady_clock::duration left) {
  const auto whole = std::chrono::ceil<std::chrono::milliseconds>(left).count();
  return static_cast<int>(std::clamp<long long>(whole, 1, 60'000));
}

}  // namespace

HttpExchange::HttpExchange(Line& line, const HttpCall& call, const OutboundUrl& url,
                           const AddressRules& rules, const std::string& ca_file,
                           Cancellation* cancellation)
    : line_(line),
      call_(call),
      cancellation_(cancellation),
      deadlines_(call, steady_clock::now()),
      gate_(rules, url.is_https()),
      reader_(call, cancellation) {
  CURL* easy = line_.easy.get();
  write_rules(easy, ca_file);
  headers_ = write_request(easy, call, url);
  gate_.guard(easy);
  reader_.listen(easy);
  if (curl_multi_add_handle(line_.multi.get(), easy) != CURLM_OK) throw std::bad_alloc();
}

HttpExchange::~HttpExchange() { curl_multi_remove_handle(line_.multi.get(), line_.easy.get()); }

HttpOutcome HttpExchange::run() {
  std::optional<Cancellation::Hook> hook;
  if (cancellation_) {
    hook.emplace(*cancellation_, [multi = line_.multi.get()] { curl_multi_wakeup(multi); });
  }
  while (true) {
    if (auto outcome = step()) return std::move(*outcome);
  }
}

/// Does what can be done, then waits for more; nullopt: it goes on.
std::optional<HttpOutcome> HttpExchange::step() {
  int running = 0;
  if (curl_multi_perform(line_.multi.get(), &running) != CURLM_OK) throw std::bad_alloc();
  if (const auto code = finished()) return outcome_of(*code);
  if (cancelled()) return ended(End::kCancelled, "cancelled");
  const auto deadline = deadlines_.next(gate_.connected(), reader_.began());
  const auto left = deadline.at - steady_clock::now();
  if (left <= left.zero()) return ended(End::kTooSlow, deadline.missed);
  curl_multi_poll(line_.multi.get(), nullptr, 0, poll_milliseconds(left), nullptr);
  return std::nullopt;
}

std::optional<CURLcode> HttpExchange::finished() {
  int left = 0;
  const CURLMsg* message = curl_multi_info_read(line_.multi.get(), &left);
  if (!message || message->msg != CURLMSG_DONE) return std::nullopt;
  return message->data.result;
}

HttpOutcome HttpExchange::outcome_of(CURLcode code) {
  if (reader_.thrown()) std::rethrow_exception(reader_.thrown());
  if (code == CURLE_OK && !reader_.is_answer()) code = CURLE_GOT_NOTHING;
  if (code == CURLE_OK || reader_.satisfied()) return {.end = End::kDone, .answer = reader_.take()};
  return failure(code);
}

HttpOutcome HttpExchange::failure(CURLcode code) const {
  if (!reader_.excess().empty()) return ended(End::kTooLong, reader_.excess());
  if (cancelled()) return ended(End::kCancelled, "cancelled");
  if (std::string reason = gate_.refusal(); !reason.empty()) {
    return ended(End::kNotAllowed, std::move(reason));
  }
  if (code == CURLE_OPERATION_TIMEDOUT) return ended(End::kTooSlow, deadlines_.connection().missed);
  return ended(End::kUnreachable, in_words(code));
}

}  // namespace handoff
