#include "ai/chat_stream.h"

#include "ai/provider_json.h"

namespace handoff {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\xEF\xBB\xBF";
constexpr std::size_t kMostBodyBytes = 1 << 20;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

bool ChatStream::feed(std::string_view bytes) {
  if (over_) return false;
  if (form_ == Form::kEvents) return feed_events(bytes);
  body_ += bytes;
  if (form_ == Form::kBody) {
    over_ = body_.size() > kMostBodyBytes;
    return !over_;
  }
  const auto first = body_.find_first_not_of(kBlanks);
  if (first == std::string::npos) return body_.size() <= kMostBodyBytes;
  form_ = body_[first] == '{' || body_[first] == '[' || body_[first] == '<' ? Form::kBody
                                                                            : Form::kEvents;
  return form_ == Form::kBody || feed_events(std::exchange(body_, {}));
}

bool ChatStream::feed_events(std::string_view bytes) {
  for (const SseEvent& event : reader_.read(bytes)) {
    if (!over_) take(event);
  }
  if (reader_.too_long() && !over_) {
    problem_ = "not an answer of a chat model: a line of more than 256 KiB";
    over_ = true;
  }
  return !over_;
}

void ChatStream::take(const SseEvent& event) {
  const auto data = trimmed(event.data);
  if (data.empty()) return;
  if (data == "[DONE]") {
    fold_.end();
    over_ = true;
    return;
  }
  const auto chunk = provider_json(data);
  if (!chunk) {
    problem_ = "not an answer of a chat model: a chunk is not JSON";
  } else if (event.name == "error" && !provider_error(*chunk)) {
    fold_.add({{"error", *chunk}});
  } else {
    fold_.add(*chunk);
  }
  over_ = !problem_.empty() || answer().error;
}

void ChatStream::finish() {
  if (form_ == Form::kBody) {
    read_body();
  } else if (const auto last = reader_.finish(); last && !over_) {
    take(*last);
  }
  if (complete()) {
    problem_.clear();
  } else if (problem_.empty() && !answer().error) {
    problem_ = begun() ? "the answer stopped in the middle" : "an empty answer";
  }
}

void ChatStream::read_body() {
  const auto body = provider_json(trimmed(body_));
  if (!body) {
    problem_ = body_.size() > kMostBodyBytes
                   ? "not an answer of a chat model: more than 1 MiB"
                   : "not an answer of a chat model: the body is not JSON";
    return;
  }
  fold_.add(*body);
  if (begun()) fold_.end();
  if (!begun() && !complete() && !answer().error)
    problem_ = "not an answer of a chat model: no choice in it";
}

bool ChatStream::complete() const { return answer().finish != ChatAnswer::Finish::kNone; }

}  // namespace handoff
