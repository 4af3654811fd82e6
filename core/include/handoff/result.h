#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// What a function answers when it may refuse: a value, or one error that says where, what and what
/// is accepted. Plain values; safe to share between threads once built.
namespace handoff {

/// Few codes, one meaning each. `server/http/problem` alone turns them into HTTP statuses.
enum class ErrorCode {
  kInvalid,       ///< the input is wrong; `fields` says where
  kUnsupported,   ///< the input is in a form that is not taken at all (not JSON)
  kUnauthorized,  ///< no credentials, or bad ones
  kForbidden,     ///< known, and not allowed to do this
  kNotFound,      ///< unknown, or belongs to somebody else: the same answer for both
  kConflict,      ///< does not fit the present state
  kTooMany,       ///< a rate or size limit; `retry_after_seconds` says when to come back
  kUnavailable,   ///< cannot be done now (disk full, draining)
  kInternal,      ///< our fault; the message is for the log, never for the visitor
};

/// One wrong field: a JSON path such as `availability.hours.monday[0].start`, and what is wrong and
/// accepted.
struct FieldError {
  std::string path;
  std::string message;

  friend bool operator==(const FieldError&, const FieldError&) = default;
};

/// Who holds a conversation; part of a conflict so that the loser of a race learns who won.
struct Person {
  std::string id;
  std::string name;

  friend bool operator==(const Person&, const Person&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::vector<FieldError> fields = {};
  Person owner = {};            ///< set on conflicts over ownership, else empty
  int retry_after_seconds = 0;  ///< set with kTooMany and kUnavailable
};

/// A value or an `Error`. REQUIRES: `ok()` before `value()`, `!ok()` before `error()`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT: `return value;` is the point
  Result(Error error) : content_(std::move(error)) {}  // NOLINT

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<0>(content_); }
  const T& value() const& { return std::get<0>(content_); }
  T&& value() && { return std::get<0>(std::move(content_)); }
  const Error& error() const { return std::get<1>(content_); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> content_;
};

/// For functions that only succeed or refuse.
struct Done {};

inline Error invalid(std::string path, std::string message) {
  return {.code = ErrorCode::kInvalid, .message = message, .fields = {{std::move(path), message}}};
}

inline Error conflict(std::string message, Person owner = {}) {
  return {.code = ErrorCode::kConflict, .message = std::move(message), .owner = std::move(owner)};
}

inline Error not_found(std::string message) {
  return {.code = ErrorCode::kNotFound, .message = std::move(message)};
}

}  // namespace handoff
