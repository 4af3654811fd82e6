#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "handoff/json.h"

namespace handoff {

/// A file of tests/fixtures as JSON.
inline Json read_fixture(const std::string& name) {
  std::ifstream file(std::string(HANDOFF_FIXTURES "/") + name);
  std::stringstream text;
  text << file.rdbuf();
  auto parsed = parse_json(text.str());
  if (!parsed.ok()) throw std::runtime_error(name + ": " + parsed.error().message);
  return std::move(*parsed);
}

}  // namespace handoff
