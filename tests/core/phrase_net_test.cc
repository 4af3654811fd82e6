#include "phrase_net.h"

#include <gtest/gtest.h>

#include <random>

#include "spelling.h"
#include "text.h"

namespace handoff {
namespace {

struct Found {
  std::uint32_t pattern, first, last;
  friend bool operator==(const Found&, const Found&) = default;
};

/// The phrases of a language file, read and joined to a net.
class Net {
 public:
  explicit Net(std::string_view file) {
    read_language_file(
        file,
        [this](const Section&, const std::vector<PatternPart>& parts) {
          net_.add(vocabulary_, parts, PhraseNet::kAll);
        },
        [](const std::string& problem) { ADD_FAILURE() << problem; });
    net_.compile(vocabulary_.size());
  }

  std::vector<Found> find(std::string_view source, bool within_clauses = false) const {
    std::vector<Found> found;
    const TokenText text = tokenize(source);
    PhraseNet::Walk walk(net_);
    for (std::uint32_t t = 0; t < text.tokens.size(); ++t) {
      const bool border = t > 0 && text.tokens[t].clause != text.tokens[t - 1].clause;
      if (within_clauses && border) walk.restart();
      walk.take(vocabulary_.find(text.word(t)), t, 1u << PhraseNet::kAll, [&](PhraseHit hit) {
        found.push_back({hit.pattern, hit.first, hit.last});
      });
    }
    return found;
  }

 private:
  Vocabulary vocabulary_;
  PhraseNet net_;
};

TEST(PhraseNet, finds_whole_words_only) {
  EXPECT_EQ(Net("agent").find("agents reagent agent"), (std::vector<Found>{{0, 2, 2}}));
}

TEST(PhraseNet, finds_prefixes_and_takes_the_word_whole) {
  EXPECT_EQ(Net("refund*").find("no refunds, refunded prerefund"),
            (std::vector<Found>{{0, 1, 1}, {0, 2, 2}}));
}

TEST(PhraseNet, finds_overlapping_phrases_longer_first) {
  EXPECT_EQ(Net("talk to; to a human; human").find("talk to a human"),
            (std::vector<Found>{{0, 0, 1}, {1, 1, 3}, {2, 3, 3}}));
}

TEST(PhraseNet, reports_equal_phrases_each_with_its_number) {
  EXPECT_EQ(Net("a b; a b").find("a b").size(), 2u);
}

TEST(PhraseNet, stays_within_clauses_when_told) {
  EXPECT_EQ(Net("no agent").find("no, agent", true).size(), 0u);
  EXPECT_EQ(Net("no agent").find("no, agent", false).size(), 1u);
}

TEST(PhraseNet, matches_nothing_when_empty) { EXPECT_TRUE(Net("").find("anything").empty()); }

TEST(PhraseNet, knows_alternatives_options_and_lists) {
  const Net net("@who = human|real person\n(talk|Speak) (to|) (a|) @who; (fără|) om");
  EXPECT_EQ(net.find("speak to a real person").size(), 1u);
  EXPECT_EQ(net.find("talk human").size(), 1u);
  EXPECT_EQ(net.find("to a human").size(), 0u);
  EXPECT_EQ(net.find("fara om").size(), 2u) << "with and without the part that may be left out";
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

TEST(PhraseNet, agrees_with_a_slow_search_on_random_phrases) {
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
    std::string file;
    for (const auto& [phrase, prefix] : phrases) file += phrase + (prefix ? "*\n" : "\n");
    EXPECT_EQ(Net(file).find(source).size(), count_slowly(phrases, source)) << source;
  }
}

TEST(Spelling, forgives_one_slip_in_long_words_of_the_language_spoken) {
  constexpr std::uint8_t kEnglish = 0;
  constexpr std::uint32_t kEnglishOnly = 1u << kEnglish;
  Spelling spelling;
  spelling.add_target("operator", kEnglish);
  spelling.add_target("agent", kEnglish);
  spelling.add_target("om", kEnglish);
  EXPECT_EQ(spelling.correct("opertor", kEnglishOnly), "operator");
  EXPECT_EQ(spelling.correct("operattor", kEnglishOnly), "operator");
  EXPECT_EQ(spelling.correct("operatro", kEnglishOnly), "operator");
  EXPECT_EQ(spelling.correct("agemt", kEnglishOnly), "agent");
  EXPECT_EQ(spelling.correct("agemt", ~kEnglishOnly), "") << "nobody speaks its language";
  EXPECT_EQ(spelling.correct("omm", kEnglishOnly), "");
  EXPECT_EQ(spelling.correct("zgent", kEnglishOnly), "") << "the first letter must be right";
}

}  // namespace
}  // namespace handoff
