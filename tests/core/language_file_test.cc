#include "language_file.h"

#include <gtest/gtest.h>

#include <set>

#include "lexicon.h"

namespace handoff {
namespace {

std::vector<std::string> problems_of(std::string_view text) {
  std::vector<std::string> problems;
  read_language_file(
      text, [](const Section&, const std::vector<PatternPart>&) {},
      [&](const std::string& problem) { problems.push_back(problem); });
  return problems;
}

TEST(LanguageFile, every_embedded_language_is_well_formed) {
  for (const LanguageFile& file : kLanguageFiles)
    EXPECT_EQ(problems_of(file.text), std::vector<std::string>()) << file.code;
}

TEST(LanguageFile, there_are_ten_languages_english_first) {
  const Lexicon& lexicon = Lexicon::built_in();
  ASSERT_EQ(lexicon.languages(), 10u);
  EXPECT_EQ(lexicon.code(0), "en");
  EXPECT_EQ(lexicon.code(1), "ro");
}

TEST(LanguageFile, every_language_brings_what_a_request_is_made_of) {
  for (const LanguageFile& file : kLanguageFiles) {
    if (file.code.empty()) continue;
    std::set<Slot> slots;
    read_language_file(
        file.text,
        [&](const Section& section, const std::vector<PatternPart>&) {
          slots.insert(section.slot);
        },
        [](const std::string&) {});
    for (const Slot slot :
         {Slot::kWant, Slot::kContact, Slot::kTargetStrong, Slot::kTargetWeak, Slot::kDepartment,
          Slot::kCallback, Slot::kBot, Slot::kRefuse, Slot::kNegation, Slot::kIdentity,
          Slot::kPolite, Slot::kYes, Slot::kHedge, Slot::kValence, Slot::kFunction}) {
      EXPECT_TRUE(slots.contains(slot)) << file.code << " " << static_cast<int>(slot);
    }
  }
}

TEST(LanguageFile, says_what_is_wrong_and_where) {
  EXPECT_EQ(problems_of("[contact]\n[targets]"),
            std::vector<std::string>{"line 2: no slot is named \"targets\""});
  EXPECT_EQ(problems_of("[lead x]"),
            std::vector<std::string>{"line 1: the weight must be a whole number"});
  EXPECT_EQ(problems_of("[want]\n@who"),
            std::vector<std::string>{"line 2: @who was not given before"});
  EXPECT_EQ(problems_of("[want]\n(i|we want"),
            std::vector<std::string>{"line 2: a \"(\" is never closed"});
  EXPECT_EQ(problems_of("[want]\n(a (b|c))").front(), "line 2: a group stands in a group");
  EXPECT_EQ(problems_of("[want]\ni want; @a = b").front(),
            "line 2: a list stands on a line of its own");
}

TEST(LanguageFile, reads_weight_and_rule_of_a_section) {
  std::vector<Section> sections;
  read_language_file(
      "[valence -28]\nbad\n[complaint 80 damaged]\nbroken",
      [&](const Section& section, const std::vector<PatternPart>&) { sections.push_back(section); },
      [](const std::string&) {});
  ASSERT_EQ(sections.size(), 2u);
  EXPECT_EQ(sections[0].weight, -28);
  EXPECT_EQ(sections[1].weight, 80);
  EXPECT_EQ(sections[1].rule, "damaged");
}

TEST(LanguageGuess, knows_each_language_by_its_small_words) {
  const std::pair<const char*, const char*> kSentences[] = {
      {"en", "where is the parcel that i have ordered"},
      {"ro", "unde este coletul pe care l-am comandat"},
      {"es", "dónde está el paquete que he pedido"},
      {"fr", "où est le colis que j'ai commandé"},
      {"de", "wo ist das paket, das ich bestellt habe"},
      {"it", "dov'è il pacco che ho ordinato"},
      {"pt", "onde está a encomenda que eu fiz, não chegou"},
      {"nl", "waar is het pakket dat ik heb besteld"},
      {"pl", "gdzie jest paczka, którą zamówiłem"},
      {"hu", "hol van a csomag, amit rendeltem"}};
  for (const auto& [language, sentence] : kSentences) {
    TokenText text = tokenize(sentence);
    LexiconScan scan;
    Lexicon::built_in().scan(text, sentence, scan);
    const auto best = std::max_element(scan.votes.begin(), scan.votes.end());
    EXPECT_EQ(Lexicon::built_in().code(static_cast<std::size_t>(best - scan.votes.begin())),
              language)
        << sentence;
  }
}

}  // namespace
}  // namespace handoff
