#include "http/router.h"

#include <utility>

#include "http/front.h"

namespace handoff::http {

Router::Router(live::Hub& hub, RouterOptions options)
    : front_(std::make_unique<Front>(hub, std::move(options))) {}

Router::~Router() = default;

void Router::route(std::string_view method, std::string_view pattern, Handler handler,
                   std::size_t body_bytes) {
  front_->table.add(method, pattern, std::move(handler), body_bytes);
}

void Router::before(std::function<bool(const Request&, Response&)> hook) {
  front_->before = std::move(hook);
}

std::size_t Router::body_limit(const RequestHead& head) const { return front_->body_limit(head); }

bool Router::trusts(std::string_view address) const { return front_->trusts(address); }

Reply Router::respond(RequestBytes request) { return front_->respond(std::move(request)); }

Reply Router::refuse(const Refusal& refusal) { return front_->refuse(refusal); }

}  // namespace handoff::http
