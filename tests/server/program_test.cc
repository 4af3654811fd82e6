#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "support/server_process.h"
#include "support/temp_folder.h"

/// The command line as users and scripts see it: exit codes, and messages that name the place.
namespace handoff::testing {
namespace {

TEST(Program, says_its_version_and_helps) {
  EXPECT_EQ(run_program({"version"}).output.rfind("handoff 0.", 0), 0u);
  EXPECT_EQ(run_program({"--help"}).code, 0);
}

TEST(Program, bad_usage_is_exit_code_2) {
  EXPECT_EQ(run_program({}).code, 2);
  EXPECT_EQ(run_program({"serve", "--no-such-option"}).code, 2);
  EXPECT_EQ(run_program({"serve", "--listen", "nowhere"}).code, 2);
}

TEST(Program, a_port_in_use_is_exit_code_1_and_names_it) {
  TempFolder folder;
  ServerProcess first(folder.path() / "one");
  const std::string address = "127.0.0.1:" + std::to_string(first.port());
  const auto second =
      run_program({"serve", "--listen", address, "--data", (folder.path() / "two").string()});
  EXPECT_EQ(second.code, 1);
  EXPECT_NE(second.output.find(std::to_string(first.port())), std::string::npos) << second.output;
}

TEST(Program, a_folder_that_a_running_server_holds_is_exit_code_1) {
  TempFolder folder;
  ServerProcess first(folder.path() / "one");
  const auto second = run_program({"agent", "add", "a@example.com", "--name", "A", "--role",
                                   "agent", "--data", (folder.path() / "one").string()});
  EXPECT_EQ(second.code, 1);
}

TEST(Program, a_misspelt_setting_is_exit_code_2_and_names_the_near_one) {
  TempFolder folder;
  const auto file = folder.path() / "settings.json";
  std::ofstream(file) << R"({"offline_mesage": "x"})";
  const auto run =
      run_program({"serve", "--config", file.string(), "--data", (folder.path() / "d").string()});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.output.find("offline_message"), std::string::npos) << run.output;
}

TEST(Program, a_missing_knowledge_folder_is_exit_code_2) {
  TempFolder folder;
  const auto file = folder.path() / "settings.json";
  std::ofstream(file) << R"({"ai": {"knowledge": "nothing-here/"}})";
  EXPECT_EQ(
      run_program({"serve", "--config", file.string(), "--data", (folder.path() / "d").string()})
          .code,
      2);
}

TEST(Program, a_damaged_database_is_exit_code_1) {
  TempFolder folder;
  std::ofstream(folder.path() / "handoff.db") << std::string(9000, 'x');
  EXPECT_EQ(run_program({"serve", "--data", folder.path().string()}).code, 1);
}

TEST(Program, an_agent_is_added_with_a_password_from_standard_input_once) {
  TempFolder folder;
  const std::vector<std::string> add{
      "agent",  "add",   "a@example.com",    "--name", "A",
      "--role", "admin", "--password-stdin", "--data", folder.path().string()};
  EXPECT_EQ(run_program(add, "a long enough password\n").code, 0);
  EXPECT_EQ(run_program(add, "a long enough password\n").code, 1);
  EXPECT_EQ(run_program({"agent", "add", "b@example.com", "--name", "B", "--role", "king", "--data",
                         folder.path().string()})
                .code,
            2);
}

TEST(Program, detect_answers_every_line_and_goes_on_after_a_bad_one) {
  const auto run = run_program({"detect"},
                               "{\"id\":\"1\",\"text\":\"I want to talk to a human\"}\nnot json\n"
                               "{\"id\":\"3\",\"text\":\"do you ship to Norway?\"}\n");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.output.find(R"({"id":"1","verdict":"handoff","reason":"user_request")"),
            std::string::npos)
      << run.output;
  EXPECT_NE(run.output.find(R"({"id":null,"error":)"), std::string::npos);
  EXPECT_NE(run.output.find(R"({"id":"3","verdict":"continue")"), std::string::npos);
}

TEST(Program, a_backup_is_made_while_the_server_runs) {
  TempFolder folder;
  ServerProcess server(folder.path() / "data");
  const auto file = folder.path() / "copy.db";
  EXPECT_EQ(
      run_program({"backup", file.string(), "--data", (folder.path() / "data").string()}).code, 0);
  EXPECT_GT(std::filesystem::file_size(file), 0u);
  EXPECT_EQ(
      run_program({"backup", file.string(), "--data", (folder.path() / "data").string()}).code, 1);
}

TEST(Program, sigterm_drains_and_exits_0) {
  TempFolder folder;
  ServerProcess server(folder.path() / "data");
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace handoff::testing
