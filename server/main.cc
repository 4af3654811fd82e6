#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli_accounts.h"
#include "cli_availability.h"
#include "cli_backup.h"
#include "cli_config_check.h"
#include "cli_detect.h"
#include "cli_explain.h"
#include "cli_serve.h"
#include "config.h"

/// The command line: reads the arguments, and hands over to the one file that does what was asked.
namespace {

using namespace handoff;

struct Arguments {
  std::string config, data = "data", database, at, backup_file, check_file;
  ServeArguments serve;
  AgentArguments agent;
  std::string token_name, token_scope;
  bool explain = false;
};

struct Commands {
  CLI::App *serve, *detect, *availability, *config, *check, *agent, *agent_add, *token, *token_add,
      *backup, *version;
};

void add_store_options(CLI::App* command, Arguments& arguments) {
  command->add_option("--data", arguments.data, "folder of the database")->envname("HANDOFF_DATA");
  command->add_option("--database", arguments.database, "database URL")
      ->envname("HANDOFF_DATABASE");
}

CLI::Option* add_config_option(CLI::App* command, Arguments& arguments) {
  return command->add_option("--config", arguments.config, "settings file")
      ->envname("HANDOFF_CONFIG");
}

Commands declare(CLI::App& app, Arguments& arguments) {
  Commands c{};
  c.serve = app.add_subcommand("serve", "serve the widget, the dashboard and the API");
  add_config_option(c.serve, arguments);
  add_store_options(c.serve, arguments);
  c.serve->add_option("--listen", arguments.serve.listen, "HOST:PORT; port 0 takes a free one")
      ->envname("HANDOFF_LISTEN");
  c.serve->add_option("--web", arguments.serve.web, "folder of the built web files")
      ->envname("HANDOFF_WEB");
  c.serve->add_flag("--greet", arguments.serve.greet,
                    "print where to go, and make the first administrator");

  c.detect = app.add_subcommand(
      "detect", "JSON Lines on stdin, one verdict per line on stdout; --explain: why, to read");
  add_config_option(c.detect, arguments);
  c.detect->add_flag("--explain", arguments.explain,
                     "instead of the verdict, what each signal scored and on which words");

  c.availability = app.add_subcommand("availability", "is the team there, and until when");
  add_config_option(c.availability, arguments)->required();
  c.availability->add_option("--at", arguments.at,
                             "an instant (RFC 3339), or - for one a line on stdin");

  c.config = app.add_subcommand("config", "settings")->require_subcommand(1);
  c.check = c.config->add_subcommand("check", "exit 0, or 2 with every error");
  c.check->add_option("file", arguments.check_file, "settings file")->required();

  c.agent = app.add_subcommand("agent", "the team")->require_subcommand(1);
  c.agent_add = c.agent->add_subcommand("add", "add a person to the team");
  c.agent_add->add_option("email", arguments.agent.email)->required();
  c.agent_add->add_option("--name", arguments.agent.name)->required();
  c.agent_add->add_option("--role", arguments.agent.role, "admin or agent")->required();
  c.agent_add->add_flag("--password-stdin", arguments.agent.password_from_stdin,
                        "read the password from stdin");
  add_config_option(c.agent_add, arguments);
  add_store_options(c.agent_add, arguments);

  c.token = app.add_subcommand("token", "API tokens")->require_subcommand(1);
  c.token_add = c.token->add_subcommand("add", "make an API token and print it, once");
  c.token_add->add_option("--name", arguments.token_name)->required();
  c.token_add->add_option("--scope", arguments.token_scope, "bot or admin")->required();
  add_config_option(c.token_add, arguments);
  add_store_options(c.token_add, arguments);

  c.backup = app.add_subcommand("backup", "copy the database, also while the server runs");
  c.backup->add_option("file", arguments.backup_file)->required();
  add_store_options(c.backup, arguments);

  c.version = app.add_subcommand("version", "print the version");
  app.require_subcommand(1);
  return c;
}

int run_with_config(const Commands& c, const Arguments& arguments, const Environment& environment) {
  std::optional<std::filesystem::path> path;
  if (!arguments.config.empty()) path = arguments.config;
  const auto config = load_config(path, environment);
  if (!config) {
    print_errors(config.error(), path.value_or("environment"), std::cerr);
    return config.error().code == ErrorCode::kInvalid ? 2 : 1;
  }
  if (*c.detect) {
    const auto answer = arguments.explain ? run_explain : run_detect;
    return answer(config->settings, std::cin, std::cout);
  }
  if (*c.availability) {
    const std::optional<std::string> at =
        arguments.at.empty() ? std::nullopt : std::optional(arguments.at);
    return run_availability(*config, at, SystemClock(), std::cin, std::cout, std::cerr);
  }
  if (*c.agent_add)
    return run_agent_add(*config, arguments.data, arguments.agent, std::cin, std::cout, std::cerr);
  if (*c.token_add) {
    return run_token_add(*config, arguments.data, arguments.token_name, arguments.token_scope,
                         std::cout, std::cerr);
  }
  ServeArguments serve = arguments.serve;
  serve.data = arguments.data;
  return run_serve(*config, environment, serve, std::cout, std::cerr);
}

int run(const Commands& c, const Arguments& arguments) {
  const Environment environment = environment_of(environ);
  if (*c.version) {
    std::cout << "handoff " << HANDOFF_VERSION << '\n';
    return 0;
  }
  if (!arguments.database.empty() || environment.contains("HANDOFF_DATABASE_FILE")) {
    std::cerr << "handoff: --database: only SQLite is built in; leave it out and name its folder "
                 "with --data\n";
    return 2;
  }
  if (*c.check) return run_config_check(arguments.check_file, environment, std::cout, std::cerr);
  if (*c.backup) return run_backup(arguments.data, arguments.backup_file, std::cout, std::cerr);
  return run_with_config(c, arguments, environment);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  CLI::App app("Handoff moves a website conversation from an AI to a human, and back.", "handoff");
  Arguments arguments;
  const Commands commands = declare(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    return run(commands, arguments);
  } catch (const std::exception& error) {
    std::cerr << "handoff: " << error.what() << '\n';
    return 1;
  }
}
