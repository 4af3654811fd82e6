#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "detection_support.h"
#include "handoff/json.h"

namespace handoff {
namespace {

bool asks_for_a_person(const std::string& text) {
  const Verdict verdict = judge(text);
  return std::any_of(verdict.signals.begin(), verdict.signals.end(),
                     [](const Signal& s) { return s.reason == Reason::kUserRequest && s.fires; });
}

/// The sentences that other detectors get wrong, by the kind of their mistake.
Json hard_cases() {
  std::ifstream in(std::string(HANDOFF_FIXTURES) + "/hard_cases.json");
  std::stringstream text;
  text << in.rdbuf();
  const auto parsed = parse_json(text.str());
  EXPECT_TRUE(parsed.ok()) << parsed.error().message;
  return *parsed;
}

void expect_all(const Json& classes, bool fires) {
  for (const auto& [kind, sentences] : classes.items()) {
    EXPECT_GE(sentences.size(), 2u) << kind;
    for (const Json& sentence : sentences) {
      const auto text = sentence.get<std::string>();
      EXPECT_EQ(asks_for_a_person(text), fires) << kind << ": " << text;
    }
  }
}

TEST(HardCases, requests_in_every_disguise_fire) { expect_all(hard_cases()["fires"], true); }

TEST(HardCases, what_only_looks_like_a_request_does_not) {
  expect_all(hard_cases()["does_not_fire"], false);
}

}  // namespace
}  // namespace handoff
