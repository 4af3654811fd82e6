
#include "digits.h"
#include "handoff/time.h"

namespace handoff {
namespace {

/// Reads a text from left to right; the first mismatch makes `ok` false for good.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool ok() const { return ok_; }
  bool at_end() const { return text_.empty(); }

  int digits(std::size_t count, int min, int max) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + digit();
    ok_ = ok_ && value >= min && value <= max;
    return value;
  }

  /// Takes one of the two characters.
  bool take(char one, char other) {
    if (text_.empty() || (text_.front() != one && text_.front() != other)) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take(char one) { return take(one, one); }
  void expect(char one, char other) { ok_ = take(one, other) && ok_; }
  void expect(char one) { expect(one, one); }

  /// The fraction of a second after its point, cut to milliseconds.
  int milliseconds() {
    int value = 0;
    int scale = 100;
    do {
      value += scale * digit();
      scale /= 10;
    } while (ok_ && !text_.empty() && is_digit(text_.front()));
    return value;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  int digit() {
    if (text_.empty() || !is_digit(text_.front())) {
      ok_ = false;
      return 0;
    }
    const int value = text_.front() - '0';
    text_.remove_prefix(1);
    return value;
  }

  std::string_view text_;
  bool ok_ = true;
};

/// `Z`, `+02:00`, `-05:30`.
Minutes scan_offset(Scanner& scan) {
  if (scan.take('Z', 'z')) return Minutes(0);
  const bool negative = scan.take('-');
  if (!negative) scan.expect('+');
  const int hours = scan.digits(2, 0, 23);
  scan.expect(':');
  const Minutes offset(hours * 60 + scan.digits(2, 0, 59));
  return negative ? -offset : offset;
}

/// The wall clock of `at` moved by `offset`, without an offset mark.
std::string wall_clock(Instant at, Seconds offset) {
  const auto local = at + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const Date date(day);
  const std::chrono::hh_mm_ss<Milliseconds> time(local - day);
  std::string out = padded(static_cast<int>(date.year()), 4) + '-' +
                    padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
                    padded(static_cast<int>(static_cast<unsigned>(date.day())), 2) + 'T' +
                    padded(static_cast<int>(time.hours().count()), 2) + ':' +
                    padded(static_cast<int>(time.minutes().count()), 2) + ':' +
                    padded(static_cast<int>(time.seconds().count()), 2);
  const int milliseconds = static_cast<int>(time.subseconds().count());
  return milliseconds == 0 ? out : out + '.' + padded(milliseconds, 3);
}

}  // namespace

std::optional<Instant> parse_rfc3339(std::string_view text) {
  Scanner scan(text);
  const std::chrono::year year(scan.digits(4, 0, 9999));
  scan.expect('-');
  const std::chrono::month month(static_cast<unsigned>(scan.digits(2, 1, 12)));
  scan.expect('-');
  const std::chrono::day day(static_cast<unsigned>(scan.digits(2, 1, 31)));
  scan.expect('T', 't');
  const int hour = scan.digits(2, 0, 23);
  scan.expect(':');
  const int minute = scan.digits(2, 0, 59);
  scan.expect(':');
  const int second = scan.digits(2, 0, 60);
  const int fraction = scan.take('.') ? scan.milliseconds() : 0;
  const Minutes offset = scan_offset(scan);
  const Date date(year, month, day);
  if (!scan.ok() || !scan.at_end() || !date.ok()) return std::nullopt;
  const int whole_seconds = (hour * 60 + minute) * 60 + second;
  return Instant(std::chrono::sys_days(date)) + Seconds(whole_seconds) + Milliseconds(fraction) -
         offset;
}

std::string format_utc(Instant at) { return wall_clock(at, Seconds(0)) + "Z"; }

std::string format_in_zone(const ZoneTable& zone, Instant at) {
  // RFC 3339 has no seconds in offsets (local mean times have): the instant stays exact, the wall
  // clock is rounded.
  const Minutes offset = std::chrono::floor<Minutes>(zone.offset_at(at));
  const int minutes = static_cast<int>(offset.count());
  const int size = minutes < 0 ? -minutes : minutes;
  return wall_clock(at, offset) + (minutes < 0 ? '-' : '+') + padded(size / 60 % 100, 2) + ':' +
         padded(size % 60, 2);
}

}  // namespace handoff
