#include "notify/web_push_crypto.h"

#include <gtest/gtest.h>

#include "notify/base64url.h"

namespace handoff::testing {
namespace {

// RFC 8291, appendix A.
constexpr std::string_view kPoint =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr std::string_view kSecret = "BTBZMqHH6r4Tts7J_aSIgg";
constexpr std::string_view kOurScalar = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
constexpr std::string_view kSalt = "DGv6ra1nlYgDCS1FRnbzlw";
constexpr std::string_view kText = "When I grow up, I want to be a watermelon";
constexpr std::string_view kBody =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6T"
    "lzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4"
    "a-fN";

PushKeys example_keys() { return PushKeys::parse(kPoint, kSecret).value(); }

PushOnce example_once() {
  return {P256Key::from_scalar(*from_base64url(kOurScalar)).value(), *from_base64url(kSalt)};
}

TEST(WebPushCrypto, derives_the_secrets_of_the_standards_example) {
  const PushSecrets secrets = push_secrets(example_keys(), example_once());
  EXPECT_EQ(to_base64url(secrets.input_key), "S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg");
  EXPECT_EQ(to_base64url(secrets.content_key), "oIhVW04MRdy2XN9CiKLxTg");
  EXPECT_EQ(to_base64url(secrets.nonce), "4h_95klXJ5E_qnoN");
}

TEST(WebPushCrypto, writes_the_body_of_the_standards_example) {
  EXPECT_EQ(to_base64url(*encrypt_push(example_keys(), kText, example_once())), kBody);
}

TEST(WebPushCrypto, uses_a_new_key_and_salt_for_each_message) {
  const std::string one = encrypt_push(example_keys(), kText).value();
  const std::string two = encrypt_push(example_keys(), kText).value();
  EXPECT_NE(one.substr(0, 16), two.substr(0, 16));
  EXPECT_NE(one.substr(21, 65), two.substr(21, 65));
}

TEST(WebPushCrypto, fills_one_record_and_not_more) {
  const auto full = encrypt_push(example_keys(), std::string(3993, 'x'));
  ASSERT_TRUE(full.ok());
  EXPECT_EQ(full->size(), 4096U);
  const auto over = encrypt_push(example_keys(), std::string(3994, 'x'));
  ASSERT_FALSE(over.ok());
  EXPECT_EQ(over.error().message, "has 3994 bytes; at most 3993 are accepted");
}

TEST(WebPushCrypto, takes_an_empty_text) {
  EXPECT_EQ(encrypt_push(example_keys(), "")->size(), 86U + 1 + 16);
}

std::vector<std::string> wrong_fields(std::string_view point, std::string_view secret) {
  const auto keys = PushKeys::parse(point, secret);
  std::vector<std::string> paths;
  if (keys.ok()) return paths;
  for (const auto& field : keys.error().fields) paths.push_back(field.path);
  return paths;
}

TEST(PushKeys, are_refused_when_a_length_is_wrong) {
  const std::vector<std::string> both{"keys.p256dh", "keys.auth"};
  EXPECT_EQ(wrong_fields("", ""), both);
  EXPECT_EQ(wrong_fields(kPoint.substr(0, 86), kSecret.substr(0, 20)), both);
  EXPECT_EQ(wrong_fields(std::string(kPoint) + "A", std::string(kSecret) + "AAAA"), both);
}

TEST(PushKeys, are_refused_in_another_alphabet_or_with_padding) {
  EXPECT_EQ(wrong_fields(kPoint, std::string(kSecret) + "=="),
            std::vector<std::string>{"keys.auth"});
  std::string standard(kPoint);
  for (char& c : standard) c = c == '-' ? '+' : c == '_' ? '/' : c;
  EXPECT_EQ(wrong_fields(standard, kSecret), std::vector<std::string>{"keys.p256dh"});
}

TEST(PushKeys, are_refused_when_the_point_is_not_on_the_curve) {
  std::string point = from_base64url(kPoint).value();
  point.back() = static_cast<char>(point.back() ^ 1);
  EXPECT_EQ(wrong_fields(to_base64url(point), kSecret), std::vector<std::string>{"keys.p256dh"});
  EXPECT_EQ(wrong_fields(to_base64url(std::string(65, '\0')), kSecret),
            std::vector<std::string>{"keys.p256dh"});
  EXPECT_EQ(wrong_fields(to_base64url('\x04' + std::string(64, '\xFF')), kSecret),
            std::vector<std::string>{"keys.p256dh"});
}

TEST(PushKeys, are_refused_when_the_point_is_compressed_or_hybrid) {
  std::string point = from_base64url(kPoint).value();
  const char parity = static_cast<char>(point.back() & 1);
  point[0] = static_cast<char>(6 + parity);
  EXPECT_FALSE(is_p256_point(point));
  point[0] = static_cast<char>(2 + parity);
  EXPECT_FALSE(is_p256_point(point.substr(0, 33)));
  EXPECT_FALSE(is_p256_point(std::string(1, '\0')));
}

TEST(P256Key, comes_back_from_its_scalar) {
  for (int i = 0; i < 20; ++i) {
    const P256Key key = P256Key::generate();
    EXPECT_EQ(key.scalar().size(), 32U);
    EXPECT_EQ(P256Key::from_scalar(key.scalar())->point(), key.point());
  }
}

TEST(P256Key, is_refused_outside_of_the_curves_order) {
  EXPECT_FALSE(P256Key::from_scalar(std::string(32, '\0')));
  EXPECT_FALSE(P256Key::from_scalar(std::string(32, '\xFF')));
  EXPECT_FALSE(P256Key::from_scalar(std::string(31, '\x01')));
  EXPECT_TRUE(P256Key::from_scalar(std::string(31, '\0') + '\x01'));
}

TEST(P256Key, agrees_with_the_other_side_on_a_secret) {
  const P256Key one = P256Key::generate();
  const P256Key two = P256Key::generate();
  EXPECT_EQ(one.shared_secret(two.point()), two.shared_secret(one.point()));
}

}  // namespace
}  // namespace handoff::testing
