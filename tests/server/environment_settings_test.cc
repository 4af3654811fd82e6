#include "environment_settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "support/temp_folder.h"

namespace handoff {
namespace {

std::filesystem::path write(const testing::TempFolder& folder, const std::string& name,
                            const std::string& content) {
  std::ofstream(folder.path() / name, std::ios::binary) << content;
  return folder.path() / name;
}

struct Applied {
  Json settings;
  std::vector<FieldError> errors;
};

Applied apply(const Environment& environment, const char* file = "{}") {
  Applied out{*parse_json(file), {}};
  apply_environment(environment, out.settings, out.errors);
  return out;
}

std::string result(const Environment& environment, const char* file = "{}") {
  const auto applied = apply(environment, file);
  return applied.errors.empty() ? dump_json(applied.settings)
                                : applied.errors[0].path + ": " + applied.errors[0].message;
}

TEST(EnvironmentSettings, stand_over_the_file) {
  EXPECT_EQ(result({{"HANDOFF_SITE_NAME", "Env"}}, R"({"site": {"name": "File", "locale": "ro"}})"),
            R"({"site":{"name":"Env","locale":"ro"}})");
}

TEST(EnvironmentSettings, make_the_sections_they_need) {
  EXPECT_EQ(result({{"HANDOFF_TRIGGERS_USER_REQUEST_THRESHOLD", "0.4"}}),
            R"({"triggers":{"user_request":{"threshold":0.4}}})");
  EXPECT_EQ(result({{"HANDOFF_SITE_NAME", "Env"}}, R"({"site": null})"),
            R"({"site":{"name":"Env"}})");
}

TEST(EnvironmentSettings, read_numbers_lists_texts_and_json) {
  EXPECT_EQ(result({{"HANDOFF_LIMITS_STREAMS", " 5 "}}), R"({"limits":{"streams":5}})");
  EXPECT_EQ(result({{"HANDOFF_TRIGGERS_COMPLAINT_ENABLED", "false"}}),
            R"({"triggers":{"complaint":{"enabled":false}}})");
  EXPECT_EQ(result({{"HANDOFF_SITE_ORIGINS", "https://a.example, https://b.example"}}),
            R"({"site":{"origins":["https://a.example","https://b.example"]}})");
  EXPECT_EQ(result({{"HANDOFF_SITE_ORIGINS", R"(["https://a.example"])"}}),
            R"({"site":{"origins":["https://a.example"]}})");
  EXPECT_EQ(result({{"HANDOFF_OFFLINE_MESSAGE", "Gone"}}), R"({"offline_message":"Gone"})");
  EXPECT_EQ(result({{"HANDOFF_OFFLINE_MESSAGE", R"({"ro": "Nu"})"}}),
            R"({"offline_message":{"ro":"Nu"}})");
  EXPECT_EQ(
      result({{"HANDOFF_AVAILABILITY_HOURS_MONDAY", R"({"start": "09:00", "end": "18:00"})"}}),
      R"({"availability":{"hours":{"monday":{"start":"09:00","end":"18:00"}}}})");
}

TEST(EnvironmentSettings, keep_a_secret_that_looks_like_a_number_a_text) {
  EXPECT_EQ(result({{"HANDOFF_AI_API_KEY", "12345"}}), R"({"ai":{"api_key":"12345"}})");
}

TEST(EnvironmentSettings, read_secrets_from_files) {
  const testing::TempFolder folder;
  const auto file = write(folder, "key", "from file\n").string();
  EXPECT_EQ(result({{"HANDOFF_AI_API_KEY_FILE", file}}), R"({"ai":{"api_key":"from file"}})");
  EXPECT_EQ(
      result({{"HANDOFF_AI_API_KEY_FILE", file}, {"HANDOFF_AI_API_KEY", "x"}}),
      "HANDOFF_AI_API_KEY_FILE: stands beside HANDOFF_AI_API_KEY; one of the two is accepted");
  EXPECT_EQ(
      result({{"HANDOFF_AI_API_KEY_FILE", "/no/such/file"}}),
      "HANDOFF_AI_API_KEY_FILE: names a file that cannot be read; a readable file is accepted");
}

TEST(EnvironmentSettings, count_an_empty_variable_as_unset) {
  EXPECT_EQ(result({{"HANDOFF_AI_API_KEY", ""}, {"HANDOFF_AI_API_KEY_FILE", ""}}), "{}");
}

TEST(EnvironmentSettings, refuse_what_is_no_setting) {
  EXPECT_EQ(result({{"HANDOFF_AI_APIKEY", "x"}}),
            "HANDOFF_AI_APIKEY: is not a setting; did you mean \"HANDOFF_AI_API_KEY\"?");
  EXPECT_NE(result({{"HANDOFF_ZZZ", "x"}}).find("is accepted"), std::string::npos);
  EXPECT_NE(result({{"HANDOFF_SITE_NAME_FILE", "x"}}), "{}");
  EXPECT_NE(result({{"HANDOFF_LIMITS_STREAMS", "many"}}).find("is accepted"), std::string::npos);
  EXPECT_NE(result({{"HANDOFF_TRIGGERS_KEYWORDS", "[{]"}}).find("not valid JSON"),
            std::string::npos);
}

TEST(EnvironmentSettings, leave_the_variables_of_the_program_and_of_others_alone) {
  EXPECT_EQ(result({{"HANDOFF_CONFIG", "x"},
                    {"HANDOFF_DATA", "x"},
                    {"HANDOFF_LISTEN", "x"},
                    {"HANDOFF_DATABASE", "x"},
                    {"HANDOFF_DATABASE_FILE", "x"},
                    {"HANDOFF_WEB", "x"},
                    {"HANDOFF_TEST_ANYTHING", "x"},
                    {"PATH", "x"}}),
            "{}");
}

/// Collects the paths of the values of an object, down to whatever is no object.
void leaves(const Json& value, const std::string& path, std::vector<std::string>& out) {
  if (!value.is_object() || value.empty()) return out.push_back(path);
  for (const auto& [key, item] : value.items()) leaves(item, path + "_" + key, out);
}

TEST(EnvironmentSettings, exist_for_every_setting) {
  std::ifstream file(HANDOFF_FIXTURES "/settings/full.json");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  std::vector<std::string> paths;
  auto full = *parse_json(text, {.comments = true});
  for (auto& section : {"messages"}) {
    for (auto& [key, value] : full[section].items()) value = "text";
  }
  for (auto& [key, value] : full["availability"]["hours"].items()) value = Json::array();
  full["offline_message"] = "text";
  leaves(full, "HANDOFF", paths);
  const auto names = environment_names();
  for (auto path : paths) {
    std::transform(path.begin(), path.end(), path.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    EXPECT_NE(std::find(names.begin(), names.end(), path), names.end()) << path;
  }
  EXPECT_GT(paths.size(), 80u);
}

TEST(EnvironmentOf, takes_the_variables_with_our_prefix) {
  char ours[] = "HANDOFF_SITE_NAME=a=b";
  char other[] = "HOME=/root";
  char* environ[] = {ours, other, nullptr};
  EXPECT_EQ(environment_of(environ), (Environment{{"HANDOFF_SITE_NAME", "a=b"}}));
  EXPECT_TRUE(environment_of(nullptr).empty());
}

}  // namespace
}  // namespace handoff
