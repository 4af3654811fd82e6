#include "http/cors.h"

#include <algorithm>

#include "http/problem.h"

namespace handoff::http {
namespace {

bool for_visitors(std::string_view path) {
  return path.rfind("/v1/sites/", 0) == 0 || path.rfind("/v1/conversations/", 0) == 0;
}

bool is_own(std::string_view origin, const Request& request) {
  const std::string_view host = request.header("Host");
  return origin == "http://" + std::string(host) || origin == "https://" + std::string(host);
}

bool is_allowed(std::string_view origin, const Settings& settings) {
  const auto& allowed = settings.site.origins;
  return std::find(allowed.begin(), allowed.end(), origin) != allowed.end();
}

bool answer_preflight(Response& response) {
  response.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
  response.header("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
  response.header("Access-Control-Max-Age", "600");
  response.empty(204);
  return true;
}

bool refuse(Response& response) {
  response = problem({.code = ErrorCode::kForbidden,
                      .message = "this origin may not embed the widget; site.origins in the "
                                 "settings lists those that may"});
  return true;
}

}  // namespace

void add_cors(Router& router, const Sites& sites) {
  router.before([&sites](const Request& request, Response& response) {
    if (!for_visitors(request.path)) return false;
    response.add_header("Vary", "Origin");
    const std::string_view origin = request.header("Origin");
    if (origin.empty() || is_own(origin, request)) return false;
    if (!is_allowed(origin, sites.current()->settings)) {
      return request.method == "GET" ? false : refuse(response);
    }
    response.header("Access-Control-Allow-Origin", std::string(origin));
    response.header("Access-Control-Expose-Headers", "Retry-After");
    return request.method == "OPTIONS" ? answer_preflight(response) : false;
  });
}

}  // namespace handoff::http
