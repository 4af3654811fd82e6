#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "handoff/detection_json.h"
#include "handoff/settings_json.h"

namespace handoff {
namespace {

Json fixture() {
  std::ifstream file(HANDOFF_FIXTURES "/detect.json");
  std::stringstream text;
  text << file.rdbuf();
  auto parsed = parse_json(text.str());
  return parsed.ok() ? *parsed : Json::array();
}

TEST(DetectFixture, holds_at_least_120_cases) { EXPECT_GE(fixture().size(), 120u); }

TEST(DetectFixture, every_verdict_is_equal_to_the_byte) {
  for (const Json& entry : fixture()) {
    SCOPED_TRACE(entry["name"].get<std::string>());
    std::vector<FieldError> errors;
    TriggerSettings settings;
    if (!entry["settings"].is_null())
      settings = read_triggers(entry["settings"]["triggers"], "triggers", errors);
    const Json& input = entry["input"];
    const DetectionInput read = read_detection_input(input, errors);
    ASSERT_TRUE(errors.empty()) << errors[0].path << ": " << errors[0].message;
    const Json* id = input.contains("id") ? &input["id"] : nullptr;
    EXPECT_EQ(verdict_text(Detector(settings).detect(read), id),
              entry["output"].get<std::string>());
  }
}

std::string first_problem(std::string_view text) {
  const auto parsed = parse_json(text);
  std::vector<FieldError> errors;
  read_detection_input(*parsed, errors);
  return errors.empty() ? "none" : errors[0].path + ": " + errors[0].message;
}

TEST(DetectInput, names_what_is_wrong) {
  EXPECT_EQ(first_problem(R"({"id": 1})"), "text: is missing; it must be given");
  EXPECT_EQ(first_problem(R"({"text": "a", "messages": []})"),
            "text: stands beside \"messages\"; one of the two is accepted");
  EXPECT_EQ(first_problem(R"({"messages": {}})"),
            "messages: is not a list; a list of messages is accepted");
  EXPECT_EQ(
      first_problem(R"({"messages": [{"author": "visitor", "text": "a", "at": "today"}]})"),
      "messages[0].at: is \"today\"; an instant such as \"2026-11-23T08:00:00Z\" is accepted");
  EXPECT_EQ(first_problem(R"({"text": "a", "txt": 1})"),
            "txt: is not a known key; did you mean \"text\"?");
  EXPECT_NE(first_problem("[]"), "none");
  EXPECT_EQ(first_problem(R"({"messages": []})"), "none");
}

}  // namespace
}  // namespace handoff
