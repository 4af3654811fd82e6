#include "text.h"

#include <gtest/gtest.h>

#include <random>

#include "handoff/utf8.h"

namespace handoff {
namespace {

TEST(Tokenize, folds_case_accents_and_both_forms_of_romanian_letters) {
  EXPECT_EQ(fold_phrase("VREAU Să vorbești ţi ŢARĂ țară"), "vreau sa vorbesti ti tara tara");
  EXPECT_EQ(fold_phrase("Straße Œuvre ÉTÉ Ångström"), "strasse oeuvre ete angstrom");
  EXPECT_EQ(fold_phrase("ПРИВЕТ"), "привет");
}

TEST(Tokenize, folds_letters_written_with_combining_accents) {
  EXPECT_EQ(fold_phrase("sa\xCC\x86 s\xCC\xA6i"), "sa si");
}

TEST(Tokenize, squeezes_repeated_letters_but_never_digits) {
  EXPECT_EQ(fold_phrase("pleeeeease 10000"), "pleease 10000");
}

TEST(Tokenize, drops_apostrophes_of_every_shape_inside_words) {
  EXPECT_EQ(fold_phrase("don't don\xE2\x80\x99t don`t"), "dont dont dont");
}

TEST(Tokenize, drops_invisible_joiners) {
  EXPECT_EQ(fold_phrase("ag\xE2\x80\x8B"
                        "ent ag\xC2\xAD"
                        "ent"),
            "agent agent");
}

TEST(Tokenize, splits_clauses_at_marks_and_keeps_decimal_numbers_whole) {
  const TokenText text = tokenize("Costs 3.50, right? Call me.Now!");
  ASSERT_EQ(text.clauses.size(), 4u);
  EXPECT_TRUE(text.clauses[1].question);
  EXPECT_FALSE(text.clauses[0].question);
  EXPECT_EQ(text.exclamations, 1u);
}

TEST(Tokenize, gives_offsets_into_the_original_bytes) {
  const std::string_view source = "  Așa, ȘTIU";
  const TokenText text = tokenize(source);
  ASSERT_EQ(text.tokens.size(), 2u);
  EXPECT_EQ(source.substr(text.tokens[0].start, text.tokens[0].end - text.tokens[0].start), "Așa");
  EXPECT_EQ(source.substr(text.tokens[1].start, text.tokens[1].end - text.tokens[1].start), "ȘTIU");
  EXPECT_TRUE(text.tokens[1].capitals);
  EXPECT_FALSE(text.tokens[0].capitals);
}

TEST(Tokenize, makes_ideographs_and_emoji_words_of_their_own) {
  EXPECT_EQ(tokenize("退款 ok😡😡").tokens.size(), 5u);
}

TEST(Tokenize, keeps_an_ill_formed_byte_as_one_symbol) {
  const TokenText text = tokenize(
      "ag\xFF"
      "ent");
  ASSERT_EQ(text.tokens.size(), 3u);
  EXPECT_EQ(text.tokens[1].kind, TokenKind::kSymbol);
  EXPECT_EQ(text.tokens[1].end - text.tokens[1].start, 1u);
  EXPECT_EQ(first_invalid_utf8(text.folded), std::nullopt);
}

TEST(Tokenize, survives_random_bytes_with_offsets_in_order) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    std::string source(random() % 200, ' ');
    for (char& c : source) c = static_cast<char>(random());
    const TokenText text = tokenize(source);
    std::uint32_t at = 0;
    for (const Token& token : text.tokens) {
      EXPECT_LE(at, token.start);
      EXPECT_LT(token.start, token.end);
      at = token.end;
    }
    EXPECT_LE(at, source.size());
    EXPECT_EQ(first_invalid_utf8(text.folded), std::nullopt);
    for (std::size_t c = 1; c < text.clauses.size(); ++c)
      EXPECT_EQ(text.clauses[c].first, text.clauses[c - 1].last);
  }
}

}  // namespace
}  // namespace handoff
