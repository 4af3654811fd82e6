#include "notify/whatsapp_recipient.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;  // E.164
constexpr std::size_t kMostIdSigns = 128;
constexpr std::string_view kParent = "ENT.";  // of several linked businesses

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_sign(char c) { return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z'); }

template <class Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

bool are_phone_digits(std::string_view digits) {
  return digits.size() >= kFewestDigits && digits.size() <= kMostDigits && digits[0] != '0' &&
         all(digits, is_digit);
}

/// A country's two letters, a dot, letters and digits.
bool is_user_id(std::string_view text) {
  if (text.size() < 4 || !all(text.substr(0, 2), is_capital) || text[2] != '.') return false;
  text.remove_prefix(3);
  if (text.starts_with(kParent)) text.remove_prefix(kParent.size());
  return !text.empty() && text.size() <= kMostIdSigns && all(text, is_sign);
}

}  // namespace

std::optional<WhatsappRecipient> WhatsappRecipient::parse(std::string_view text) {
  if (is_user_id(text)) return WhatsappRecipient(std::string(text));
  if (text.starts_with('+')) text.remove_prefix(1);
  if (are_phone_digits(text)) return WhatsappRecipient("+" + std::string(text));
  return std::nullopt;
}

}  // namespace handoff
