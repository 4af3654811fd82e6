#include "http/front.h"

#include <algorithm>
#include <utility>

#include "http/memory_stream.h"
#include "http/path.h"
#include "http/problem.h"
#include "http/stream_head.h"
#include "http/text_rules.h"

namespace handoff::http {
namespace {

std::string decoded_path(const std::vector<std::string>& segments) {
  std::string path;
  for (const std::string& segment : segments) path.append("/").append(segment);
  return path.empty() ? "/" : path;
}

std::string joined(const Fields& fields, std::string_view name) {
  std::string all;
  for (const auto& [key, value] : fields) {
    if (!equal_ignoring_case(key, name)) continue;
    if (!all.empty()) all += ',';
    all += value;
  }
  return all;
}

void name_parameters(const RouteTable::Match& match, Request& request) {
  if (match.route == nullptr) return;
  for (std::size_t i = 0; i < match.values.size(); ++i) {
    request.params.emplace_back(match.route->names[i], match.values[i]);
  }
}

void keep_headers(const Fields& earlier, Response& response) {
  Fields missing;
  for (const auto& field : earlier) {
    if (!response.has_header(field.first)) missing.push_back(field);
  }
  for (auto& [name, value] : missing) response.add_header(std::move(name), std::move(value));
}

bool has_no_body(int status) { return status == 204 || status == 304; }

void move_into(Response& from, httplib::Response& to) {
  to.status = from.status;
  if (!has_no_body(from.status)) to.body = std::move(from.body);
  for (const auto& [name, value] : from.headers()) to.headers.emplace(name, value);
  if (!from.has_header("Cache-Control")) to.headers.emplace("Cache-Control", "no-store");
  if (!from.has_header("X-Content-Type-Options")) {
    to.headers.emplace("X-Content-Type-Options", "nosniff");
  }
  if (!from.has_header("Referrer-Policy")) to.headers.emplace("Referrer-Policy", "no-referrer");
}

// What the library adds on its own and what would be wrong here.
void correct_headers(httplib::Response& response) {
  response.headers.erase("Keep-Alive");
  response.headers.erase("Accept-Ranges");
  if (has_no_body(response.status)) {
    response.headers.erase("Content-Length");
    response.headers.erase("Content-Type");
  }
}

}  // namespace

thread_local Router::Front::Exchange Router::Front::exchange_;

Router::Front::Front(live::Hub& hub, RouterOptions options)
    : hub_(hub), options_(std::move(options)), proxies_(options_.trusted_proxies) {
  set_pre_routing_handler([this](const httplib::Request&, httplib::Response& out) {
    if (exchange_.request != nullptr) dispatch(*exchange_.request, *exchange_.response);
    move_into(*exchange_.response, out);
    return HandlerResponse::Handled;
  });
  set_post_routing_handler(
      [](const httplib::Request&, httplib::Response& out) { correct_headers(out); });
}

Reply Router::Front::respond(RequestBytes bytes) {
  const std::string method = bytes.head.method;
  const bool close = !bytes.head.keep_alive || bytes.draining;
  Request request = read(bytes);
  Response response;
  Reply reply;
  run(method, close, {&request, &response}, reply.bytes);
  reply.status = response.status;
  reply.close = close;
  if (response.stream_plan() && method != "HEAD") return open_stream(close, response);
  if (response.wait_plan() && method != "HEAD") {
    reply.wait = response.wait_plan();
    reply.finish = [this, method, close, earlier = response.headers()](Response& late, bool drain) {
      keep_headers(earlier, late);
      return write(method, close || drain, late);
    };
  }
  return reply;
}

Reply Router::Front::refuse(const Refusal& refusal) {
  Response response = problem(refusal.status, refusal.detail);
  if (refusal.status == 405) {
    response.header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  }
  return write("GET", true, response);
}

std::size_t Router::Front::body_limit(const RequestHead& head) const {
  const auto segments = parse_path(std::string_view(head.target).substr(0, head.target.find('?')));
  if (!segments) return options_.body_bytes;
  const auto match = table.find(head.method, *segments);
  const bool own = match.route != nullptr && match.route->body_bytes != 0;
  return own ? match.route->body_bytes : options_.body_bytes;
}

Request Router::Front::read(RequestBytes& bytes) const {
  const std::string_view target = bytes.head.target;
  const auto mark = std::min(target.find('?'), target.size());
  Request request;
  request.method = bytes.head.method == "HEAD" ? "GET" : bytes.head.method;
  request.path = target.substr(0, mark);
  request.query_text = target.substr(std::min(mark + 1, target.size()));
  request.query = parse_query(request.query_text);
  request.headers = std::move(bytes.head.headers);
  request.body = std::move(bytes.body);
  request.remote_addr = bytes.peer;
  if (proxies_.holds(bytes.peer)) {
    request.remote_addr =
        proxies_.client_of(bytes.peer, joined(request.headers, "x-forwarded-for"));
    request.tls = equal_ignoring_case(request.header("x-forwarded-proto"), "https");
  }
  return request;
}

// The line is ours, not the client's: nothing a client sends meets the library's own parsers.
void Router::Front::run(const std::string& method, bool close, Exchange exchange,
                        std::string& out) {
  const std::string line = method + " / HTTP/1.1\r\n\r\n";
  MemoryStream stream(line);
  bool closed = false;
  const Exchange outer = std::exchange(exchange_, exchange);
  process_request(stream, close, closed, nullptr);
  exchange_ = outer;
  out = stream.take_output();
}

void Router::Front::dispatch(Request& request, Response& response) const {
  try {
    RouteTable::Match match;
    if (const auto segments = parse_path(request.path)) {
      match = table.find(request.method, *segments);
      request.path = decoded_path(*segments);
      name_parameters(match, request);
    }
    serve(match, request, response);
  } catch (const std::exception& error) {
    response = incident(error.what());
  } catch (...) {
    response = incident("a handler threw something that is not an exception");
  }
}

void Router::Front::serve(const RouteTable::Match& match, const Request& request,
                          Response& response) const {
  Response first;
  if (before && before(request, first)) {
    response = std::move(first);
    return;
  }
  if (match.route != nullptr) {
    response = first;
    match.route->handler(request, response);
  } else if (!match.allow.empty()) {
    response = problem(405, "This path does not know that method.");
    response.header("Allow", match.allow);
  } else {
    response = problem(404, "There is nothing here.");
  }
  keep_headers(first.headers(), response);
}

Reply Router::Front::write(const std::string& method, bool close, Response& response) {
  Reply reply;
  run(method, close, {nullptr, &response}, reply.bytes);
  reply.status = response.status;
  reply.close = close;
  return reply;
}

Reply Router::Front::open_stream(bool close, const Response& response) {
  Reply reply;
  reply.close = true;
  try {
    auto opened = live::open_stream(hub_, *response.stream_plan());
    if (opened.ok()) {
      reply.stream = std::make_unique<live::OpenStream>(std::move(opened).value());
      reply.bytes = stream_head(response.headers());
      return reply;
    }
    Response refusal = problem(opened.error());
    keep_headers(response.headers(), refusal);
    return write("GET", close, refusal);
  } catch (const std::exception& error) {
    Response refusal = incident(error.what());
    return write("GET", close, refusal);
  } catch (...) {
    Response refusal = incident("a replay threw something that is not an exception");
    return write("GET", close, refusal);
  }
}

}  // namespace handoff::http
