#include "http/request_reader.h"

#include <algorithm>
#include <utility>

#include "http/head_parser.h"

namespace handoff::http {
namespace {

// Method, two spaces and version around the target.
constexpr std::size_t kLineOverhead = 32;

}  // namespace

RequestReader::RequestReader(const HeadLimits& limits, const BodyLimit& body_limit)
    : limits_(limits), body_limit_(body_limit) {}

RequestReader::State RequestReader::feed(std::string_view bytes) {
  if (state_ == State::kRefused) return state_;
  buffer_.append(bytes);
  if (state_ != State::kComplete) advance();
  return state_;
}

RequestBytes RequestReader::take() {
  RequestBytes taken = std::exchange(request_, {});
  state_ = State::kIdle;
  in_body_ = false;
  advance();
  return taken;
}

bool RequestReader::wants_continue() {
  return std::exchange(continue_pending_, false) && state_ == State::kReading;
}

void RequestReader::advance() {
  if (buffer_.empty()) {
    buffer_ = {};  // An idle connection holds no memory.
    return;
  }
  state_ = State::kReading;
  if (!in_body_ && !find_head()) return;
  finish_body();
}

// True when a head was found and accepted.
bool RequestReader::find_head() {
  if (!skip_empty_line()) return false;
  for (; scanned_ < buffer_.size(); ++scanned_) {
    if (buffer_[scanned_] != '\n') continue;
    if (scanned_ == 0 || buffer_[scanned_ - 1] != '\r') {
      refuse({400, "A line ends with a bare line feed; lines end with CR LF."});
      return false;
    }
    if (line_end_ == 0) line_end_ = scanned_ + 1;
    if (scanned_ >= 3 && buffer_[scanned_ - 2] == '\n') {
      start_body(std::string_view(buffer_).substr(0, scanned_ + 1));
      return state_ == State::kReading;
    }
  }
  check_unfinished_head();
  return false;
}

// One empty line before a request is an old client's habit (RFC 9112, section 2.2). False: no head
// can be here yet.
bool RequestReader::skip_empty_line() {
  if (buffer_ == "\r") return false;
  if (buffer_.compare(0, 2, "\r\n") == 0) buffer_.erase(0, 2);
  if (buffer_.empty()) {
    state_ = State::kIdle;
  } else if (hopeless(buffer_)) {
    refuse({400, "This is not HTTP."});
  }
  return state_ == State::kReading;
}

// A head that is too long already is not waited for.
void RequestReader::check_unfinished_head() {
  if (line_end_ == 0 && buffer_.size() > limits_.target_bytes + kLineOverhead) {
    refuse({414, "The request line is too long."});
  } else if (line_end_ != 0 && buffer_.size() - line_end_ > limits_.header_bytes) {
    refuse(
        {431, "The headers are longer than " + std::to_string(limits_.header_bytes) + " bytes."});
  }
}

void RequestReader::start_body(std::string_view head) {
  auto parsed = parse_head(head, limits_);
  if (auto* refusal = std::get_if<Refusal>(&parsed)) {
    refuse(std::move(*refusal));
    return;
  }
  request_.head = std::get<RequestHead>(std::move(parsed));
  const std::size_t limit = body_limit_(request_.head);
  if (limit != 0 && request_.head.content_length > limit) {
    refuse({413, "The body is longer than " + std::to_string(limit) + " bytes."});
    return;
  }
  buffer_.erase(0, head.size());
  scanned_ = 0;
  line_end_ = 0;
  in_body_ = true;
  continue_pending_ = request_.head.expects_continue;
}

void RequestReader::finish_body() {
  const std::size_t missing = request_.head.content_length - request_.body.size();
  if (request_.body.empty() && buffer_.size() <= missing) {
    request_.body = std::exchange(buffer_, {});
  } else {
    const std::size_t part = std::min(missing, buffer_.size());
    request_.body.append(buffer_, 0, part);
    buffer_.erase(0, part);
  }
  if (request_.body.size() == request_.head.content_length) state_ = State::kComplete;
}

void RequestReader::refuse(Refusal refusal) {
  state_ = State::kRefused;
  refusal_ = std::move(refusal);
  buffer_ = {};
}

}  // namespace handoff::http
