#include "net/answer_reader.h"

#include <algorithm>
#include <charconv>

namespace handoff {
namespace {

constexpr std::size_t kMostHeaderBytes = 64 * 1024;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// 200 of `HTTP/1.1 200 OK`.
int status_of(std::string_view line) {
  const auto space = std::min(line.find(' '), line.size() - 1);
  int status = 0;
  std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status;
}

}  // namespace

void AnswerReader::listen(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header_line);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body_piece);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

std::size_t AnswerReader::header_line(char* data, std::size_t, std::size_t size, void* self) {
  auto& reader = *static_cast<AnswerReader*>(self);
  try {
    return reader.take_header({data, size}) ? size : CURL_WRITEFUNC_ERROR;
  } catch (...) {
    reader.thrown_ = std::current_exception();
    return CURL_WRITEFUNC_ERROR;
  }
}

std::size_t AnswerReader::body_piece(char* data, std::size_t, std::size_t size, void* self) {
  auto& reader = *static_cast<AnswerReader*>(self);
  try {
    return reader.take_body({data, size}) ? size : CURL_WRITEFUNC_ERROR;
  } catch (...) {
    reader.thrown_ = std::current_exception();
    return CURL_WRITEFUNC_ERROR;
  }
}

bool AnswerReader::take_header(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > kMostHeaderBytes) {
    excess_ = "the answer's headers are longer than " + std::to_string(kMostHeaderBytes) + " bytes";
    return false;
  }
  if (line.substr(0, 5) == "HTTP/") {  // again after each interim answer
    answer_ = {.status = status_of(line)};
    headers_end_ = false;
    return true;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) headers_end_ = true;
  // What comes behind the body may not change what was said before it.
  if (headers_end_) return true;
  answer_.headers[in_small_letters(trimmed(line.substr(0, colon)))] =
      trimmed(line.substr(colon + 1));
  return true;
}

bool AnswerReader::take_body(std::string_view piece) {
  if (cancellation_ && cancellation_->cancelled()) return false;
  if (piece.size() > call_.answer_bytes - body_bytes_) {
    excess_ = "the answer is longer than " + std::to_string(call_.answer_bytes) + " bytes";
    return false;
  }
  body_bytes_ += piece.size();
  if (!goes_to_caller()) {
    answer_.body += piece;
    return true;
  }
  satisfied_ = !piece.empty() && !call_.on_body(piece);
  return !satisfied_;
}

bool AnswerReader::goes_to_caller() const {
  return call_.on_body && answer_.status >= 200 && answer_.status < 300;
}

}  // namespace handoff
