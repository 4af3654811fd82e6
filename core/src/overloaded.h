#pragma once

namespace handoff {

/// A visitor made of lambdas. The guide is written out because clang 14 does not deduce it for
/// aggregates.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace handoff
