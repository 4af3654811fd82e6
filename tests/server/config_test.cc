#include "config.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli_config_check.h"
#include "support/temp_folder.h"

namespace handoff {
namespace {

std::filesystem::path write(const testing::TempFolder& folder, const std::string& name,
                            const std::string& content) {
  std::ofstream(folder.path() / name, std::ios::binary) << content;
  return folder.path() / name;
}

std::string problems(const Result<Config>& config) {
  if (config.ok()) return "";
  std::ostringstream out;
  print_errors(config.error(), "settings.json", out);
  return out.str();
}

TEST(LoadConfig, without_a_file_is_the_defaults) {
  const auto config = load_config(std::nullopt, {});
  ASSERT_TRUE(config.ok()) << problems(config);
  EXPECT_EQ(config->settings.site.id, "default");
  EXPECT_EQ(dump_json(config->source), "{}");
}

TEST(LoadConfig, reads_the_file_and_the_environment_over_it) {
  const testing::TempFolder folder;
  const auto file = write(folder, "settings.json", R"({"site": {"name": "File", "locale": "ro"}})");
  const auto config = load_config(file, {{"HANDOFF_SITE_NAME", "Env"}});
  ASSERT_TRUE(config.ok()) << problems(config);
  EXPECT_EQ(config->settings.site.name, "Env");
  EXPECT_EQ(config->settings.site.locale, "ro");
}

TEST(LoadConfig, finds_knowledge_beside_the_settings_file) {
  const testing::TempFolder folder;
  std::filesystem::create_directory(folder.path() / "articles");
  const auto file = write(folder, "settings.json", R"({"ai": {"knowledge": "articles"}})");
  const auto config = load_config(file, {});
  ASSERT_TRUE(config.ok()) << problems(config);
  EXPECT_EQ(config->settings.ai.knowledge, (folder.path() / "articles").string());
}

TEST(LoadConfig, refuses_a_knowledge_folder_that_is_missing) {
  const testing::TempFolder folder;
  const auto file = write(folder, "settings.json", R"({"ai": {"knowledge": "articles/"}})");
  const auto message = problems(load_config(file, {}));
  EXPECT_EQ(message.substr(0, 26), "ai.knowledge: is \"articles") << message;
  EXPECT_NE(message.find("is accepted"), std::string::npos);
}

TEST(LoadConfig, refuses_an_unknown_zone_and_names_the_nearest) {
  const testing::TempFolder folder;
  const auto file =
      write(folder, "settings.json", R"({"availability": {"timezone": "Europe/Bucarest"}})");
  EXPECT_EQ(problems(load_config(file, {})),
            "availability.timezone: no time zone is called \"Europe/Bucarest\"; did you mean "
            "\"Europe/Bucharest\"?\n");
}

TEST(LoadConfig, says_which_variable_holds_a_wrong_value) {
  EXPECT_EQ(problems(load_config(std::nullopt, {{"HANDOFF_LIMITS_STREAMS", "-1"}})),
            "limits.streams: is -1; a number from 0 to 1000000 is accepted (from "
            "HANDOFF_LIMITS_STREAMS)\n");
}

TEST(LoadConfig, reports_file_environment_and_computer_at_once) {
  const testing::TempFolder folder;
  const auto file =
      write(folder, "settings.json", R"({"site": {"nmae": "x"}, "ai": {"knowledge": "gone"},
                                                     "availability": {"timezone": "Nowhere"}})");
  const auto config = load_config(file, {{"HANDOFF_AI_APIKEY", "x"}});
  ASSERT_FALSE(config.ok());
  EXPECT_EQ(config.error().fields.size(), 4u) << problems(config);
}

struct Check {
  int code;
  std::string out, err;
};

Check check(const std::filesystem::path& file, const Environment& environment = {}) {
  std::ostringstream out, err;
  const int code = run_config_check(file, environment, out, err);
  return {code, out.str(), err.str()};
}

TEST(ConfigCheck, is_silent_on_stdout_for_a_valid_file) {
  const auto done = check(HANDOFF_FIXTURES "/settings/snippet.json");
  EXPECT_EQ(done.code, 0) << done.out;
  EXPECT_EQ(done.out, "");
}

TEST(ConfigCheck, prints_a_line_for_every_error) {
  const auto done = check(HANDOFF_FIXTURES "/settings/broken.json");
  EXPECT_EQ(done.code, 2);
  EXPECT_GT(std::count(done.out.begin(), done.out.end(), '\n'), 60);
  EXPECT_NE(
      done.out.find(
          "availability.hours.monday.start: is \"9:00\"; HH:MM from 00:00 to 23:59 is accepted\n"),
      std::string::npos);
}

TEST(ConfigCheck, refuses_a_missing_file_and_a_folder) {
  const auto missing = check("/no/such/settings.json");
  EXPECT_EQ(missing.code, 2);
  EXPECT_EQ(missing.out,
            "/no/such/settings.json: cannot be read: No such file or directory; a settings file is "
            "accepted\n");
  EXPECT_EQ(check("/").code, 2);
}

TEST(ConfigCheck, names_the_file_and_the_line_of_bad_json) {
  const testing::TempFolder folder;
  const auto file = write(folder, "settings.json", "{\n  \"site\": {},\n}");
  const auto done = check(file);
  EXPECT_EQ(done.code, 2);
  EXPECT_EQ(done.out.find(file.string() + ": not valid JSON"), 0u) << done.out;
  EXPECT_NE(done.out.find("line 3"), std::string::npos) << done.out;
}

TEST(ConfigCheck, keeps_an_error_on_its_line_whatever_the_key) {
  const testing::TempFolder folder;
  const auto done = check(write(folder, "settings.json", R"({"a\nb\u001b[31m": 1})"));
  EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 1) << done.out;
  EXPECT_EQ(done.out.find('\x1b'), std::string::npos);
}

TEST(ConfigCheck, counts_what_stands_in_the_environment) {
  const testing::TempFolder folder;
  const auto file =
      write(folder, "settings.json",
            R"({"notifications": {"whatsapp": {"phone_number_id": "1", "to": ["+40700000000"]}}})");
  EXPECT_EQ(check(file).code, 2);
  EXPECT_EQ(check(file, {{"HANDOFF_NOTIFICATIONS_WHATSAPP_ACCESS_TOKEN", "t"}}).code, 0);
}

}  // namespace
}  // namespace handoff
