#include "http/problem.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <random>

namespace handoff::http {
namespace {

struct Title {
  int status;
  std::string_view text;
};

constexpr Title kTitles[] = {
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

Json problem_json(int status, std::string_view detail) {
  return Json{{"type", "about:blank"},
              {"title", std::string(title_of(status))},
              {"status", status},
              {"detail", std::string(detail)}};
}

Response respond(int status, const Json& body) {
  Response response;
  response.content(status, "application/problem+json", dump_json(body));
  return response;
}

Json fields_json(const std::vector<FieldError>& fields) {
  Json list = Json::array();
  for (const FieldError& field : fields) {
    list.push_back(Json{{"path", field.path}, {"message", field.message}});
  }
  return list;
}

std::string incident_id() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  return fmt::format("{:016x}", random());
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalid:
      return 400;
    case ErrorCode::kUnsupported:
      return 415;
    case ErrorCode::kUnauthorized:
      return 401;
    case ErrorCode::kForbidden:
      return 403;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kConflict:
      return 409;
    case ErrorCode::kTooMany:
      return 429;
    case ErrorCode::kUnavailable:
      return 503;
    case ErrorCode::kInternal:
      return 500;
  }
  return 500;
}

Response problem(const Error& error) {
  if (error.code == ErrorCode::kInternal) return incident(error.message);
  const int status = status_of(error.code);
  Json body = problem_json(status, error.message);
  if (!error.fields.empty()) body["errors"] = fields_json(error.fields);
  if (!error.owner.id.empty()) {
    body["owner"] = Json{{"id", error.owner.id}, {"name", error.owner.name}};
  }
  Response response = respond(status, body);
  if (status == 429 || status == 503) {
    response.header("Retry-After", std::to_string(std::max(1, error.retry_after_seconds)));
  }
  return response;
}

Response problem(int status, std::string_view detail) {
  Response response = respond(status, problem_json(status, detail));
  if (status == 429 || status == 503) response.header("Retry-After", "5");
  return response;
}

Response incident(std::string_view what) {
  const std::string id = incident_id();
  spdlog::error("incident {}: {}", id, what);
  Json body =
      problem_json(500, "Something went wrong on our side. Please mention incident " + id + ".");
  body["incident"] = id;
  return respond(500, body);
}

std::string_view title_of(int status) {
  const auto* found = std::find_if(std::begin(kTitles), std::end(kTitles),
                                   [&](const Title& title) { return title.status == status; });
  return found == std::end(kTitles) ? "Error" : found->text;
}

}  // namespace handoff::http
