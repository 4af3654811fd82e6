#include <gtest/gtest.h>

#include "handoff/detection.h"

namespace handoff {
namespace {

Percent feel(std::string_view text) { return Detector(TriggerSettings{}).sentiment(text); }

TEST(Sentiment, tells_bad_from_good_in_both_languages) {
  for (const char* text : {"this is terrible", "worst service ever", "I am very disappointed",
                           "you are useless", "sunteți inutili", "serviciu groaznic",
                           "sunt foarte dezamăgit", "not happy with this", "😡"}) {
    EXPECT_LT(feel(text), -20) << text;
  }
  for (const char* text :
       {"great, thank you", "I love it", "that was very helpful", "excelent, mulțumesc",
        "foarte bine", "sunt mulțumit", "not bad at all", "👍"}) {
    EXPECT_GT(feel(text), 20) << text;
  }
  for (const char* text :
       {"", "where is my order", "unde este comanda mea", "please", "vă rog", "1234"}) {
    EXPECT_GE(feel(text), 0) << text;
    EXPECT_LE(feel(text), 10) << text;
  }
}

TEST(Sentiment, turns_around_with_a_negation) {
  EXPECT_GT(feel("this is good"), 0);
  EXPECT_LT(feel("this is not good"), 0);
  EXPECT_LT(feel("nu este frumos"), 0);
}

TEST(Sentiment, grows_with_intensity_capitals_and_marks) {
  EXPECT_LT(feel("very bad"), feel("bad"));
  EXPECT_GT(feel("slightly bad"), feel("bad"));
  EXPECT_LT(feel("BAD"), feel("bad"));
  EXPECT_LT(feel("bad!!!"), feel("bad"));
}

TEST(Sentiment, stays_in_its_range) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "terrible! ";
  EXPECT_GE(feel(text), -100);
  EXPECT_LE(feel(text), -95);
}

}  // namespace
}  // namespace handoff
