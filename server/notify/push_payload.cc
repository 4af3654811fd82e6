#include "notify/push_payload.h"

#include "handoff/json.h"
#include "notify/clean_text.h"
#include "notify/notice_items.h"
#include "notify/notice_title.h"
#include "notify/notice_words.h"

namespace handoff {
namespace {

using Kind = Notice::Kind;

constexpr int kDeclarative = 8030;  // the number of RFC 8030
constexpr std::size_t kVisitorMax = 80;
constexpr std::size_t kReasonMax = 200;

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::kHandoff:
      return "handoff";
    case Kind::kDigest:
      return "digest";
    case Kind::kPromiseDue:
      return "promise_due";
    case Kind::kPromiseBroken:
      return "promise_broken";
    case Kind::kTeamBack:
      return "team_back";
    case Kind::kTest:
      return "test";
  }
  return "handoff";
}

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string body_of(const Notice& notice, const NoticeWords& words) {
  if (!notice.items.empty()) return items_text(notice, words, "\n");
  std::string body;
  add_line(body, one_line(notice.visitor, kVisitorMax));
  add_line(body, one_line(notice.reason, kReasonMax));
  add_line(body, promised_by(notice.due, words));
  return body;
}

/// What our service worker needs beside what every browser knows.
Json own_data(const Notice& notice) {
  return {{"id", notice.id},
          {"kind", kind_name(notice.kind)},
          {"conversation",
           notice.conversation_id.empty() ? Json(nullptr) : Json(notice.conversation_id)}};
}

/// Title, link and tag: what no notification does without.
Json core_of(const Notice& notice, const NoticeWords& words) {
  Json out = {{"title", notice_title(notice, words)}};
  if (!notice.link.empty()) out["navigate"] = notice.link;
  out["tag"] = push_tag(notice);
  out["lang"] = words.code;
  out["data"] = own_data(notice);
  return out;
}

std::string message(Json notification, const Notice& notice) {
  Json out = Json::object();
  if (!notice.link.empty()) out["web_push"] = kDeclarative;
  out["notification"] = std::move(notification);
  return dump_json(out);
}

}  // namespace

std::string push_tag(const Notice& notice) {
  return notice.conversation_id.empty() ? std::string(kind_name(notice.kind))
                                        : notice.conversation_id;
}

std::string push_payload(const Notice& notice) {
  const NoticeWords& words = notice_words(notice.locale);
  Json out = core_of(notice, words);
  if (const std::string body = body_of(notice, words); !body.empty()) out["body"] = body;
  // A visitor may write from right to left in the middle of our words.
  out["dir"] = "auto";
  out["timestamp"] = notice.at.time_since_epoch().count();
  // The same conversation again is news again.
  out["renotify"] = true;
  if (!notice.link.empty()) {
    out["actions"] =
        Json::array({{{"action", "open"}, {"title", words.open}, {"navigate", notice.link}}});
  }
  return message(std::move(out), notice);
}

std::string short_push_payload(const Notice& notice) {
  return message(core_of(notice, notice_words(notice.locale)), notice);
}

}  // namespace handoff
