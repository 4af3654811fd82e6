#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Who calls our WhatsApp hook: Meta, or somebody who says so. Pure; comparisons in constant time.
namespace handoff {

/// The query of the handshake, `GET …?hub.mode=…&hub.verify_token=…&hub.challenge=…`, decoded.
struct WhatsappHandshake {
  std::string mode;
  std::string verify_token;
  std::string challenge;
};

/// What to answer as text/plain, with 200; nullopt: 403. Without a `verify_token` of ours nothing
/// is answered.
std::optional<std::string> answer_handshake(const WhatsappHandshake& said,
                                            std::string_view verify_token);

/// Whether the header `X-Hub-Signature-256` (`sha256=` and 64 small hexadecimal digits) is that of
/// these very bytes; false: 403. Without an `app_secret` nothing is believed.
bool is_signed_by_meta(std::string_view raw_body, std::string_view signature,
                       std::string_view app_secret);

}  // namespace handoff
