#pragma once

#include <httplib.h>

#include <functional>
#include <string>

#include "http/client_address.h"
#include "http/route_table.h"
#include "http/router.h"

/// The inside of `Router`: the one place that knows cpp-httplib. The library reads nothing from
/// clients: it gets a request line of ours, calls our one handler and writes the answer. Routing is
/// by our own table.
namespace handoff::http {

class Router::Front : private httplib::Server {
 public:
  Front(live::Hub& hub, RouterOptions options);

  Reply respond(RequestBytes bytes);
  Reply refuse(const Refusal& refusal);
  std::size_t body_limit(const RequestHead& head) const;
  bool trusts(std::string_view address) const { return proxies_.holds(address); }

  RouteTable table;
  std::function<bool(const Request&, Response&)> before;

 private:
  /// What one call of process_request works on; the library offers no place for it in its own
  /// request.
  struct Exchange {
    Request* request = nullptr;  ///< null: `response` is ready and only to be written
    Response* response = nullptr;
  };

  Request read(RequestBytes& bytes) const;
  void run(const std::string& method, bool close, Exchange exchange, std::string& out);
  void dispatch(Request& request, Response& response) const;
  void serve(const RouteTable::Match& match, const Request& request, Response& response) const;
  Reply write(const std::string& method, bool close, Response& response);
  Reply open_stream(bool close, const Response& response);

  static thread_local Exchange exchange_;
  live::Hub& hub_;
  const RouterOptions options_;
  const TrustedProxies proxies_;
};

}  // namespace handoff::http
