#pragma once

#include <string_view>

namespace handoff {

/// The team reads Romanian where its locale says so (`ro`, `ro-MD`), else English.
inline bool reads_romanian(std::string_view locale) {
  return locale.substr(0, locale.find_first_of("-_")) == "ro";
}

}  // namespace handoff
