#pragma once

#include <curl/curl.h>

#include <exception>
#include <string>
#include <string_view>

#include "net/http_client.h"

namespace handoff {

/// Takes in what the other side says, piece by piece, under the limits of the call. For one call,
/// in its thread.
class AnswerReader {
 public:
  AnswerReader(const HttpCall& call, const Cancellation* cancellation)
      : call_(call), cancellation_(cancellation) {}
  AnswerReader(const AnswerReader&) = delete;
  AnswerReader& operator=(const AnswerReader&) = delete;

  /// Makes `easy` bring everything here. REQUIRES: this outlives the transfer.
  void listen(CURL* easy);

  /// A byte of the body has come.
  bool began() const { return body_bytes_ > 0; }
  /// The headers have come to their end, so what came is an answer.
  bool is_answer() const { return headers_end_; }
  /// Which limit was passed; empty when none.
  const std::string& excess() const { return excess_; }
  /// `on_body` has what it wanted.
  bool satisfied() const { return satisfied_; }
  /// What `on_body` threw, which must not pass through libcurl.
  std::exception_ptr thrown() const { return thrown_; }

  HttpAnswer take() { return std::move(answer_); }

 private:
  static std::size_t header_line(char* data, std::size_t, std::size_t size, void* self);
  static std::size_t body_piece(char* data, std::size_t, std::size_t size, void* self);

  bool take_header(std::string_view line);
  bool take_body(std::string_view piece);
  bool goes_to_caller() const;

  const HttpCall& call_;
  const Cancellation* cancellation_;
  HttpAnswer answer_ = {};
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_ = 0;
  bool headers_end_ = false;
  std::string excess_ = {};
  bool satisfied_ = false;
  std::exception_ptr thrown_ = nullptr;
};

}  // namespace handoff
