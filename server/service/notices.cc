#include "service/notices.h"

#include <algorithm>

#include "handoff/conversation_json.h"
#include "handoff/messages.h"
#include "notify/reason_words.h"
#include "notify/text_privacy.h"
#include "service/announcer.h"
#include "store/deliveries.h"

namespace handoff {
namespace {

constexpr std::size_t kLastMessages = 3;

const Message* message_at(const std::vector<Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    if (event.seq == seq) return std::get_if<Message>(&event.payload);
  }
  return nullptr;
}

std::vector<Notice::Line> last_lines(const std::vector<Event>& events) {
  std::vector<Notice::Line> out;
  for (auto event = events.rbegin(); event != events.rend() && out.size() < kLastMessages;
       ++event) {
    if (const auto* message = std::get_if<Message>(&event->payload))
      out.push_back({event->author, message->text});
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string due_of(const Site& site, const Conversation& conversation) {
  const Promise* promise = conversation.promise();
  if (!promise || !std::holds_alternative<CallbackPromised>(conversation.state)) return "";
  return day_and_time(site.zone, promise->due_at, site.settings.site.locale);
}

Json body_of(const std::string& type, const Conversation& conversation, const Event& event) {
  return {{"type", type},
          {"timestamp", format_utc(event.at)},
          {"conversation", conversation_json(conversation, Audience::kAgent)},
          {"event", event_json(event, Audience::kAgent)}};
}

/// What stands in no log.
Json promise_event(const std::string& type, const Conversation& conversation, const Event& event) {
  return {{"seq", event.seq},
          {"type", type},
          {"at", format_utc(event.at)},
          {"author", to_string(Author::kSystem)},
          {"handoff_id", conversation.handoff() ? Json(conversation.handoff()->id) : Json(nullptr)},
          {"due_at", conversation.promise() ? Json(format_utc(conversation.promise()->due_at))
                                            : Json(nullptr)}};
}

/// What a visitor gave or wrote is left out; the notice beside it holds as much as may be said.
void leave_out_the_visitor(Json& body) {
  for (const char* key : {"contact", "page", "rating"}) {
    if (body["conversation"].contains(key)) body["conversation"][key] = nullptr;
  }
  body["conversation"]["attributes"] = Json::object();
  Json& handoff = body["conversation"]["handoff"];
  if (handoff.is_object()) handoff.erase("note");
  body["event"].erase("note");
}

Json notice_json(const Notice& notice) {
  Json last = Json::array();
  for (const auto& line : notice.last)
    last.push_back({{"author", to_string(line.author)}, {"text", line.text}});
  return {{"visitor", notice.visitor},
          {"reason", notice.reason},
          {"link", notice.link},
          {"due", notice.due.empty() ? Json(nullptr) : Json(notice.due)},
          {"last", last}};
}

}  // namespace

std::string public_address(const Site& site, const std::string& fallback) {
  return site.settings.site.url.empty() ? fallback : site.settings.site.url;
}

Notice conversation_notice(const Site& site, Notice::Kind kind, const Conversation& conversation,
                           const std::vector<Event>& events, const std::string& id,
                           const std::string& base) {
  const std::string& locale = site.settings.site.locale;
  Notice notice{.kind = kind,
                .id = id,
                .site_name = site.settings.site.name,
                .locale = locale,
                .conversation_id = conversation.id,
                .link = base + "/c/" + conversation.id,
                .visitor = visitor_label(conversation),
                .due = due_of(site, conversation),
                .last = last_lines(events),
                .at = conversation.updated_at};
  if (const Handoff* handoff = conversation.handoff()) {
    notice.reason_name = std::string(to_string(handoff->reason));
    notice.at = handoff->requested_at;
    const Message* message = message_at(events, handoff->message_seq);
    notice.reason = message ? message->text : reason_words(notice.reason_name, locale);
  }
  return with_privacy(std::move(notice), site.settings.privacy.notification_text);
}

Notice digest_notice(const Site& site, Notice::Kind kind, const std::vector<Notice>& notices,
                     const std::string& id, const std::string& base, Instant now) {
  Notice out{.kind = kind,
             .id = id,
             .site_name = site.settings.site.name,
             .locale = site.settings.site.locale,
             .link = base + "/",
             .at = now};
  for (const auto& notice : notices) {
    out.items.push_back({.visitor = notice.visitor,
                         .reason = notice.reason,
                         .link = notice.link,
                         .due = notice.due,
                         .reason_name = notice.reason_name});
  }
  return out;
}

Notice test_notice(const Site& site, const std::string& id, const std::string& base, Instant now) {
  return {.kind = Notice::Kind::kTest,
          .id = id,
          .site_name = site.settings.site.name,
          .locale = site.settings.site.locale,
          .link = base + "/",
          .at = now};
}

std::string subscription_body(const std::string& type, const Conversation& conversation,
                              const Event& event) {
  Json body = body_of(type, conversation, event);
  if (type == store::kPromiseDue || type == store::kPromiseBroken)
    body["event"] = promise_event(type, conversation, event);
  return dump_json(body);
}

std::string team_back_body(Instant at, const std::vector<store::PromiseRow>& promises) {
  Json callbacks = Json::array();
  for (const auto& promise : promises) {
    callbacks.push_back(
        {{"conversation", promise.conversation_id}, {"due_at", format_utc(promise.due_at)}});
  }
  return dump_json({{"type", store::kTeamBack},
                    {"timestamp", format_utc(at)},
                    {"conversation", nullptr},
                    {"event",
                     {{"type", store::kTeamBack},
                      {"at", format_utc(at)},
                      {"author", to_string(Author::kSystem)},
                      {"callbacks", callbacks}}}});
}

std::string alert_body(const Site& site, const Conversation& conversation, const Event& event,
                       const Notice& notice) {
  Json body = body_of(store::kAlert, conversation, event);
  if (site.settings.privacy.notification_text != PrivacySettings::NotificationText::kFull)
    leave_out_the_visitor(body);
  body["notice"] = notice_json(notice);
  return dump_json(body);
}

std::string test_body(const Notice& notice) {
  return dump_json({{"type", "notification.test"},
                    {"timestamp", format_utc(notice.at)},
                    {"conversation", nullptr},
                    {"event", nullptr}});
}

}  // namespace handoff
