#include "cli_explain.h"

#include <gtest/gtest.h>

#include <sstream>

#include "cli_detect.h"
#include "handoff/settings_json.h"

namespace handoff {
namespace {

class CliExplain : public ::testing::Test {
 protected:
  std::string run(const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    EXPECT_EQ(run_explain(settings_, in, out), 0);
    return out.str();
  }

  void set(const char* json) {
    auto read = read_settings(json);
    ASSERT_TRUE(read.errors.empty());
    settings_ = std::move(read.settings);
  }

  Settings settings_;
};

/// The first byte of `words` in `text` and the one after them.
Evidence span_of(std::string_view text, std::string_view words) {
  const auto start = static_cast<std::uint32_t>(text.find(words));
  return {start, start + static_cast<std::uint32_t>(words.size()), std::string(words)};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The one keyword is not weighed by the model, so the whole trace can be told in advance.
TEST_F(CliExplain, traces_a_message_from_the_line_to_the_marked_words) {
  set(R"({"triggers": {"keywords": [{"phrase": "țiglă"}], "user_request": {"enabled": false},
      "complaint": {"enabled": false}, "technical_issue": {"enabled": false},
      "high_value_lead": {"enabled": false}, "negative_sentiment": {"enabled": false},
      "failed_attempts": {"enabled": false}}})");
  const std::string out = run("{\"id\":\"a7\",\"text\":\"Aveți și țiglă roșie?\"}\n");
  const auto sentiment = out.find("sentiment");
  ASSERT_NE(sentiment, std::string::npos) << out;
  EXPECT_EQ(out.substr(0, sentiment),
            "line       1, id \"a7\"\n"
            "message    Aveți și țiglă roșie?\n"
            "verdict    handoff: keyword 1.00\n"
            "language   ro\n");
  EXPECT_EQ(out.substr(out.find("signal")),
            "signal     keyword 1.00 fires: handoff\n"
            "  needs    nothing but the words (triggers.keywords)\n"
            "  rule     keyword.țiglă\n"
            "  words    Aveți și țiglă roșie?\n"
            "                    ^^^^^\n"
            "\n");
}

TEST_F(CliExplain, names_the_threshold_in_force_and_whether_it_is_reached) {
  const std::string line = R"({"text":"I want to talk to a human"})";
  EXPECT_TRUE(has(run(line),
                  "fires: handoff\n  needs    a score of 0.50 (triggers.user_request."
                  "threshold)\n  rule     request.talk_to_person\n"))
      << run(line);
  set(R"({"triggers": {"user_request": {"threshold": 1}}})");
  EXPECT_TRUE(has(run(line), "does not fire\n  needs    a score of 1.00")) << run(line);
  EXPECT_TRUE(has(run(line), "verdict    continue: nothing fires\n")) << run(line);
}

TEST_F(CliExplain, says_what_the_ai_s_confidence_is_measured_against) {
  const std::string out =
      run(R"({"messages":[{"author":"visitor","text":"Do you ship to Norway?"},)"
          R"({"author":"ai","text":"We do.","confidence":0.4}]})");
  EXPECT_TRUE(has(out, "low_confidence 0.60 fires: offer\n")) << out;
  EXPECT_TRUE(has(out,
                  "below 0.35 for a handoff (triggers.low_confidence.threshold) or below "
                  "0.55 for an offer (triggers.low_confidence.offer_below); it is 0.40\n"))
      << out;
  EXPECT_TRUE(has(out, "  words    none in this message\n")) << out;
}

TEST_F(CliExplain, a_bad_line_gives_its_error_and_the_run_goes_on) {
  const std::string out = run("\nnot json\n{\"id\":3,\"txt\":\"x\"}\n{\"id\":4,\"text\":\"hi\"}\n");
  EXPECT_EQ(out.rfind("line       2\nerror      ", 0), 0u) << out;
  EXPECT_TRUE(has(out, "\n\nline       3, id 3\nerror      ")) << out;
  EXPECT_TRUE(has(out, "\n\nline       4, id 4\nmessage    hi\nverdict    continue")) << out;
}

TEST_F(CliExplain, a_conversation_without_a_visitor_has_nothing_to_explain) {
  EXPECT_EQ(run(R"({"messages":[]})"),
            "line       1\nmessage    none of the visitor\nverdict    continue: nothing fires\n\n");
}

TEST_F(CliExplain, has_a_signal_for_each_of_the_verdict) {
  const std::string line =
      R"({"text":"This is a scam, my order arrived broken and your site crashes. I want a manager!"})";
  std::istringstream in(line);
  std::ostringstream verdict;
  run_detect(settings_, in, verdict);
  const auto signals = parse_json(verdict.str()).value()["signals"];
  ASSERT_GT(signals.size(), 1u) << verdict.str();
  const std::string out = run(line);
  std::size_t at = 0;
  for (const auto& signal : signals) {
    at = out.find("  rule     " + signal["rule"].get<std::string>() + "\n", at);
    ASSERT_NE(at, std::string::npos) << signal << "\n" << out;
  }
}

TEST(MarkedWords, columns_are_code_points) {
  const std::string text = "Am așteptat – 😀 vreau un om";
  EXPECT_EQ(marked_words(text, span_of(text, "un om"), "  "),
            "  " + text + "\n" + std::string(2 + 22, ' ') + "^^^^^\n");
}

TEST(MarkedWords, a_long_text_is_cut_around_the_span) {
  const std::string text = std::string(300, 'a') + " ăîș om " + std::string(300, 'b');
  const std::string out = marked_words(text, span_of(text, "ăîș om"), "");
  EXPECT_EQ(out, "…" + std::string(18, 'a') + " ăîș om " + std::string(40, 'b') + "…\n" +
                     std::string(20, ' ') + "^^^^^^\n");
}

TEST(MarkedWords, a_span_at_the_end_shows_the_end) {
  const std::string text = std::string(300, 'a') + " om";
  EXPECT_EQ(marked_words(text, span_of(text, "om"), ""),
            "…" + std::string(64, 'a') + " om\n" + std::string(66, ' ') + "^^\n");
}

TEST(MarkedWords, a_span_longer_than_the_line_is_marked_to_its_end) {
  const std::string text(500, 'a');
  EXPECT_EQ(marked_words(text, {0, 500, text}, ""),
            std::string(67, 'a') + "…\n" + std::string(68, '^') + "\n");
}

TEST(MarkedWords, a_visitor_s_text_cannot_break_or_steer_the_terminal) {
  EXPECT_EQ(marked_words("a\n\x1B[31m\xC2\x9B om\x7F", {10, 12, "om"}, ""),
            "a  [31m  om \n         ^^\n");
}

TEST(MarkedWords, offsets_outside_the_text_are_brought_inside) {
  EXPECT_EQ(marked_words("om", {1, 99, ""}, ""), "om\n ^\n");
  EXPECT_EQ(marked_words("om", {50, 99, ""}, ""), "om\n  \n");
  EXPECT_EQ(marked_words("", {0, 4, ""}, ""), "\n\n");
}

}  // namespace
}  // namespace handoff
