#include "notify/whatsapp_hook.h"

#include <gtest/gtest.h>

namespace handoff::testing {
namespace {

constexpr char kToken[] = "our verify token";

// HMAC-SHA256 of the body with this secret, by openssl dgst -sha256 -hmac.
constexpr char kSecret[] = "app secret";
constexpr char kBody[] = R"({"object": "whatsapp_business_account",  "entry": []})";
constexpr char kSignature[] =
    "sha256=8a961dd3dcc2d33d8fea731fc30a1f728d430af1e191734d2934ba07ba238035";

TEST(WhatsappHandshake, is_answered_with_the_challenge) {
  EXPECT_EQ(answer_handshake({"subscribe", kToken, "1158201444"}, kToken), "1158201444");
}

TEST(WhatsappHandshake, is_refused_with_another_token_or_mode) {
  EXPECT_FALSE(answer_handshake({"subscribe", "our verify tokem", "1"}, kToken));
  EXPECT_FALSE(answer_handshake({"subscribe", "", "1"}, kToken));
  EXPECT_FALSE(answer_handshake({"subscribe", "our verify token ", "1"}, kToken));
  EXPECT_FALSE(answer_handshake({"unsubscribe", kToken, "1"}, kToken));
  EXPECT_FALSE(answer_handshake({"", kToken, "1"}, kToken));
}

TEST(WhatsappHandshake, is_refused_while_we_have_no_token) {
  EXPECT_FALSE(answer_handshake({"subscribe", "", "1"}, ""));
}

TEST(WhatsappHandshake, sends_nothing_back_that_a_browser_could_take_for_a_page) {
  EXPECT_FALSE(answer_handshake({"subscribe", kToken, "<script>"}, kToken));
  EXPECT_FALSE(answer_handshake({"subscribe", kToken, ""}, kToken));
  EXPECT_FALSE(answer_handshake({"subscribe", kToken, std::string(257, '1')}, kToken));
}

TEST(WhatsappSignature, holds_for_the_very_bytes) {
  EXPECT_TRUE(is_signed_by_meta(kBody, kSignature, kSecret));
}

TEST(WhatsappSignature, does_not_hold_after_any_change_of_one_byte) {
  const std::string body = kBody;
  for (std::size_t i = 0; i < body.size(); ++i) {
    std::string changed = body;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    ASSERT_FALSE(is_signed_by_meta(changed, kSignature, kSecret)) << i;
  }
  // The same JSON, written otherwise.
  EXPECT_FALSE(is_signed_by_meta(R"({"object":"whatsapp_business_account","entry":[]})", kSignature,
                                 kSecret));
  EXPECT_FALSE(is_signed_by_meta(body + "\n", kSignature, kSecret));
}

TEST(WhatsappSignature, does_not_hold_in_another_form) {
  const std::string right = kSignature;
  std::string large = right;
  for (char& c : large) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  std::string sha1 = right;
  sha1.replace(0, 7, "sha1=");
  for (const std::string& wrong :
       {std::string(), std::string("sha256="), right.substr(7), right.substr(0, 70), right + "0",
        sha1, "sha256=" + large.substr(7), " " + right, right + " "}) {
    EXPECT_FALSE(is_signed_by_meta(kBody, wrong, kSecret)) << wrong;
  }
}

TEST(WhatsappSignature, does_not_hold_while_we_have_no_secret) {
  EXPECT_FALSE(is_signed_by_meta(kBody, kSignature, ""));
  // That of an empty secret, which anybody can make.
  EXPECT_FALSE(is_signed_by_meta(
      "", "sha256=b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad", ""));
}

TEST(WhatsappSignature, covers_zeros_and_bytes_that_are_no_text) {
  EXPECT_FALSE(is_signed_by_meta(std::string(kBody) + std::string(1, '\0'), kSignature, kSecret));
  EXPECT_FALSE(is_signed_by_meta("\xFF\xFE", kSignature, kSecret));
}

}  // namespace
}  // namespace handoff::testing
