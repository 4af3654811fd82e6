#include "support/tls_identity.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <cstdio>
#include <stdexcept>

namespace handoff::testing {
namespace {

constexpr long kHour = 3600;

struct Deleter {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter>;
using Certificate = std::unique_ptr<X509, Deleter>;

void add_extension(X509* certificate, int id, const std::string& value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value.c_str());
  if (!extension) throw std::runtime_error("not an extension: " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

long next_serial() {
  static std::atomic<long> last{0};
  return ++last;
}

/// Each with a name of its own: authorities that are called alike are taken for one.
Certificate make_certificate(EVP_PKEY* key, const std::string& name, long valid_for) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  const long serial = next_serial();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * kHour);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_for);
  const std::string numbered = name + " " + std::to_string(serial);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(numbered.c_str()), -1, -1, 0);
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
  X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
  if (X509_sign(certificate, key, EVP_sha256()) == 0) throw std::runtime_error("no signature");
}

void write_pem(const std::string& path, X509* certificate) {
  std::FILE* file = std::fopen(path.c_str(), "w");
  if (!file || PEM_write_X509(file, certificate) != 1)
    throw std::runtime_error("cannot write " + path);
  std::fclose(file);
}

void write_key(const std::string& path, EVP_PKEY* key) {
  std::FILE* file = std::fopen(path.c_str(), "w");
  if (!file || PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
    throw std::runtime_error("cannot write " + path);
  std::fclose(file);
}

SSL_CTX* make_context(X509* certificate, EVP_PKEY* key, int newest_tls) {
  SSL_CTX* context = SSL_CTX_new(TLS_server_method());
  if (newest_tls != 0) {
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, newest_tls);
  }
  if (SSL_CTX_use_certificate(context, certificate) != 1 ||
      SSL_CTX_use_PrivateKey(context, key) != 1) {
    throw std::runtime_error("certificate and key do not fit");
  }
  return context;
}

}  // namespace

TlsIdentity::TlsIdentity(const TlsIdentityOptions& options) {
  const Key ca_key(EVP_EC_gen("P-256"));
  const Certificate ca = make_certificate(ca_key.get(), "Authority of a test", kHour);
  add_extension(ca.get(), NID_basic_constraints, "critical,CA:TRUE");
  sign(ca.get(), ca.get(), ca_key.get());
  write_pem(ca_file(), ca.get());

  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate =
      make_certificate(key.get(), "Server of a test", options.valid_for_seconds);
  add_extension(certificate.get(), NID_subject_alt_name, options.name);
  sign(certificate.get(), ca.get(), ca_key.get());
  write_pem(certificate_file(), certificate.get());
  write_key(key_file(), key.get());
  context_ = make_context(certificate.get(), key.get(), options.newest_tls);
}

TlsIdentity::~TlsIdentity() { SSL_CTX_free(context_); }

}  // namespace handoff::testing
