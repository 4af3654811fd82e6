#include "cli_accounts.h"

#include <iostream>

#include "service/accounts.h"
#include "service/secrets.h"

namespace handoff {
namespace {

int report(const Error& error, std::ostream& err) {
  err << "handoff: " << error.message << '\n';
  for (std::size_t i = 1; i < error.fields.size(); ++i) {
    err << "handoff: " << error.fields[i].path << ": " << error.fields[i].message << '\n';
  }
  return error.code == ErrorCode::kInvalid ? 2 : 1;
}

/// The first line; a password may hold anything but a line break.
std::string read_line(std::istream& in) {
  std::string line;
  std::getline(in, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace

int run_agent_add(const Config& config, const std::filesystem::path& data,
                  const AgentArguments& arguments, std::istream& in, std::ostream& out,
                  std::ostream& err) {
  NewAgent agent{arguments.email, arguments.name, arguments.role, ""};
  if (arguments.password_from_stdin) {
    agent.password = read_line(in);
    if (agent.password.empty())
      return report(invalid("password", "is empty; give it on one line of standard input"), err);
  }
  if (!secrets_ready())
    return report({.code = ErrorCode::kUnavailable, .message = "this machine has no randomness"},
                  err);
  const auto database = Database::open(data);
  if (!database) return report(database.error(), err);
  const SystemClock clock;
  Accounts accounts(**database, clock, config.settings.site.id);
  const auto added = accounts.add(agent);
  if (!added) return report(added.error(), err);
  out << "added " << added->email << " (" << added->role << ")\n";
  if (arguments.password_from_stdin) return 0;
  const auto link = accounts.make_link(added->id);
  if (!link) return report(link.error(), err);
  out << "sign in once, within 24 hours, at http://localhost:8080/sign-in#token=" << *link << '\n';
  return 0;
}

int run_token_add(const Config& config, const std::filesystem::path& data, const std::string& name,
                  const std::string& scope, std::ostream& out, std::ostream& err) {
  if (!secrets_ready())
    return report({.code = ErrorCode::kUnavailable, .message = "this machine has no randomness"},
                  err);
  const auto database = Database::open(data);
  if (!database) return report(database.error(), err);
  const SystemClock clock;
  const auto made = Accounts(**database, clock, config.settings.site.id).add_token(name, scope);
  if (!made) return report(made.error(), err);
  out << made->token << '\n';
  return 0;
}

}  // namespace handoff
