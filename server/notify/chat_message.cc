#include "notify/chat_message.h"

#include "notify/clean_text.h"
#include "notify/notice_items.h"
#include "notify/notice_title.h"
#include "notify/notice_words.h"

namespace handoff {
namespace {

using Line = ChatMessage::Line;

constexpr std::size_t kVisitorMax = 80;
constexpr std::size_t kReasonMax = 300;
constexpr std::size_t kMessageMax = 300;
constexpr std::size_t kMostItems = 5;

void add(std::vector<Line>& lines, std::string_view label, std::string text) {
  if (!text.empty()) lines.push_back({std::string(label), std::move(text)});
}

std::vector<Line> lines_of(const Notice& notice, const NoticeWords& words) {
  std::vector<Line> out;
  add(out, words.from, one_line(notice.visitor, kVisitorMax));
  add(out, words.reason, one_line(notice.reason, kReasonMax));
  add(out, "", promised_by(notice.due, words));
  for (auto& item : item_lines(notice, words, kMostItems)) add(out, "", std::move(item));
  return out;
}

std::vector<Line> said_in(const Notice& notice, const NoticeWords& words) {
  std::vector<Line> out;
  for (const auto& line : notice.last) {
    add(out, words.authors[static_cast<std::size_t>(line.author)],
        one_line(line.text, kMessageMax));
  }
  return out;
}

}  // namespace

ChatMessage chat_message(const Notice& notice) {
  const NoticeWords& words = notice_words(notice.locale);
  return {.title = notice_title(notice, words),
          .lines = lines_of(notice, words),
          .said = said_in(notice, words),
          .link = notice.link,
          .open = std::string(words.open)};
}

std::string text_of(const ChatMessage::Line& line) {
  return line.label.empty() ? line.text : line.label + ": " + line.text;
}

}  // namespace handoff
