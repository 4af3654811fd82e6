#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handoff {

/// Somebody on WhatsApp: a phone number, or the id that WhatsApp gives a user for one business (a
/// user with a name of their own need not show a number).
class WhatsappRecipient {
 public:
  /// `+40700000000`, or the same without the plus as reports write it; `US.13491208655302741918`.
  /// nullopt for anything else.
  static std::optional<WhatsappRecipient> parse(std::string_view text);

  /// One spelling for each: `+40700000000`, `US.1349…`. To compare and to store.
  const std::string& key() const { return key_; }
  bool is_phone() const { return key_[0] == '+'; }

  friend bool operator==(const WhatsappRecipient&, const WhatsappRecipient&) = default;

 private:
  explicit WhatsappRecipient(std::string key) : key_(std::move(key)) {}

  std::string key_;
};

}  // namespace handoff
