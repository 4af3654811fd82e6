#include "notify/mime.h"

#include <algorithm>
#include <array>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestLine = 76;
constexpr std::string_view kWordBegin = "=?UTF-8?Q?";
constexpr std::string_view kWordEnd = "?=";
constexpr std::string_view kFold = "\r\n ";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string escaped(char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'=', kHex[byte >> 4], kHex[byte & 15]};
}

/// One byte of `line`; `first`: it comes to stand first on its line, where servers and mailboxes
/// read some things as theirs.
std::string printable(std::string_view line, std::size_t at, bool first) {
  const char c = line[at];
  const bool last = at + 1 == line.size();
  const bool misread = first && (c == '.' || line.substr(at, 5) == "From ");
  if ((c == ' ' || c == '\t') && !last) return {c};
  return c > ' ' && c < 0x7F && c != '=' && !misread ? std::string{c} : escaped(c);
}

void append_line(std::string& out, std::string_view line) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::string piece = printable(line, at, length == 0);
    if (length + piece.size() >= kLongestLine) {
      out += "=\r\n";
      length = 0;
      piece = printable(line, at, true);
    }
    out += piece;
    length += piece.size();
  }
}

/// What every reader of encoded words takes, in names too (RFC 2047, 5 (3)).
std::string word_piece(std::string_view character) {
  if (character == " ") return "_";
  std::string out;
  for (const char c : character) out += is_letter_or_digit(c) ? std::string{c} : escaped(c);
  return out;
}

bool needs_no_encoding(std::string_view text, std::size_t column) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; }) &&
         text.find("=?") == std::string_view::npos && column + text.size() <= kLongestLine;
}

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  for (;;) {
    const auto end = std::min(text.find('\n'), text.size());
    append_line(out, text.substr(0, end));
    if (end == text.size()) return out;
    out += "\r\n";
    text.remove_prefix(end + 1);
  }
}

std::string encoded_words(std::string_view text, std::size_t column) {
  if (needs_no_encoding(text, column)) return std::string(text);
  std::string out(kWordBegin);
  std::size_t length = column + kWordBegin.size();
  while (!text.empty()) {
    const std::string_view character = first_code_points(text, 1);
    const std::string piece = word_piece(character);
    if (length + piece.size() + kWordEnd.size() > kLongestLine) {
      out.append(kWordEnd).append(kFold).append(kWordBegin);
      length = 1 + kWordBegin.size();
    }
    out += piece;
    length += piece.size();
    text.remove_prefix(character.size());
  }
  return out.append(kWordEnd);
}

std::string mail_date(Instant at) {
  using std::chrono::floor;
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = floor<std::chrono::days>(at);
  const Date date(day);
  const std::chrono::hh_mm_ss time(floor<Seconds>(at - day));
  const auto part = [](auto value) { return two_digits(static_cast<unsigned>(value.count())); };
  return std::string(kDays[std::chrono::weekday(day).c_encoding()]) + ", " +
         two_digits(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]) + " " +
         std::to_string(static_cast<int>(date.year())) + " " + part(time.hours()) + ":" +
         part(time.minutes()) + ":" + part(time.seconds()) + " +0000";
}

std::string id_atom(std::string_view id) {
  std::string out;
  for (const char c : id) {
    out += is_letter_or_digit(c) || c == '-' || c == '_' ? std::string{c} : escaped(c);
  }
  return out;
}

}  // namespace handoff
