#include "ai/handoff_tool.h"

#include <gtest/gtest.h>

#include "handoff/utf8.h"

namespace handoff {
namespace {

TEST(HandoffTool, reads_what_the_model_asks_for) {
  const auto wanted = read_handoff_call(
      R"({"reason":"complaint","summary":"The chain\nbroke  again.","urgency":"high"})");
  EXPECT_EQ(wanted,
            (PersonWanted{Reason::kComplaint, "ai.complaint", "The chain broke again.", true}));
}

TEST(HandoffTool, knows_every_reason) {
  const auto reason = [](const std::string& name) {
    return read_handoff_call(R"({"reason":")" + name + R"(","summary":"","urgency":"normal"})")
        .reason;
  };
  EXPECT_EQ(reason("user_request"), Reason::kUserRequest);
  EXPECT_EQ(reason("complaint"), Reason::kComplaint);
  for (const char* other : {"low_confidence", "policy", "account_action", "other"}) {
    EXPECT_EQ(reason(other), Reason::kLowConfidence) << other;
  }
}

TEST(HandoffTool, what_cannot_be_read_still_brings_a_person) {
  for (const char* arguments :
       {"", "{", R"({"reason":)", "null", "[]", "\"policy\"", R"({"reason":12})",
        R"({"reason":"nonsense","urgency":true})", "\xFF"}) {
    EXPECT_EQ(read_handoff_call(arguments), (PersonWanted{Reason::kLowConfidence, "ai.other"}))
        << arguments;
  }
}

TEST(HandoffTool, the_note_is_short) {
  std::string long_summary;
  for (int i = 0; i < 600; ++i) long_summary += "ă";
  const auto wanted = read_handoff_call(R"({"reason":"other","summary":")" + long_summary + "\"}");
  EXPECT_EQ(code_points(wanted.note), 500u);
}

TEST(HandoffTool, finds_a_call_that_was_written_as_text) {
  const struct {
    const char* text;
    const char* before;
    const char* rule;
    const char* note;
  } cases[] = {
      {"handoff_to_human: complaint: broken twice", "", "ai.complaint", "broken twice"},
      {"Let me see.\nhandoff_to_human(policy)\nmore", "Let me see.\n", "ai.policy", ""},
      {"Well. `handoff_to_human`", "", "ai.other", ""},
      {R"(<tool_call>{"name": "handoff_to_human", "arguments": {"reason": "user_request", "summary": "s"}}</tool_call>)",
       "", "ai.user_request", "s"},
      {R"(Sure.
```json
{"name": "handoff_to_human", "parameters": "{\"reason\":\"account_action\",\"summary\":\"s\"}"}
```)",
       "Sure.\n", "ai.account_action", "s"},
      {R"(handoff_to_human{"reason":"low_confidence","summary":"s"})", "", "ai.low_confidence",
       "s"},
  };
  for (const auto& c : cases) {
    const auto call = written_call_in(c.text);
    ASSERT_TRUE(call) << c.text;
    EXPECT_EQ(call->before, c.before) << c.text;
    EXPECT_EQ(call->wanted.rule, c.rule) << c.text;
    EXPECT_EQ(call->wanted.note, c.note) << c.text;
  }
  EXPECT_FALSE(written_call_in("A human can help with the handoff."));
}

}  // namespace
}  // namespace handoff
