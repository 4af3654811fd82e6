#include "notify/text_privacy.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "handoff/utf8.h"

namespace handoff::testing {
namespace {

using Wanted = PrivacySettings::NotificationText;

struct Case {
  std::string text;
  std::string masked;
};

void expect_masked(const std::vector<Case>& cases) {
  for (const Case& each : cases) EXPECT_EQ(mask_personal_data(each.text), each.masked) << each.text;
}

void expect_kept(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_EQ(mask_personal_data(text), text);
}

Notice notice() {
  return {.id = "d1",
          .site_name = "Acme",
          .conversation_id = "c_Ab123f9a",
          .link = "https://handoff.example/c/c_Ab123f9a",
          .visitor = "john@example.com",
          .reason = "my card is 4111 1111 1111 1111",
          .reason_name = "user_request",
          .last = {{Author::kVisitor, "call me at 0722 123 456"},
                   {Author::kAi, "I shall call 0722 123 456"}},
          .items = {{.visitor = "Ana, ana@example.com",
                     .reason = "+40 722 123 456",
                     .link = "https://handoff.example/c/c_77e1",
                     .reason_name = "complaint"}}};
}

TEST(TextPrivacy, covers_addresses_and_leaves_their_first_letter_and_domain) {
  expect_masked({{"john@example.com", "j•••@example.com"},
                 {"write to john.doe+shop@mail.example.co.uk, please",
                  "write to j•••@mail.example.co.uk, please"},
                 {"<a@b.ro>", "<a•••@b.ro>"},
                 {"JOHN@EXAMPLE.COM.", "J•••@EXAMPLE.COM."},
                 {"ștefan@exemplu.ro", "ș•••@exemplu.ro"},
                 {"mailto:x@bücher.example", "mailto:x•••@bücher.example"},
                 {"one@example.com,two@example.com", "o•••@example.com,t•••@example.com"},
                 {"https://shop.example/?email=ana@example.com&x=1",
                  "https://shop.example/?email=a•••@example.com&x=1"}});
}

TEST(TextPrivacy, leaves_what_only_has_an_at_sign) {
  expect_kept({"meet @john at 5", "3 apples @ 2 lei", "admin@localhost", "@angular/core@17.0.1",
               "what@?", "a@b", "user@1.2.3.4", "@@@"});
}

TEST(TextPrivacy, covers_card_numbers_in_any_grouping) {
  expect_masked({{"4111111111111111", "•••• 1111"},
                 {"4111 1111 1111 1111", "•••• 1111"},
                 {"4111-1111-1111-1111", "•••• 1111"},
                 {"4111.1111.1111.1111", "•••• 1111"},
                 {"4111\u00A01111\u00A01111\u00A01111", "•••• 1111"},
                 {"4111–1111–1111–1111", "•••• 1111"},
                 {"4111  1111  1111  1111", "•••• 1111"},
                 {"amex 3782 822463 10005 ok", "amex •••• 0005 ok"},
                 {"5555555555554444, exp 12/28", "•••• 4444, exp 12/28"},
                 {"card 4111 1111 1111 1111 12/28 123", "card •••• 1111 12/28 123"},
                 {"2223 0031 2200 3222", "•••• 3222"},
                 {"６０１１ ０００９ ９０１３ ９４２４", "•••• 9424"},
                 {"٤١١١ ١١١١ ١١١١ ١١١١", "•••• 1111"},
                 {"card4111111111111111", "card•••• 1111"}});
}

TEST(TextPrivacy, leaves_long_numbers_that_are_no_cards) {
  expect_kept({"4111 1111 1111 1112",        // the check digit
               "1234567890123452",           // no network
               "order 403-1234567-1234567",  // a marketplace
               "ISBN 978-3-16-148410-0", "1732406400000", "9400 1000 0000 0000 0000 00",
               "00000000000000000000", "f47ac10b-58cc-4372-a567-0e02b2c3d479"});
}

TEST(TextPrivacy, covers_account_numbers_by_their_check) {
  expect_masked({{"RO49AAAA1B31007593840000", "RO•••• 0000"},
                 {"ro49 aaaa 1b31 0075 9384 0000", "ro•••• 0000"},
                 {"IBAN: DE89 3704 0044 0532 0130 00, thanks", "IBAN: DE•••• 3000, thanks"},
                 {"GB82-WEST-1234-5698-7654-32", "GB•••• 5432"},
                 {"MT84MALT011000012345MTLCAST001S today", "MT•••• 001s today"},
                 {"RO49AAAA1B31007593840000 please", "RO•••• 0000 please"}});
  expect_kept({"RO48AAAA1B31007593840000", "MK12 wheels are broken again and nobody helps",
               "RX10 camera with 24 lenses", "AB12CD34EF56"});
}

TEST(TextPrivacy, covers_phone_numbers_of_many_countries) {
  expect_masked({{"+40722123456", "+•••• 456"},
                 {"+40 722 123 456", "+•••• 456"},
                 {"+1 (555) 123-4567", "+•••• 567"},
                 {"(+40) 722-123-456", "+•••• 456"},
                 {"+40.722.123.456", "+•••• 456"},
                 {"0040 722 123 456", "•••• 456"},
                 {"0722123456", "•••• 456"},
                 {"0722.123.456", "•••• 456"},
                 {"tel:0722/123456!", "tel:•••• 456!"},
                 {"(021) 123 45 67", "•••• 567"},
                 {"01 23 45 67 89", "•••• 789"},
                 {"020 7946 0958 thanks", "•••• 958 thanks"},
                 {"(555) 123-4567", "•••• 567"},
                 {"555-123-4567", "•••• 567"},
                 {"1-800-555-1234", "•••• 234"},
                 {"my order is late, 0722123456", "my order is late, •••• 456"},
                 {"call me about the order at 0722 123 456", "call me about the order at •••• 456"},
                 {"0722 123 456 - 2 people", "•••• 456 - 2 people"},
                 {"0722 123 456 23.11.2026", "•••• 456 23.11.2026"},
                 {"0722123456,0733123456", "•••• 456,•••• 456"},
                 {"00 40 722 123 456", "•••• 456"},
                 {"📞0722123456", "📞•••• 456"},
                 {"+٤٠٧٢٢١٢٣٤٥٦", "+•••• 456"}});
}

TEST(TextPrivacy, takes_any_seven_digits_for_a_phone_number_where_a_word_says_so) {
  expect_masked({{"call me at 5551234", "call me at •••• 234"},
                 {"my phone number is 512 345 678", "my phone number is •••• 678"},
                 {"Telefon: 721234567", "Telefon: •••• 567"},
                 {"sunați la 31 22 33 44", "sunați la •••• 344"}});
  expect_kept({"call me in 10 minutes", "call extension 12345", "phone order 12345678",
               "the contact form at 192.168.100.200 is broken"});
}

TEST(TextPrivacy, leaves_look_alikes) {
  expect_kept({"order 1234567890",
               "order no. 0012345678",
               "comanda nr. 0012345678",
               "#0722123456",
               "INV-0722123456",
               "factura 0012345678",
               "AWB 0722123456",
               "/orders/0722123456",
               "sku_0722123456",
               "2026-11-23",
               "23.11.2026",
               "01.02.2026",
               "01/02/2026 10:30",
               "01-02-2026",
               "05 12 2026",
               "01022026",
               "2026-11-23T10:00:00+02:00",
               "from 09:30 to 17:30",
               "version 10.0.19045.3693",
               "v0.12.3456789",
               "1.2.3.4567890",
               "1,299.00",
               "1 299 000 lei",
               "+1.299.000 lei",
               "€12.345.678",
               "0,1234567",
               "3.14159265",
               "0722123456 lei",
               "192.168.001.001",
               "2019-2024",
               "500-1000 pieces",
               "10000000",
               "45.123456, 25.654321",
               "C++11 1234567",
               "17:00-0200"});
}

TEST(TextPrivacy, keeps_the_words_around_and_other_scripts) {
  expect_masked({{"Bună, sunt Ștefan: ștefan@exemplu.ro — 0722 123 456!",
                  "Bună, sunt Ștefan: ș•••@exemplu.ro — •••• 456!"},
                 {"私の番号は+819012345678です", "私の番号は+•••• 678です"}});
}

TEST(TextPrivacy, masks_every_text_of_a_notice) {
  const Notice masked = with_privacy(notice(), Wanted::kMasked);
  EXPECT_EQ(masked.visitor, "j•••@example.com");
  EXPECT_EQ(masked.reason, "my card is •••• 1111");
  EXPECT_EQ(masked.last[0].text, "call me at •••• 456");
  EXPECT_EQ(masked.last[1].text, "I shall call •••• 456");
  EXPECT_EQ(masked.items[0].visitor, "Ana, a•••@example.com");
  EXPECT_EQ(masked.items[0].reason, "+•••• 456");
  EXPECT_EQ(masked.link, notice().link);
}

TEST(TextPrivacy, leaves_nothing_of_the_visitor_where_no_text_is_wanted) {
  const Notice none = with_privacy(notice(), Wanted::kNone);
  EXPECT_EQ(none.visitor, "Visitor 3f9a");
  EXPECT_EQ(none.reason, "Asked for a person");
  EXPECT_TRUE(none.last.empty());
  EXPECT_EQ(none.items[0].visitor, "Visitor 77e1");
  EXPECT_EQ(none.items[0].reason, "Complaint");
}

TEST(TextPrivacy, changes_nothing_where_the_full_text_is_wanted) {
  const Notice full = with_privacy(notice(), Wanted::kFull);
  EXPECT_EQ(full.visitor, notice().visitor);
  EXPECT_EQ(full.reason, notice().reason);
  EXPECT_EQ(full.last[0].text, notice().last[0].text);
}

TEST(TextPrivacy, addresses_that_run_into_each_other_uncover_nothing_behind_them) {
  const std::string masked =
      mask_personal_data("Raa@example.com@example.com ; 5555555555554444 ; e@example.com");
  EXPECT_EQ(masked.find("5555555555554444"), std::string::npos) << masked;
  EXPECT_EQ(masked.find("Raa"), std::string::npos) << masked;
}

TEST(TextPrivacy, never_shows_a_card_and_never_breaks_a_text) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  constexpr std::array<std::string_view, 16> kPieces{
      "0722",        "+",    "(",    ")", "-", " ", ".",  "@",
      "example.com", "RO49", "AAAA", "ș", "😀", "1", "\n", "lei"};
  for (int round = 0; round < 2000; ++round) {
    std::string noise[2];
    for (auto& part : noise) {
      for (auto i = random() % 12; i > 0; --i) part += kPieces[random() % kPieces.size()];
    }
    const std::string masked = mask_personal_data(noise[0] + "; 5555555555554444 ;" + noise[1]);
    EXPECT_EQ(masked.find("5555555555554444"), std::string::npos) << masked;
    EXPECT_FALSE(first_invalid_utf8(masked)) << masked;
  }
}

TEST(TextPrivacy, looks_at_a_long_hostile_text_in_no_time) {
  std::string text;
  while (text.size() < 100'000) text += "0 1@2.3 RO49 (+4)-";
  EXPECT_FALSE(mask_personal_data(text).empty());
}

}  // namespace
}  // namespace handoff::testing
