#include "notify/characters.h"

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// REQUIRES: `bytes` is one sequence, well-formed or a single byte.
char32_t value_of(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() == 1) return lead < 0x80 ? lead : kReplacement;
  char32_t value = lead & (0x7Fu >> bytes.size());
  for (const char tail : bytes.substr(1)) value = (value << 6) | (tail & 0x3F);
  return value;
}

}  // namespace

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  while (!text.empty()) {
    const std::string_view bytes = first_code_points(text, 1);
    out.push_back({bytes, value_of(bytes)});
    text.remove_prefix(bytes.size());
  }
  return out;
}

}  // namespace handoff
