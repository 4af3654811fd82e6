#include "notify/whatsapp_message.h"

#include "handoff/json.h"
#include "notify/clean_text.h"
#include "notify/notice_items.h"
#include "notify/notice_words.h"

namespace handoff {
namespace {

using Kind = Notice::Kind;

// A template's whole body has at most 1,024 characters, and a parameter no line breaks, tabs or
// more than four spaces in a row.
constexpr std::size_t kWhoMax = 100;
constexpr std::size_t kWhyMax = 400;
constexpr char kHand[] = "🙋 ";
constexpr std::size_t kIdBytes = 512;
constexpr std::size_t kLinkMax = 500;

/// The two things there is room for.
struct Message {
  std::string who;
  std::string why;
};

std::string joined(const std::string& a, std::string_view between, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + std::string(between) + b;
}

/// A promise's state and term before the reason.
std::string why_of(const Notice& notice, const NoticeWords& words) {
  std::string promise;
  if (notice.kind == Kind::kPromiseDue) promise = words.promise_due;
  if (notice.kind == Kind::kPromiseBroken) promise = words.promise_broken;
  return joined(joined(promise, ". ", promised_by(notice.due, words)), ": ",
                one_line(notice.reason, kWhyMax));
}

Message message_of(const Notice& notice, const NoticeWords& words) {
  const std::string count = std::to_string(notice.items.size());
  switch (notice.kind) {
    case Kind::kTest:
      return {one_line(notice.site_name, kWhoMax),
              with_value(words.test, one_line(notice.site_name, kWhoMax))};
    case Kind::kDigest:
      return {with_value(words.waiting, count), items_text(notice, words, "; ")};
    case Kind::kTeamBack:
      return {with_value(words.team_back, count), items_text(notice, words, "; ")};
    default:
      return {one_line(notice.visitor, kWhoMax), why_of(notice, words)};
  }
}

/// An empty parameter is refused.
Message filled(Message message, const NoticeWords& words) {
  message.why = one_line(message.why, kWhyMax);
  if (message.who.empty()) message.who = words.somebody;
  if (message.why.empty()) message.why = words.no_reason;
  return message;
}

/// What stands behind `…/c/` of the button: there must be something.
std::string button_suffix(const Notice& notice) {
  if (!notice.conversation_id.empty()) return notice.conversation_id;
  for (const auto& item : notice.items) {
    const auto slash = item.link.rfind("/c/");
    if (slash != std::string::npos) return item.link.substr(slash + 3);
  }
  return "inbox";
}

Json parameter(std::string text) { return {{"type", "text"}, {"text", std::move(text)}}; }

Json envelope(const Notice& notice, const WhatsappRecipient& to) {
  return {{"messaging_product", "whatsapp"},
          {"recipient_type", "individual"},
          {to.is_phone() ? "to" : "recipient", to.key()},
          {"biz_opaque_callback_data", notice.id.substr(0, kIdBytes)}};
}

std::string_view without_scheme(std::string_view link) {
  const auto scheme = link.find("://");
  return scheme == std::string_view::npos ? link : link.substr(scheme + 3);
}

}  // namespace

std::string whatsapp_template(const Notice& notice, const WhatsappRecipient& to,
                              const std::string& name, const std::string& language) {
  const NoticeWords& words = notice_words(language);
  Message message = filled(message_of(notice, words), words);
  Json out = envelope(notice, to);
  out["type"] = "template";
  out["template"] = {
      {"name", name},
      {"language", {{"code", language}}},
      {"components",
       Json::array({{{"type", "body"},
                     {"parameters", Json::array({parameter(std::move(message.who)),
                                                 parameter(std::move(message.why))})}},
                    {{"type", "button"},
                     {"sub_type", "url"},
                     {"index", "0"},
                     {"parameters", Json::array({parameter(button_suffix(notice))})}}})}};
  return dump_json(out);
}

std::string whatsapp_text(const Notice& notice, const WhatsappRecipient& to) {
  const NoticeWords& words = notice_words(notice.locale);
  const Message message = filled(message_of(notice, words), words);
  std::string body = kHand + std::string(words.handoff_request);
  body.append("\n\n").append(words.from).append(": ").append(message.who);
  body.append("\n").append(words.reason).append(": ").append(message.why);
  if (!notice.link.empty()) {
    body.append("\n").append(words.view).append(": ");
    body.append(one_line(without_scheme(notice.link), kLinkMax));
  }
  Json out = envelope(notice, to);
  out["type"] = "text";
  out["text"] = {{"preview_url", false}, {"body", body}};
  return dump_json(out);
}

}  // namespace handoff
