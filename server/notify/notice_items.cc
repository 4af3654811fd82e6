#include "notify/notice_items.h"

#include <algorithm>

#include "notify/clean_text.h"

namespace handoff {
namespace {

constexpr std::size_t kShown = 3;
constexpr std::size_t kVisitorMax = 60;
constexpr std::size_t kReasonMax = 80;
constexpr std::size_t kDueMax = 60;

std::string joined(const std::string& a, std::string_view between, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + std::string(between) + b;
}

std::string item_text(const Notice::Item& item) {
  const std::string due = one_line(item.due, kDueMax);
  const std::string what =
      joined(one_line(item.visitor, kVisitorMax), ": ", one_line(item.reason, kReasonMax));
  return joined(what, " ", due.empty() ? due : "(" + due + ")");
}

}  // namespace

std::vector<std::string> item_lines(const Notice& notice, const NoticeWords& words,
                                    std::size_t most) {
  std::vector<std::string> out;
  const std::size_t shown = std::min(notice.items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    std::string line = item_text(notice.items[i]);
    if (!line.empty()) out.push_back(std::move(line));
  }
  if (shown < notice.items.size())
    out.push_back(with_value(words.more, std::to_string(notice.items.size() - shown)));
  return out;
}

std::string items_text(const Notice& notice, const NoticeWords& words, std::string_view between) {
  std::string out;
  for (const auto& line : item_lines(notice, words, kShown)) out = joined(out, between, line);
  return out;
}

std::string promised_by(const std::string& due, const NoticeWords& words) {
  return due.empty() ? std::string() : with_value(words.promised_by, one_line(due, kDueMax));
}

}  // namespace handoff
