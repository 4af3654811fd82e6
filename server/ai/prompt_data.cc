#include "ai/prompt_data.h"

#include <algorithm>
#include <iterator>
#include <random>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Range {
  char32_t first;
  char32_t last;
};

/// Nothing is to be seen of these (Unicode: Default_Ignorable_Code_Point, and the controls), except
/// for the joiners that some scripts and emoji need to look right, and a model does not.
constexpr Range kInvisible[] = {
    {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},       {0xAD, 0xAD},       {0x34F, 0x34F},
    {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

bool is_invisible(char32_t c) {
  return std::any_of(std::begin(kInvisible), std::end(kInvisible),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

/// REQUIRES: one well-formed sequence.
char32_t code_of(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence[0]);
  char32_t code = sequence.size() == 1 ? lead : lead & (0x7Fu >> sequence.size());
  for (const char c : sequence.substr(1))
    code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
  return code;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `rest` stands behind a `<`: a tag of HTML, of a template (`<|`, also with the wide bar), or one
/// of ours.
bool opens_tag(std::string_view rest) {
  if (rest.empty()) return true;
  const char c = rest.front();
  return is_letter(c) || (c & 0x80) != 0 ||
         std::string_view("/|!?<").find(c) != std::string_view::npos;
}

/// `rest` stands behind a `[`: `INST]`, `/INST]`, `TOOL_CALLS]`.
bool opens_mark(std::string_view rest) {
  if (rest.starts_with('/')) rest.remove_prefix(1);
  const auto end = rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  return end != 0 && end != std::string_view::npos && rest[end] == ']';
}

std::string hexadecimal(int digits) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::random_device random;
  std::string out;
  for (int i = 0; i < digits; ++i) out += kDigits[random() % kDigits.size()];
  return out;
}

}  // namespace

PromptSecrets new_secrets() { return {hexadecimal(12), hexadecimal(20)}; }

std::string as_data(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t count = 0; !text.empty() && count < most;) {
    const std::string_view next = first_code_points(text, 1);
    text.remove_prefix(next.size());
    if (first_invalid_utf8(next)) {
      out += kReplacement;
    } else if (is_invisible(code_of(next))) {
      continue;
    } else if (next == "<" && opens_tag(text)) {
      out += "‹";
    } else if (next == "[" && opens_mark(text)) {
      out += "(";
    } else {
      out += next;
    }
    ++count;
  }
  return out;
}

std::string as_line(std::string_view text, std::size_t most) {
  std::string line = as_data(text, most);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '"'; }, ' ');
  return line;
}

std::string enclosed(std::string_view name, const PromptSecrets& secrets, const std::string& data) {
  const std::string tag = std::string(name) + "-" + secrets.tag;
  return "<" + tag + ">\n" + data + "\n</" + tag + ">";
}

}  // namespace handoff
