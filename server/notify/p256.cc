#include "notify/p256.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/obj_mac.h>

#include "notify/openssl_handles.h"

namespace handoff {
namespace {

using openssl::bytes_of;
using openssl::must_work;

constexpr char kCurve[] = "P-256";

/// Null when the curve does not take them.
openssl::Key key_from(std::string_view point, const BIGNUM* scalar) {
  const openssl::ParameterBuilder builder(OSSL_PARAM_BLD_new());
  must_work(builder &&
                OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, kCurve,
                                                0) == 1 &&
                OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                                 point.data(), point.size()) == 1,
            "describe a key");
  if (scalar) {
    must_work(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar) == 1,
              "describe a key");
  }
  const openssl::Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const openssl::KeyRun run(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  must_work(parameters && run && EVP_PKEY_fromdata_init(run.get()) == 1, "start to read a key");
  EVP_PKEY* key = nullptr;
  EVP_PKEY_fromdata(run.get(), &key, scalar ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                    parameters.get());
  if (!key) ERR_clear_error();  // others on this thread ask for errors, too
  return openssl::Key(key);
}

openssl::Key public_key(std::string_view point) {
  if (point.size() != kP256PointBytes || point[0] != POINT_CONVERSION_UNCOMPRESSED) return nullptr;
  return key_from(point, nullptr);
}

/// The public half; empty when `scalar` is not in [1, order).
std::string point_of(const BIGNUM* scalar) {
  const openssl::CurveGroup group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
  must_work(group != nullptr, "know the curve");
  if (BN_is_zero(scalar) || BN_cmp(scalar, EC_GROUP_get0_order(group.get())) >= 0) return {};
  const openssl::CurvePoint point(EC_POINT_new(group.get()));
  std::string bytes(kP256PointBytes, '\0');
  must_work(point &&
                EC_POINT_mul(group.get(), point.get(), scalar, nullptr, nullptr, nullptr) == 1 &&
                EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                                   bytes_of(bytes), bytes.size(), nullptr) == bytes.size(),
            "multiply on the curve");
  return bytes;
}

std::string padded(const BIGNUM* number) {
  std::string bytes(kP256ScalarBytes, '\0');
  must_work(BN_bn2binpad(number, bytes_of(bytes), kP256ScalarBytes) == kP256ScalarBytes,
            "write a number");
  return bytes;
}

}  // namespace

bool is_p256_point(std::string_view point) { return public_key(point) != nullptr; }

P256Key::P256Key(std::shared_ptr<EVP_PKEY> key)
    : key_(std::move(key)), point_(kP256PointBytes, '\0') {
  std::size_t size = 0;
  must_work(EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes_of(point_),
                                            point_.size(), &size) == 1 &&
                size == kP256PointBytes,
            "write a point");
}

P256Key P256Key::generate() {
  openssl::Key key(EVP_EC_gen(kCurve));
  must_work(key != nullptr, "make a key");
  return P256Key(std::move(key));
}

std::optional<P256Key> P256Key::from_scalar(std::string_view scalar) {
  if (scalar.size() != kP256ScalarBytes) return std::nullopt;
  const openssl::BigNumber number(BN_bin2bn(bytes_of(scalar), kP256ScalarBytes, nullptr));
  must_work(number != nullptr, "read a number");
  const std::string point = point_of(number.get());
  if (point.empty()) return std::nullopt;
  openssl::Key key = key_from(point, number.get());
  must_work(key != nullptr, "take a key");
  return P256Key(std::move(key));
}

std::string P256Key::scalar() const {
  BIGNUM* number = nullptr;
  must_work(EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1,
            "write a key");
  return padded(openssl::BigNumber(number).get());
}

std::string P256Key::shared_secret(std::string_view other_point) const {
  const openssl::Key other = public_key(other_point);
  const openssl::KeyRun run(EVP_PKEY_CTX_new_from_pkey(nullptr, key_.get(), nullptr));
  std::string secret(kP256ScalarBytes, '\0');
  std::size_t size = secret.size();
  must_work(other && run && EVP_PKEY_derive_init(run.get()) == 1 &&
                EVP_PKEY_derive_set_peer(run.get(), other.get()) == 1 &&
                EVP_PKEY_derive(run.get(), bytes_of(secret), &size) == 1 && size == secret.size(),
            "agree on a secret");
  return secret;
}

std::string P256Key::sign(std::string_view message) const {
  const openssl::DigestRun run(EVP_MD_CTX_new());
  std::string der(128, '\0');
  std::size_t size = der.size();
  must_work(
      run &&
          EVP_DigestSignInit_ex(run.get(), nullptr, "SHA256", nullptr, nullptr, key_.get(),
                                nullptr) == 1 &&
          EVP_DigestSign(run.get(), bytes_of(der), &size, bytes_of(message), message.size()) == 1,
      "sign");
  const unsigned char* at = bytes_of(std::string_view(der));
  const openssl::Signature pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
  must_work(pair != nullptr, "read its own signature");
  return padded(ECDSA_SIG_get0_r(pair.get())) + padded(ECDSA_SIG_get0_s(pair.get()));
}

}  // namespace handoff
