#include "notify/vapid.h"

#include <gtest/gtest.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "handoff/json.h"
#include "notify/base64url.h"

namespace handoff::testing {
namespace {

constexpr char kOrigin[] = "https://push.example";
constexpr char kSubject[] = "mailto:ops@acme.example";
const Instant kNow = parse_rfc3339("2026-11-28T10:00:00Z").value();

struct Jwt {
  std::string signed_part;
  Json header;
  Json claims;
  std::string signature;
};

Jwt taken_apart(const std::string& token) {
  const auto dot = token.find('.');
  const auto second = token.find('.', dot + 1);
  const auto json = [](const std::string& part) {
    return parse_json(from_base64url(part).value()).value();
  };
  return {token.substr(0, second), json(token.substr(0, dot)),
          json(token.substr(dot + 1, second - dot - 1)),
          from_base64url(token.substr(second + 1)).value()};
}

/// The key that a push service would make from `k=`, by DER and not by our own code.
EVP_PKEY* key_from(const std::string& point) {
  // SubjectPublicKeyInfo of a P-256 key; the point follows.
  std::string der(
      "\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07"
      "\x03\x42\x00",
      26);
  der += point;
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size()));
}

std::string der_of(const std::string& raw) {
  ECDSA_SIG* pair = ECDSA_SIG_new();
  const auto* at = reinterpret_cast<const unsigned char*>(raw.data());
  ECDSA_SIG_set0(pair, BN_bin2bn(at, 32, nullptr), BN_bin2bn(at + 32, 32, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair, &der);
  std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  ECDSA_SIG_free(pair);
  return out;
}

bool openssl_verifies(const std::string& point, const std::string& text, const std::string& raw) {
  EVP_PKEY* key = key_from(point);
  EVP_MD_CTX* run = EVP_MD_CTX_new();
  const std::string der = der_of(raw);
  const bool holds =
      key && EVP_DigestVerifyInit(run, nullptr, EVP_sha256(), nullptr, key) == 1 &&
      EVP_DigestVerify(run, reinterpret_cast<const unsigned char*>(der.data()), der.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
  EVP_MD_CTX_free(run);
  EVP_PKEY_free(key);
  return holds;
}

TEST(VapidKey, signs_tokens_that_openssl_verifies) {
  const VapidKey key = VapidKey::generate();
  const std::string point = from_base64url(key.public_key()).value();
  // Often enough that some r or s begins with a zero byte.
  for (int i = 0; i < 600; ++i) {
    const Jwt jwt = taken_apart(key.token(kOrigin, kSubject, kNow + Seconds(i)));
    ASSERT_EQ(jwt.signature.size(), 64U);
    ASSERT_TRUE(openssl_verifies(point, jwt.signed_part, jwt.signature));
    ASSERT_FALSE(openssl_verifies(point, jwt.signed_part + "x", jwt.signature));
  }
}

TEST(VapidKey, says_for_whom_until_when_and_who_to_write_to) {
  const Jwt jwt = taken_apart(VapidKey::generate().token(kOrigin, kSubject, kNow));
  EXPECT_EQ(dump_json(jwt.header), R"({"typ":"JWT","alg":"ES256"})");
  EXPECT_EQ(dump_json(jwt.claims),
            R"({"aud":"https://push.example","exp":1795860000,"sub":"mailto:ops@acme.example"})");
}

TEST(VapidKey, comes_back_from_its_text) {
  const VapidKey key = VapidKey::generate();
  EXPECT_EQ(key.text().size(), 43U);
  EXPECT_EQ(key.public_key().size(), 87U);
  EXPECT_EQ(VapidKey::parse(key.text())->public_key(), key.public_key());
}

TEST(VapidKey, does_not_repeat_a_text_that_is_none) {
  EXPECT_FALSE(VapidKey::parse("").ok());
  for (const std::string text : {"not a key", "AAAA", "tooshortbutsecret"}) {
    const auto key = VapidKey::parse(text);
    ASSERT_FALSE(key.ok());
    EXPECT_EQ(key.error().message.find(text), std::string::npos);
  }
}

std::string token_in(const std::string& authorization) {
  return authorization.substr(8, authorization.find(", k=") - 8);
}

Instant expiry_in(const std::string& authorization) {
  const Json claims = taken_apart(token_in(authorization)).claims;
  return Instant(Seconds(claims["exp"].get<std::int64_t>()));
}

TEST(Vapid, names_the_key_beside_the_token) {
  Vapid vapid(VapidKey::generate());
  const std::string value = vapid.authorization(kOrigin, kSubject, kNow);
  EXPECT_EQ(value.substr(0, 8), "vapid t=");
  EXPECT_EQ(value.substr(value.find(", k=") + 4), vapid.key().public_key());
  EXPECT_EQ(expiry_in(value), kNow + std::chrono::hours(12));
}

TEST(Vapid, keeps_a_token_until_its_last_hour) {
  Vapid vapid(VapidKey::generate());
  const std::string first = vapid.authorization(kOrigin, kSubject, kNow);
  EXPECT_EQ(vapid.authorization(kOrigin, kSubject, kNow + std::chrono::hours(11)), first);
  const auto later = kNow + std::chrono::hours(11) + Seconds(1);
  EXPECT_EQ(expiry_in(vapid.authorization(kOrigin, kSubject, later)),
            later + std::chrono::hours(12));
}

TEST(Vapid, has_a_token_for_each_origin_and_subject) {
  Vapid vapid(VapidKey::generate());
  const std::string one = vapid.authorization(kOrigin, kSubject, kNow);
  EXPECT_NE(vapid.authorization("https://other.example", kSubject, kNow), one);
  EXPECT_NE(vapid.authorization(kOrigin, "https://acme.example", kNow), one);
  EXPECT_EQ(vapid.authorization(kOrigin, kSubject, kNow), one);
}

TEST(Vapid, makes_a_new_token_when_the_clock_was_set_back) {
  Vapid vapid(VapidKey::generate());
  vapid.authorization(kOrigin, kSubject, kNow);
  const auto before = kNow - std::chrono::hours(30);
  EXPECT_EQ(expiry_in(vapid.authorization(kOrigin, kSubject, before)),
            before + std::chrono::hours(12));
}

}  // namespace
}  // namespace handoff::testing
