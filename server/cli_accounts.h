#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "config.h"

/// `handoff agent add` and `handoff token add`. 0, or 1 when the e-mail is in use or the data
/// folder cannot be written (a running server holds it), or 2 for a bad field.
namespace handoff {

struct AgentArguments {
  std::string email;
  std::string name;
  std::string role;
  bool password_from_stdin = false;
};

int run_agent_add(const Config& config, const std::filesystem::path& data,
                  const AgentArguments& arguments, std::istream& in, std::ostream& out,
                  std::ostream& err);

int run_token_add(const Config& config, const std::filesystem::path& data, const std::string& name,
                  const std::string& scope, std::ostream& out, std::ostream& err);

}  // namespace handoff
