#include "phrase_matcher.h"

#include <gtest/gtest.h>

#include <random>

#include "phrase_expand.h"
#include "spelling.h"

namespace handoff {
namespace {

struct Found {
  std::uint32_t pattern, first, last;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> find(const PhraseMatcher& matcher, std::string_view source,
                        bool within_clauses = false) {
  std::vector<Found> found;
  matcher.scan(tokenize(source), within_clauses, [&](PhraseHit hit) {
    found.push_back({hit.pattern, hit.first, hit.last});
    return true;
  });
  return found;
}

PhraseMatcher matcher_of(const std::vector<std::pair<std::string, bool>>& phrases) {
  PhraseMatcher matcher;
  for (const auto& [phrase, prefix] : phrases) matcher.add(phrase, prefix);
  matcher.compile();
  return matcher;
}

TEST(PhraseMatcher, finds_whole_words_only) {
  const PhraseMatcher matcher = matcher_of({{"agent", false}});
  EXPECT_EQ(find(matcher, "agents reagent agent"), (std::vector<Found>{{0, 2, 2}}));
}

TEST(PhraseMatcher, finds_prefixes_and_takes_the_word_whole) {
  const PhraseMatcher matcher = matcher_of({{"refund", true}});
  EXPECT_EQ(find(matcher, "no refunds, refunded prerefund"),
            (std::vector<Found>{{0, 1, 1}, {0, 2, 2}}));
}

TEST(PhraseMatcher, finds_overlapping_phrases_longer_first) {
  const PhraseMatcher matcher =
      matcher_of({{"talk to", false}, {"to a human", false}, {"human", false}});
  EXPECT_EQ(find(matcher, "talk to a human"),
            (std::vector<Found>{{0, 0, 1}, {1, 1, 3}, {2, 3, 3}}));
}

TEST(PhraseMatcher, reports_equal_phrases_each_with_its_number) {
  EXPECT_EQ(find(matcher_of({{"a b", false}, {"a b", false}}), "a b").size(), 2u);
}

TEST(PhraseMatcher, stays_within_clauses_when_told) {
  const PhraseMatcher matcher = matcher_of({{"no agent", false}});
  EXPECT_EQ(find(matcher, "no, agent", true).size(), 0u);
  EXPECT_EQ(find(matcher, "no, agent", false).size(), 1u);
}

TEST(PhraseMatcher, matches_nothing_when_empty) {
  PhraseMatcher matcher;
  matcher.compile();
  EXPECT_TRUE(find(matcher, "anything").empty());
  EXPECT_TRUE(find(matcher_of({{"", false}}), "anything").empty());
}

/// The slow and obvious way: every phrase at every word.
std::size_t count_slowly(const std::vector<std::pair<std::string, bool>>& phrases,
                         std::string_view source) {
  const std::string text = " " + fold_phrase(source) + " ";
  std::size_t count = 0;
  for (const auto& [phrase, prefix] : phrases) {
    const std::string needle = " " + phrase + (prefix ? "" : " ");
    for (std::size_t at = text.find(needle); at != std::string::npos;
         at = text.find(needle, at + 1))
      ++count;
  }
  return count;
}

TEST(PhraseMatcher, agrees_with_a_slow_search_on_random_phrases) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      for (std::size_t letters = 1 + random() % 3; letters > 0; --letters)
        text += static_cast<char>('a' + random() % 2);
    }
    return fold_phrase(text);
  };
  for (int round = 0; round < 60; ++round) {
    std::vector<std::pair<std::string, bool>> phrases;
    for (int i = 0; i < 25; ++i) phrases.push_back({words(1 + random() % 4), random() % 3 == 0});
    const std::string source = words(60);
    EXPECT_EQ(find(matcher_of(phrases), source).size(), count_slowly(phrases, source)) << source;
  }
}

TEST(ExpandPhrases, writes_out_alternatives_options_and_prefixes) {
  std::vector<std::string> found;
  expand_phrases("(talk|Speak) (to|) me; refund*; (fără) om",
                 [&](const std::string& folded, bool prefix) {
                   found.push_back(folded + (prefix ? "*" : ""));
                 });
  EXPECT_EQ(found, (std::vector<std::string>{"talk to me", "talk me", "speak to me", "speak me",
                                             "refund*", "fara om"}));
}

TEST(Spelling, forgives_one_slip_in_long_words_only) {
  Spelling spelling;
  spelling.add_target("operator");
  spelling.add_target("agent");
  spelling.add_target("om");
  spelling.add_known("agency");
  spelling.add_known("agents");
  EXPECT_EQ(spelling.correct("opertor"), "operator");
  EXPECT_EQ(spelling.correct("operattor"), "operator");
  EXPECT_EQ(spelling.correct("operatro"), "operator");
  EXPECT_EQ(spelling.correct("agemt"), "agent");
  EXPECT_EQ(spelling.correct("agents"), "");
  EXPECT_EQ(spelling.correct("agency"), "");
  EXPECT_EQ(spelling.correct("omm"), "");
  EXPECT_EQ(spelling.correct("zgent"), "") << "the first letter must be right";
}

}  // namespace
}  // namespace handoff
