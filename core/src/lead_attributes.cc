#include "lead_attributes.h"

#include <algorithm>

#include "text.h"

namespace handoff {
namespace {

bool equal(const AttributeValue& a, const AttributeValue& b) {
  const auto* left = std::get_if<std::string>(&a);
  const auto* right = std::get_if<std::string>(&b);
  if (left == nullptr || right == nullptr) return a == b;
  return *left == *right || fold_phrase(*left) == fold_phrase(*right);
}

bool contains(const AttributeValue& have, const AttributeValue& part) {
  const auto* text = std::get_if<std::string>(&have);
  const auto* wanted = std::get_if<std::string>(&part);
  if (text == nullptr || wanted == nullptr || wanted->empty()) return false;
  return text->find(*wanted) != std::string::npos ||
         fold_phrase(*text).find(fold_phrase(*wanted)) != std::string::npos;
}

/// -1, 0 or 1; nothing when one of them is not a number.
std::optional<int> compare(const AttributeValue& a, const AttributeValue& b) {
  const auto* left = std::get_if<double>(&a);
  const auto* right = std::get_if<double>(&b);
  if (left == nullptr || right == nullptr) return std::nullopt;
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

bool meets(const LeadAttribute& condition, const AttributeValue& have) {
  using Op = LeadAttribute::Op;
  if (condition.op == Op::kExists) return true;
  const auto matches = [&](const AttributeValue& value) {
    const std::optional<int> order = compare(have, value);
    switch (condition.op) {
      case Op::kEq:
      case Op::kIn:
        return equal(have, value);
      case Op::kNe:
        return !equal(have, value);
      case Op::kContains:
        return contains(have, value);
      case Op::kGt:
        return order.has_value() && *order > 0;
      case Op::kGte:
        return order.has_value() && *order >= 0;
      case Op::kLt:
        return order.has_value() && *order < 0;
      case Op::kLte:
        return order.has_value() && *order <= 0;
      case Op::kExists:
        return true;
    }
    return false;
  };
  return std::any_of(condition.values.begin(), condition.values.end(), matches);
}

}  // namespace

const LeadAttribute* first_match(const std::vector<LeadAttribute>& conditions,
                                 const Attributes& attributes) {
  for (const LeadAttribute& condition : conditions) {
    const auto found = attributes.find(condition.name);
    if (found != attributes.end() && meets(condition, found->second)) return &condition;
  }
  return nullptr;
}

}  // namespace handoff
