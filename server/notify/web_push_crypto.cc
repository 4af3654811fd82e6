#include "notify/web_push_crypto.h"

#include <openssl/core_names.h>
#include <openssl/rand.h>

#include <array>

#include "notify/openssl_handles.h"

namespace handoff {
namespace {

using openssl::bytes_of;
using openssl::must_work;

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kTagBytes = 16;
constexpr std::string_view kRecordSize("\0\0\x10\0", 4);  // 4,096, big-endian
constexpr char kLastRecord = '\x02';

OSSL_PARAM octets(const char* name, std::string_view bytes) {
  return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.data()), bytes.size());
}

/// HKDF with SHA-256, extract and expand (RFC 5869).
std::string hkdf(std::string_view salt, std::string_view key, std::string_view info,
                 std::size_t size) {
  static const openssl::Derivation kHkdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
  must_work(kHkdf != nullptr, "know HKDF");
  const openssl::DerivationRun run(EVP_KDF_CTX_new(kHkdf.get()));
  std::string digest = "SHA256";
  const std::array<OSSL_PARAM, 5> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
      octets(OSSL_KDF_PARAM_SALT, salt), octets(OSSL_KDF_PARAM_KEY, key),
      octets(OSSL_KDF_PARAM_INFO, info), OSSL_PARAM_construct_end()};
  std::string out(size, '\0');
  must_work(run && EVP_KDF_derive(run.get(), bytes_of(out), size, parameters.data()) == 1,
            "derive a key");
  return out;
}

/// A label with the NUL behind it.
template <std::size_t kSize>
constexpr std::string_view info(const char (&label)[kSize]) {
  return {label, kSize};
}

/// AES-128-GCM; the tag stands behind the text.
std::string seal(const PushSecrets& secrets, std::string_view text) {
  const openssl::Cipher cipher(EVP_CIPHER_CTX_new());
  std::string out(text.size() + kTagBytes, '\0');
  int size = 0;
  int rest = 0;
  must_work(cipher &&
                EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr,
                                   bytes_of(std::string_view(secrets.content_key)),
                                   bytes_of(std::string_view(secrets.nonce))) == 1 &&
                EVP_EncryptUpdate(cipher.get(), bytes_of(out), &size, bytes_of(text),
                                  static_cast<int>(text.size())) == 1 &&
                EVP_EncryptFinal_ex(cipher.get(), bytes_of(out) + size, &rest) == 1 &&
                EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes,
                                    bytes_of(out) + text.size()) == 1,
            "encrypt");
  return out;
}

}  // namespace

PushOnce PushOnce::fresh() {
  std::string salt(kSaltBytes, '\0');
  must_work(RAND_bytes(bytes_of(salt), kSaltBytes) == 1, "give random bytes");
  return {P256Key::generate(), std::move(salt)};
}

PushSecrets push_secrets(const PushKeys& browser, const PushOnce& once) {
  const std::string shared = once.key.shared_secret(browser.point());
  const std::string both = std::string(info("WebPush: info")) + browser.point() + once.key.point();
  PushSecrets out;
  out.input_key = hkdf(browser.secret(), shared, both, 32);
  out.content_key = hkdf(once.salt, out.input_key, info("Content-Encoding: aes128gcm"), 16);
  out.nonce = hkdf(once.salt, out.input_key, info("Content-Encoding: nonce"), 12);
  return out;
}

Result<std::string> encrypt_push(const PushKeys& browser, std::string_view plaintext,
                                 const PushOnce& once) {
  if (plaintext.size() > kPushPlaintextBytes) {
    return invalid("payload", "has " + std::to_string(plaintext.size()) + " bytes; at most " +
                                  std::to_string(kPushPlaintextBytes) + " are accepted");
  }
  const std::string& point = once.key.point();
  std::string body = once.salt;
  body.append(kRecordSize).append(1, static_cast<char>(point.size())).append(point);
  return body + seal(push_secrets(browser, once), std::string(plaintext) + kLastRecord);
}

}  // namespace handoff
