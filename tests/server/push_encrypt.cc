// What we encrypt, for a decryption that others wrote (tests/web/push-encryption.test.ts): a line
// of JSON in,
// {"p256dh", "auth", "text"?}, the message's body as base64url out. Without a text it is the
// example notice.
#include <iostream>

#include "handoff/json.h"
#include "notify/base64url.h"
#include "notify/push_payload.h"
#include "notify/web_push_crypto.h"
#include "support/example_notice.h"

namespace handoff {
namespace {

std::string encrypted(const std::string& line) {
  const Json asked = parse_json(line).value();
  const auto keys =
      PushKeys::parse(asked["p256dh"].get<std::string>(), asked["auth"].get<std::string>());
  const std::string text = asked.contains("text") ? asked["text"].get<std::string>()
                                                  : push_payload(testing::example_notice());
  return to_base64url(encrypt_push(keys.value(), text).value());
}

}  // namespace
}  // namespace handoff

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << handoff::encrypted(line) << "\n";
  }
}
