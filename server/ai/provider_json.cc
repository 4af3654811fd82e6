#include "ai/provider_json.h"

#include <cmath>
#include <cstdlib>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string with_well_formed_utf8(std::string_view text) {
  std::string out;
  while (const auto bad = first_invalid_utf8(text)) {
    out.append(text.substr(0, *bad)).append(kReplacement);
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

/// The code of `\uXXXX` at the beginning of `text`; nullopt when that does not stand there.
std::optional<unsigned> escaped_code(std::string_view text) {
  if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
  unsigned code = 0;
  for (const char c : text.substr(2, 4)) {
    const bool digit = c >= '0' && c <= '9';
    const char letter = static_cast<char>(c | 0x20);
    if (!digit && (letter < 'a' || letter > 'f')) return std::nullopt;
    code = code * 16 + static_cast<unsigned>(digit ? c - '0' : letter - 'a' + 10);
  }
  return code;
}

/// How many bytes of `text`, which begins with a backslash, belong together; `half` is set when
/// they are half of a pair.
std::size_t escape_length(std::string_view text, bool& half) {
  const auto code = escaped_code(text);
  half = false;
  if (!code || *code < 0xD800 || *code > 0xDFFF) return std::min<std::size_t>(2, text.size());
  const auto low = escaped_code(text.substr(6));
  if (*code < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF) return 12;
  half = true;
  return 6;
}

std::string with_whole_pairs(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      out += text[at++];
      continue;
    }
    bool half = false;
    const std::size_t length = escape_length(text.substr(at), half);
    out.append(half ? kReplacement : text.substr(at, length));
    at += length;
  }
  return out;
}

}  // namespace

std::optional<Json> provider_json(std::string_view text) {
  auto read = parse_json(text);
  if (!read) read = parse_json(with_whole_pairs(with_well_formed_utf8(text)));
  if (!read || !read->is_structured()) return std::nullopt;
  return std::move(*read);
}

const Json& member(const Json& value, const char* key) {
  static const Json kNothing;
  if (!value.is_object()) return kNothing;
  const auto found = value.find(key);
  return found == value.end() ? kNothing : *found;
}

std::string text_of(const Json& value) {
  if (const auto* text = value.get_ptr<const std::string*>()) return *text;
  return value.is_number_integer() ? dump_json(value) : std::string();
}

std::optional<double> number_of(const Json& value) {
  double number = 0;
  if (value.is_number()) {
    number = value.get<double>();
  } else if (const auto* text = value.get_ptr<const std::string*>()) {
    char* end = nullptr;
    number = std::strtod(text->c_str(), &end);
    if (text->empty() || *end != '\0') return std::nullopt;
  } else {
    return std::nullopt;
  }
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

}  // namespace handoff
