#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

/// Which handler serves which path: a tree of segments. Filled at start, then read from many
/// threads.
namespace handoff::http {

class Response;
using Handler = std::function<void(const Request&, Response&)>;

struct Route {
  Handler handler;
  std::vector<std::string> names;  ///< of the pattern's parameters, in order
  std::size_t body_bytes = 0;      ///< 0: the default limit
};

class RouteTable {
 public:
  struct Match {
    const Route* route = nullptr;     ///< null: unknown path, or known without this method
    std::string allow = {};           ///< the methods of a known path
    std::vector<std::string> values;  ///< of the parameters, in order
  };

  /// Throws std::invalid_argument for a pattern that is malformed or registered twice.
  void add(std::string_view method, std::string_view pattern, Handler handler,
           std::size_t body_bytes);

  /// `HEAD` finds `GET`.
  Match find(std::string_view method, const std::vector<std::string>& segments) const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::unique_ptr<Node> rest;
    std::map<std::string, Route, std::less<>> routes;  // By method.
  };
  using Segments = std::vector<std::string>;

  static Node& child(Node& parent, std::string_view segment, bool last,
                     std::vector<std::string>& names);
  static const Node* descend(const Node& node, const Segments& segments, std::size_t at,
                             Segments& values);
  static std::string allow_of(const Node& node);

  Node root_;
};

}  // namespace handoff::http
