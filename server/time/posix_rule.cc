#include "time/posix_rule.h"

namespace handoff {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Reads a rule from left to right; the first mismatch makes `ok` false for good.
class RuleScanner {
 public:
  explicit RuleScanner(std::string_view text) : text_(text) {}

  bool ok() const { return ok_; }
  bool at_end() const { return text_.empty(); }

  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  void expect(char c) { ok_ = take(c) && ok_; }

  int number(int min, int max) {
    int value = 0;
    std::size_t digits = 0;
    while (!text_.empty() && is_digit(text_.front()) && digits < 4) {
      value = value * 10 + (text_.front() - '0');
      text_.remove_prefix(1);
      ++digits;
    }
    ok_ = ok_ && digits > 0 && value >= min && value <= max;
    return value;
  }

  /// `EET` or `<+0330>`.
  void name() {
    if (take('<')) {
      const auto close = text_.find('>');
      ok_ = ok_ && close != std::string_view::npos;
      text_.remove_prefix(ok_ ? close + 1 : text_.size());
      return;
    }
    std::size_t letters = 0;
    while (letters < text_.size() && is_letter(text_[letters])) ++letters;
    ok_ = ok_ && letters >= 3;
    text_.remove_prefix(letters);
  }

  /// `[+-]h[:mm[:ss]]`.
  Seconds time(int most_hours) {
    const bool negative = take('-');
    if (!negative) take('+');
    Seconds out = std::chrono::hours(number(0, most_hours));
    if (take(':')) out += Minutes(number(0, 59));
    if (take(':')) out += Seconds(number(0, 59));
    return negative ? -out : out;
  }

  /// Whether an offset can start here.
  bool sees_time() const {
    return !text_.empty() &&
           (is_digit(text_.front()) || text_.front() == '+' || text_.front() == '-');
  }

 private:
  std::string_view text_;
  bool ok_ = true;
};

PosixChange scan_change(RuleScanner& scan) {
  PosixChange out;
  scan.expect(',');
  if (scan.take('M')) {
    out.month = scan.number(1, 12);
    scan.expect('.');
    out.week = scan.number(1, 5);
    scan.expect('.');
    out.weekday = scan.number(0, 6);
  } else if (scan.take('J')) {
    out.kind = PosixChange::Kind::kDayWithoutLeap;
    out.day = scan.number(1, 365);
  } else {
    out.kind = PosixChange::Kind::kDayOfYear;
    out.day = scan.number(0, 365);
  }
  if (scan.take('/')) out.time = scan.time(167);
  return out;
}

std::chrono::local_days weekday_in(const PosixChange& change, std::chrono::year year) {
  const std::chrono::month month(static_cast<unsigned>(change.month));
  const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
  if (change.week == 5) return std::chrono::local_days(year / month / weekday[std::chrono::last]);
  return std::chrono::local_days(year / month / weekday[static_cast<unsigned>(change.week)]);
}

}  // namespace

std::optional<PosixRule> parse_posix_rule(std::string_view text) {
  RuleScanner scan(text);
  PosixRule out;
  scan.name();
  out.offset = -scan.time(24);  // POSIX counts westwards
  if (scan.ok() && !scan.at_end()) {
    PosixRule::Summer summer;
    scan.name();
    summer.offset = scan.sees_time() ? -scan.time(24) : out.offset + std::chrono::hours(1);
    summer.begin = scan_change(scan);
    summer.end = scan_change(scan);
    out.summer = summer;
  }
  if (!scan.ok() || !scan.at_end()) return std::nullopt;
  return out;
}

std::chrono::local_seconds change_in(const PosixChange& change, std::chrono::year year) {
  using std::chrono::days;
  if (change.kind == PosixChange::Kind::kWeekday) return weekday_in(change, year) + change.time;
  const std::chrono::local_days new_year(year / 1 / 1);
  const bool without_leap = change.kind == PosixChange::Kind::kDayWithoutLeap;
  const int leap_day = without_leap && year.is_leap() && change.day >= 60 ? 1 : 0;
  return new_year + days(change.day - (without_leap ? 1 : 0) + leap_day) + change.time;
}

}  // namespace handoff
