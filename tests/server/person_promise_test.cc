#include "ai/person_promise.h"

#include <gtest/gtest.h>

#include <map>

#include "ai/promise_file.h"
#include "support/fixture.h"

namespace handoff {
namespace {

struct Score {
  int promises = 0;
  int found = 0;
  int others = 0;
  int false_alarms = 0;
};

/// By locale, of the sentences that the rules were written with, or of those kept aside.
std::map<std::string, Score> scores(bool aside) {
  std::map<std::string, Score> scores;
  for (const Json& entry : read_fixture("person_promises.json")) {
    if (entry.at("aside").get<bool>() != aside) continue;
    Score& score = scores[entry.at("locale").get<std::string>()];
    const bool promise = entry.at("promise").get<bool>();
    const bool found = promises_person(entry.at("text").get<std::string>());
    ++(promise ? score.promises : score.others);
    if (found) ++(promise ? score.found : score.false_alarms);
  }
  return scores;
}

TEST(PersonPromise, knows_the_sentences_of_every_language) {
  const auto all = scores(false);
  EXPECT_EQ(all.size(), 10u);
  for (const auto& [locale, score] : all) {
    SCOPED_TRACE(locale);
    const bool main_language = locale == "en" || locale == "ro";
    EXPECT_GE(score.promises, main_language ? 40 : 12);
    EXPECT_GE(score.others, main_language ? 40 : 12);
    EXPECT_GE(score.found * 100, score.promises * (main_language ? 95 : 85));
    EXPECT_LE(score.false_alarms * 100, score.others * (main_language ? 5 : 8));
  }
}

TEST(PersonPromise, every_language_file_is_read_to_its_end) {
  EXPECT_EQ(promise_languages().size(), 10u);
  for (const PromiseLanguage& language : promise_languages()) {
    const PromiseFile file = read_promise_file(language.text);
    EXPECT_EQ(file.problem, "") << language.code;
    EXPECT_GE(file.rules.size(), 80u) << language.code;
    EXPECT_GE(file.small.size(), 30u) << language.code;
  }
}

TEST(PersonPromise, a_bad_line_of_a_language_file_is_named) {
  EXPECT_EQ(read_promise_file("[promise]\nthey will call you\n\n(oops").problem,
            "line 4: \"(oops\" is no comment, list, section or rule");
  EXPECT_NE(read_promise_file("they will call").problem, "");
  EXPECT_NE(read_promise_file("[promis]").problem, "");
  EXPECT_NE(read_promise_file("[promise]\n@nobody will call").problem, "");
  EXPECT_NE(read_promise_file("[promise]\nwe ~99 call").problem, "");
  EXPECT_NE(read_promise_file("[promise]\n~ call").problem, "");
}

TEST(PersonPromise, marks_and_capitals_do_not_hide_a_promise) {
  EXPECT_TRUE(promises_person("**I\u2019VE FORWARDED** this to our _team_!"));
  EXPECT_TRUE(promises_person("\u201CSomeone will reach out shortly\u201D"));
  EXPECT_TRUE(promises_person("[Ana has joined]"));
  EXPECT_TRUE(promises_person("Someone will call you back today, ok?"));
  EXPECT_FALSE(promises_person("Will someone call me back today?"));
  EXPECT_FALSE(promises_person(""));
}

TEST(PersonPromise, whole_sentences_are_cut_and_the_rest_is_tidy) {
  const auto out = without_person_promises(
      "Delivery takes 3 days. I've told our team, and someone will call you. It costs 18 lei.");
  EXPECT_TRUE(out.promised);
  EXPECT_EQ(out.text, "Delivery takes 3 days. It costs 18 lei.");
  EXPECT_EQ(out.first, 23u);
}

TEST(PersonPromise, a_text_without_promises_stays_as_it_is) {
  const std::string text = "  Our team answers e-mails. \n\n\n\n- You can call us!  ";
  const auto out = without_person_promises(text);
  EXPECT_FALSE(out.promised);
  EXPECT_EQ(out.text, text);
  EXPECT_EQ(out.first, std::string::npos);
}

TEST(PersonPromise, list_items_and_lines_go_as_a_whole) {
  EXPECT_EQ(
      without_person_promises("Next:\n- We pack it.\n- A colleague will call you.\n- It ships.")
          .text,
      "Next:\n- We pack it.\n- It ships.");
  EXPECT_EQ(without_person_promises("1. A colleague will call you. Then it ships.\n2. Done").text,
            "1. Then it ships.\n2. Done");
  EXPECT_EQ(without_person_promises("Hello.\n\nSomeone will be with you shortly.\n\nBye.").text,
            "Hello.\n\nBye.");
  EXPECT_EQ(without_person_promises("I'll connect you with an agent.").text, "");
}

TEST(PersonPromise, a_line_break_does_not_hide_a_promise) {
  EXPECT_EQ(
      without_person_promises("Hello.\nSomebody from our team\nwill call you today. Bye.").text,
      "Hello.\nBye.");
}

TEST(PersonPromise, articles_promise_nobody) {
  for (const char* text : {"Our team is available from 9 to 18.",
                           "For a full service book a day by phone or here in the chat, and bring "
                           "the bike before ten.",
                           "Pentru o revizie completă rezervați o zi la telefon sau aici, în chat, "
                           "iar un coleg o confirmă.",
                           "A person in our team can see orders.", "You can also write to us."})
    EXPECT_FALSE(promises_person(text)) << text;
}

TEST(PersonPromise, a_sentence_without_an_end_is_read_in_pieces) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "word ";
  EXPECT_FALSE(promises_person(text));
  EXPECT_TRUE(promises_person(text + "and someone will call you back " + text));
}

}  // namespace
}  // namespace handoff
