#pragma once

#include <openssl/bn.h>
#include <openssl/core.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

/// What OpenSSL hands out, given back by itself.
namespace handoff::openssl {

template <auto kFree>
struct OpensslFree {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};

using BigNumber = std::unique_ptr<BIGNUM, OpensslFree<BN_clear_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, OpensslFree<EVP_CIPHER_CTX_free>>;
using CurveGroup = std::unique_ptr<EC_GROUP, OpensslFree<EC_GROUP_free>>;
using CurvePoint = std::unique_ptr<EC_POINT, OpensslFree<EC_POINT_free>>;
using Derivation = std::unique_ptr<EVP_KDF, OpensslFree<EVP_KDF_free>>;
using DerivationRun = std::unique_ptr<EVP_KDF_CTX, OpensslFree<EVP_KDF_CTX_free>>;
using DigestRun = std::unique_ptr<EVP_MD_CTX, OpensslFree<EVP_MD_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, OpensslFree<EVP_PKEY_free>>;
using KeyRun = std::unique_ptr<EVP_PKEY_CTX, OpensslFree<EVP_PKEY_CTX_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, OpensslFree<OSSL_PARAM_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, OpensslFree<OSSL_PARAM_BLD_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, OpensslFree<ECDSA_SIG_free>>;

/// For steps that fail only when memory or the library do.
inline void must_work(bool worked, const char* step) {
  if (!worked) throw std::runtime_error(std::string("OpenSSL does not ") + step);
}

inline const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

inline unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace handoff::openssl
