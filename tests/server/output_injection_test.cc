#include <gtest/gtest.h>

#include <algorithm>

#include "ai/output_guard.h"
#include "ai/person_promise.h"
#include "ai/sentence_gate.h"
#include "support/injection_cases.h"

namespace handoff {
namespace {

const std::string kCanary = "q7Xk29mZt4wB";

OutputRules shop_rules() { return {.link_hosts = {"shop.example"}, .canary = kCanary}; }

/// What the visitor would read of a finished answer.
std::string shown(const std::string& text) {
  return without_person_promises(guard_output(text, shop_rules()).text).text;
}

void expect_none(const InjectionCase& attack, const std::string& seen) {
  for (const std::string& never : attack.never)
    EXPECT_EQ(seen.find(never), std::string::npos)
        << '"' << never << "\" in: " << seen.substr(0, 400);
}

TEST(OutputInjection, the_fixture_holds_at_least_60_attacks) {
  EXPECT_GE(injection_cases(kCanary).size(), 60u);
}

TEST(OutputInjection, nothing_of_an_attack_reaches_the_visitor) {
  for (const InjectionCase& attack : injection_cases(kCanary)) {
    SCOPED_TRACE(attack.name);
    expect_none(attack, shown(attack.text));
  }
}

TEST(OutputInjection, nothing_of_an_attack_is_seen_while_the_answer_grows) {
  for (const InjectionCase& attack : injection_cases(kCanary)) {
    SCOPED_TRACE(attack.name);
    SentenceGate gate(shop_rules());
    const std::size_t step = std::max<std::size_t>(1, attack.text.size() / 40);
    for (std::size_t size = 0; size < attack.text.size(); size += step)
      expect_none(attack, gate.visible(std::string_view(attack.text).substr(0, size)));
    expect_none(attack, gate.finish(attack.text));
  }
}

/// Arguments of tools are read by agents, as text.
TEST(OutputInjection, arguments_of_tools_are_as_harmless_when_guarded) {
  for (const InjectionCase& attack : injection_cases(kCanary)) {
    SCOPED_TRACE(attack.name);
    for (const InjectionCase::ToolCall& call : attack.tool_calls) {
      const std::string seen = guard_output(call.arguments, shop_rules()).text;
      EXPECT_EQ(seen.find("https://evil"), std::string::npos);
      EXPECT_EQ(seen.find("<script"), std::string::npos);
      EXPECT_EQ(seen.find(kCanary), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace handoff
