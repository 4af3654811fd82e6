#include "http/response.h"

#include <algorithm>
#include <stdexcept>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

void check_header(std::string_view name, std::string_view value) {
  const bool breaks = std::any_of(value.begin(), value.end(),
                                  [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
  if (!is_token(name) || breaks) {
    throw std::invalid_argument("response header " + std::string(name) + " is not well formed");
  }
}

}  // namespace

void Response::header(std::string name, std::string value) {
  check_header(name, value);
  std::erase_if(headers_,
                [&](const auto& field) { return equal_ignoring_case(field.first, name); });
  headers_.emplace_back(std::move(name), std::move(value));
}

void Response::add_header(std::string name, std::string value) {
  check_header(name, value);
  headers_.emplace_back(std::move(name), std::move(value));
}

void Response::content(int code, std::string_view content_type, std::string text) {
  status = code;
  body = std::move(text);
  header("Content-Type", std::string(content_type));
}

void Response::json(int code, const Json& value) {
  content(code, "application/json", dump_json(value));
}

void Response::empty(int code) {
  status = code;
  body.clear();
}

void Response::stream(live::StreamPlan plan) {
  stream_ = std::make_shared<live::StreamPlan>(std::move(plan));
}

void Response::wait(WaitPlan plan) { wait_ = std::make_shared<WaitPlan>(std::move(plan)); }

bool Response::has_header(std::string_view name) const {
  return std::any_of(headers_.begin(), headers_.end(),
                     [&](const auto& field) { return equal_ignoring_case(field.first, name); });
}

}  // namespace handoff::http
