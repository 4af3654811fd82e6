#include "ai/chat_attempt.h"

#include <algorithm>
#include <charconv>
#include <random>

#include "ai/provider_json.h"

namespace handoff {
namespace {

using End = HttpOutcome::End;
using Kind = ChatFailure::Kind;

constexpr std::size_t kMostAnswerBytes = std::size_t{4}
                                         << 20;  ///< of JSON, around at most 1 MiB of text
constexpr long kLongestWait = 3600;

std::string url_of(const std::string& base_url) {
  const auto query = std::min(base_url.find('?'), base_url.size());
  std::string path = base_url.substr(0, query);
  while (path.ends_with('/')) path.pop_back();
  return path + "/chat/completions" + base_url.substr(query);
}

HttpCall call_of(const ChatEndpoint& endpoint, const ChatRequest& request, const Takes& takes,
                 Milliseconds left) {
  HttpCall call{.url = url_of(endpoint.base_url), .body = request_body(request, takes)};
  call.headers = {
      {"Content-Type", "application/json"},
      {"Accept", takes.stream ? "text/event-stream, application/json" : "application/json"}};
  if (!endpoint.api_key.empty())
    call.headers.emplace_back("Authorization", "Bearer " + endpoint.api_key);
  call.connect_within = std::min(endpoint.connect_within, left);
  // Without a stream the first byte comes with the last.
  call.first_byte_within = takes.stream ? std::min(endpoint.first_token_within, left) : left;
  call.total_within = left;
  call.answer_bytes = kMostAnswerBytes;
  return call;
}

std::string header(const HttpAnswer& answer, const char* name) {
  const auto found = answer.headers.find(name);
  return found == answer.headers.end() ? std::string() : found->second;
}

/// Not everybody may come back at the same moment.
Milliseconds jittered(Milliseconds pause) {
  std::random_device random;
  const auto half = std::max<Milliseconds::rep>(pause.count() / 2, 1);
  return Milliseconds(half + static_cast<Milliseconds::rep>(random()) % (2 * half));
}

/// `Retry-After` in seconds; as a date, or unreadable, it asks for more patience than there is.
std::optional<Milliseconds> asked_pause(const std::string& retry_after) {
  long seconds = 0;
  const char* end = retry_after.data() + retry_after.size();
  const auto read = std::from_chars(retry_after.data(), end, seconds);
  if (read.ec != std::errc() || read.ptr != end || seconds < 0) return std::nullopt;
  return std::chrono::seconds(std::min(seconds, kLongestWait));
}

/// The statuses with which servers say that they do not take something. 404: a router that knows no
/// model with tools.
bool may_name_a_parameter(int status, const ProviderError& error) {
  return status == 400 || status == 422 || status == 501 ||
         (status == 404 && error.message.find("support tool") != std::string::npos);
}

Kind kind_of(int status) {
  if (status == 401 || status == 403) return Kind::kAuth;
  if (status == 404) return Kind::kModel;
  if (status == 402 || status == 429) return Kind::kRate;
  if (status == 408 || status == 504) return Kind::kTimeout;
  return status >= 500 ? Kind::kServer : Kind::kRefused;
}

std::string says(Kind kind, int status) {
  const std::string number = " (" + std::to_string(status) + ")";
  switch (kind) {
    case Kind::kAuth:
      return "the key is refused" + number + "; ai.api_key is what it reads";
    case Kind::kModel:
      return "no such model or address" + number + "; ai.model and ai.base_url are what it reads";
    case Kind::kRate:
      return "too many requests, or no credit left" + number;
    case Kind::kTimeout:
      return "the server did not make it in time" + number;
    case Kind::kServer:
      return "the server failed" + number;
    default:
      return "the server does not take the request" + number;
  }
}

/// An error that came with status 200: the code may be a status, or a word.
Kind kind_of(const ProviderError& error) {
  int status = 0;
  std::from_chars(error.code.data(), error.code.data() + error.code.size(), status);
  if (status >= 400) return kind_of(status);
  return error.code.find("rate_limit") != std::string::npos ? Kind::kRate : Kind::kServer;
}

}  // namespace

ChatOutcome ChatAttempt::run(const HttpClient& http, const ChatRequest& request, const Takes& takes,
                             Clock::time_point until, Cancellation& cancellation) {
  const auto now = Clock::now();
  const auto left = std::chrono::ceil<Milliseconds>(until - now);
  if (left <= Milliseconds(0)) return fail(Kind::kTimeout, "no time was left");
  HttpCall call = call_of(endpoint_, request, takes, left);
  const auto first_token_until = now + call.first_byte_within;
  call.on_body = [&](std::string_view bytes) { return take(bytes, first_token_until); };
  return judge(http.send(call, &cancellation));
}

bool ChatAttempt::take(std::string_view bytes, Clock::time_point first_token_until) {
  const bool more = stream_.feed(bytes);
  if (stream_.answer().text.size() > heard_) {
    heard_ = stream_.answer().text.size();
    if (on_text_) on_text_(spoken_part(stream_.answer().text));
  }
  // A server may keep the line open with comments while the model does nothing.
  late_ = more && !stream_.begun() && Clock::now() > first_token_until;
  return more && !late_;
}

ChatOutcome ChatAttempt::judge(const HttpOutcome& outcome) {
  if (outcome.end == End::kCancelled) return fail(Kind::kCancelled, "cancelled");
  if (outcome.end == End::kNotAllowed) return fail(Kind::kAddress, outcome.what);
  if (outcome.end == End::kTooLong) return fail(Kind::kMalformed, outcome.what);
  if (outcome.end == End::kDone && !outcome.ok()) return judge_refusal(outcome.answer);
  return judge_stream(outcome);
}

ChatOutcome ChatAttempt::judge_stream(const HttpOutcome& outcome) {
  stream_.finish();
  if (stream_.complete()) return {stream_.answer()};
  if (late_) return fail(Kind::kTimeout, "the model did not begin in time");
  if (const auto& error = stream_.answer().error) {
    const Kind kind = kind_of(*error);
    if (heard_ == 0 && (kind == Kind::kServer || kind == Kind::kRate)) may_try_again({});
    return fail(kind, "the server broke off: " + for_the_log(error->message, endpoint_.api_key));
  }
  if (outcome.end == End::kTooSlow) return fail(Kind::kTimeout, outcome.what);
  if (outcome.end == End::kDone) return fail(Kind::kMalformed, stream_.problem());
  if (heard_ == 0) may_try_again({});
  return fail(Kind::kUnreachable, outcome.what);
}

ChatOutcome ChatAttempt::judge_refusal(const HttpAnswer& answer) {
  const auto body = provider_json(answer.body);
  const ProviderError error =
      (body ? provider_error(*body) : std::nullopt).value_or(ProviderError());
  // Azure filters what the visitor asks by refusing the request.
  if (error.code == "content_filter") return {{.finish = ChatAnswer::Finish::kContentFilter}};
  if (may_name_a_parameter(answer.status, error)) refusal_ = error;
  const Kind kind = kind_of(answer.status);
  if (kind == Kind::kRate || answer.status >= 500) may_try_again(answer);
  std::string what = says(kind, answer.status);
  // A server may repeat the key, or part of it, where it does not like it.
  if (kind != Kind::kAuth && !error.message.empty())
    what += ": " + for_the_log(error.message, endpoint_.api_key);
  return fail(kind, std::move(what));
}

ChatOutcome ChatAttempt::fail(ChatFailure::Kind kind, std::string what) const {
  return {{}, ChatFailure{kind, std::move(what)}};
}

void ChatAttempt::may_try_again(const HttpAnswer& answer) {
  const std::string retry_after = header(answer, "retry-after");
  next_try_after_ = retry_after.empty() ? jittered(endpoint_.pause) : asked_pause(retry_after);
}

}  // namespace handoff
