#include "ai/sentence_gate.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "ai/person_promise.h"

namespace handoff {
namespace {

OutputRules rules() { return {.link_hosts = {"shop.example"}, .canary = "q7Xk29mZt4wB"}; }

TEST(SentenceGate, shows_a_sentence_when_white_space_follows_its_end) {
  SentenceGate gate(rules());
  EXPECT_EQ(gate.visible("Delivery takes 3 days"), "");
  EXPECT_EQ(gate.visible("Delivery takes 3 days."), "");
  EXPECT_EQ(gate.visible("Delivery takes 3 days. It"), "Delivery takes 3 days.");
  EXPECT_EQ(gate.visible("Delivery takes 3 days. It costs 18 lei!\nW"),
            "Delivery takes 3 days. It costs 18 lei!");
  EXPECT_EQ(gate.finish("Delivery takes 3 days. It costs 18 lei!\nWhat else"),
            "Delivery takes 3 days. It costs 18 lei!\nWhat else");
  EXPECT_FALSE(gate.stopped());
}

TEST(SentenceGate, abbreviations_and_numbers_end_nothing) {
  for (const char* text : {"We sell helmets, e.g. X", "It is 3.5 kg, nr. 12 X", "z.B. X",
                           "Am 3. Mai X", "Mr. X", "1. Xx", "p. ej. X"}) {
    SentenceGate gate(rules());
    EXPECT_EQ(gate.visible(text), "") << text;
  }
}

TEST(SentenceGate, ideographic_sentences_end_without_white_space) {
  SentenceGate gate(rules());
  EXPECT_EQ(gate.visible("三天送达。费用"), "三天送达。");
}

TEST(SentenceGate, shows_nothing_of_what_is_still_open) {
  for (const char* text :
       {"See [the page. It is", "See [x](https://shop. example", "Code:\n```\na. b\n",
        "A <b title='x. y' z", "<!-- a. b ", "<script>a. b ", "**Bold. And", "`a. b", "[x]:\n"}) {
    SentenceGate gate(rules());
    const std::string seen = gate.visible(text);
    EXPECT_EQ(seen.find(". "), std::string::npos) << text << " -> " << seen;
    EXPECT_EQ(seen.find("x"), std::string::npos) << text << " -> " << seen;
  }
}

TEST(SentenceGate, stops_at_a_promise_and_never_goes_on) {
  SentenceGate gate(rules());
  EXPECT_EQ(gate.visible("Hello. A colleague will call you. "), "Hello.");
  EXPECT_TRUE(gate.stopped());
  EXPECT_EQ(gate.visible("Hello. A colleague will call you. Bye. "), "Hello.");
  EXPECT_EQ(gate.finish("Hello. A colleague will call you. Bye."), "Hello.");
}

TEST(SentenceGate, stops_at_the_canary_and_shows_nothing_of_its_sentence) {
  SentenceGate gate(rules());
  EXPECT_EQ(gate.visible("Hello. The key is q7Xk29mZt4"), "Hello.");
  EXPECT_FALSE(gate.stopped());
  EXPECT_EQ(gate.visible("Hello. The key is q7Xk29mZt4wB. Bye. "), "Hello.");
  EXPECT_TRUE(gate.stopped());
}

TEST(SentenceGate, a_lone_bullet_of_a_promise_is_not_shown) {
  SentenceGate gate(rules());
  EXPECT_EQ(gate.visible("Next:\n- We pack it.\n- A colleague will call you.\n"),
            "Next:\n- We pack it.");
}

TEST(SentenceGate, an_empty_text_shows_nothing) {
  SentenceGate gate({});
  EXPECT_EQ(gate.visible(""), "");
  EXPECT_EQ(gate.finish(""), "");
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces = {"Delivery takes 3 days. ",
                                                   "It costs 18 lei!\n",
                                                   "See [the page](https://shop.example/a). ",
                                                   "See [that](https://evil.example/b?c). ",
                                                   "![x](https://evil.example/i) ",
                                                   "**Bold. Words.** ",
                                                   "`code. x` ",
                                                   "<b>tag</b> ",
                                                   "<!-- a. b --> ",
                                                   "```\ncode. x\n```\n",
                                                   "- item one.\n- item two.\n",
                                                   "\n\n",
                                                   "1. first\n2. second\n",
                                                   "https://evil.example/x. ",
                                                   "https://shop.example/y. ",
                                                   "e.g. this ",
                                                   "\u201CQuoted.\u201D ",
                                                   "[1]: https://evil.example/d\n",
                                                   "a < b. ",
                                                   "\xF0\x9F\x98\x80 ",
                                                   "Ana & co. ",
                                                   "What else?",
                                                   " ",
                                                   "[1][2] ",
                                                   "\u200B",
                                                   "\x1B[31m",
                                                   "(see below). "};
  return kPieces;
}

std::string random_answer(std::mt19937& random, bool with_promise) {
  std::uniform_int_distribution<std::size_t> piece(0, pieces().size() - 1);
  std::uniform_int_distribution<int> length(1, 14);
  std::string text;
  for (int i = length(random); i > 0; --i) text += pieces()[piece(random)];
  if (with_promise) text += " A colleague will call you soon. " + pieces()[piece(random)];
  return text;
}

/// Feeds `text` in random pieces; expects that what is seen only grows, and hides what must be.
void feed(SentenceGate& gate, const std::string& text, std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> step(1, 9);
  std::string before;
  for (std::size_t size = 0; size < text.size(); size += step(random)) {
    const std::string seen = gate.visible(std::string_view(text).substr(0, size));
    ASSERT_TRUE(seen.starts_with(before)) << before << " -> " << seen;
    ASSERT_EQ(seen.find("evil.example"), std::string::npos) << seen;
    ASSERT_EQ(seen.find("colleague"), std::string::npos) << seen;
    before = seen;
  }
  ASSERT_TRUE(gate.finish(text).starts_with(before)) << before;
}

TEST(SentenceGate, random_answers_only_grow_and_end_as_the_whole_is_guarded) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 1'500; ++i) {
    const std::string text = random_answer(random, i % 3 == 0);
    SCOPED_TRACE(text);
    SentenceGate gate(rules());
    feed(gate, text, random);
    if (HasFatalFailure()) return;
    const std::string whole = without_person_promises(guard_output(text, rules()).text).text;
    if (gate.stopped()) {
      ASSERT_EQ(i % 3, 0);
    } else {
      ASSERT_EQ(gate.finish(text), whole);
    }
  }
}

}  // namespace
}  // namespace handoff
