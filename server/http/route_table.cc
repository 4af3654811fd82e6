#include "http/route_table.h"

#include <stdexcept>
#include <utility>

#include "http/text_rules.h"

namespace handoff::http {
namespace {

constexpr std::string_view kRest = "...";

bool ends_with_rest(std::string_view name) {
  return name.size() > kRest.size() && name.substr(name.size() - kRest.size()) == kRest;
}

template <class NodePointer>
auto& made(NodePointer& pointer) {
  if (!pointer) pointer = std::make_unique<typename NodePointer::element_type>();
  return *pointer;
}

}  // namespace

void RouteTable::add(std::string_view method, std::string_view pattern, Handler handler,
                     std::size_t body_bytes) {
  if (pattern.empty() || pattern.front() != '/') {
    throw std::invalid_argument("route pattern must begin with a slash: " + std::string(pattern));
  }
  Route route{std::move(handler), {}, body_bytes};
  Node* node = &root_;
  std::string_view remaining = pattern.substr(1);
  while (!remaining.empty()) {
    const std::string_view segment = next_part(remaining, '/');
    node = &child(*node, segment, remaining.empty(), route.names);
  }
  if (!node->routes.emplace(std::string(method), std::move(route)).second) {
    throw std::invalid_argument("route registered twice: " + std::string(pattern));
  }
}

RouteTable::Node& RouteTable::child(Node& parent, std::string_view segment, bool last,
                                    std::vector<std::string>& names) {
  const bool named = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
  if (!named) return made(parent.literals[std::string(segment)]);
  const std::string_view name = segment.substr(1, segment.size() - 2);
  if (!ends_with_rest(name)) {
    names.emplace_back(name);
    return made(parent.parameter);
  }
  if (!last) throw std::invalid_argument("only the last segment of a route may take the rest");
  names.emplace_back(name.substr(0, name.size() - kRest.size()));
  return made(parent.rest);
}

RouteTable::Match RouteTable::find(std::string_view method, const Segments& segments) const {
  Match match;
  const Node* node = descend(root_, segments, 0, match.values);
  if (node == nullptr) return match;
  const auto found = node->routes.find(method == "HEAD" ? std::string_view("GET") : method);
  if (found != node->routes.end()) match.route = &found->second;
  match.allow = allow_of(*node);
  return match;
}

// Literals before names before the rest; comes back when a more literal branch leads nowhere.
const RouteTable::Node* RouteTable::descend(const Node& node, const Segments& segments,
                                            std::size_t at, Segments& values) {
  if (at == segments.size()) return node.routes.empty() ? nullptr : &node;
  const auto literal = node.literals.find(segments[at]);
  if (literal != node.literals.end()) {
    if (const Node* found = descend(*literal->second, segments, at + 1, values)) return found;
  }
  if (node.parameter && !segments[at].empty()) {
    values.push_back(segments[at]);
    if (const Node* found = descend(*node.parameter, segments, at + 1, values)) return found;
    values.pop_back();
  }
  if (!node.rest) return nullptr;
  std::string rest = segments[at];
  for (std::size_t i = at + 1; i < segments.size(); ++i) rest += "/" + segments[i];
  values.push_back(std::move(rest));
  return node.rest.get();
}

std::string RouteTable::allow_of(const Node& node) {
  std::string allow;
  for (const auto& [method, route] : node.routes) {
    allow += (allow.empty() ? "" : ", ") + method;
    if (method == "GET") allow += ", HEAD";
  }
  return allow;
}

}  // namespace handoff::http
