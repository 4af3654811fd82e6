#include "service/event_notice.h"

#include "handoff/messages.h"
#include "notify/event_words.h"
#include "notify/text_privacy.h"
#include "service/announcer.h"
#include "service/notices.h"

namespace handoff {
namespace {

/// Puts into the notice what only this kind of event holds.
class Details {
 public:
  Details(const Site& site, const Event& event, Notice& notice)
      : site_(site), event_(event), notice_(notice) {}

  void operator()(const Message& message) const { said(event_.author, message.text); }
  void operator()(const Note& note) const {
    by(note.agent.name);
    said(Author::kAgent, note.text);
  }
  void operator()(const TakenOver& event) const { by(event.agent.name); }
  void operator()(const Transferred& event) const { by(event.agent.name); }
  void operator()(const ReturnedToAi& event) const {
    if (event.agent) by(event.agent->name);
  }
  void operator()(const ConversationClosed& event) const {
    if (event.by) by(event.by->name);
  }
  void operator()(const CallbackWasPromised& event) const {
    notice_.due = day_and_time(site_.zone, event.due_at, site_.settings.site.locale);
  }
  void operator()(const Rated& event) const {
    by(std::to_string(event.rating.score) + "/5");
    if (!event.rating.text.empty()) said(Author::kVisitor, event.rating.text);
  }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  void by(const std::string& name) const {
    if (!name.empty()) notice_.title += ": " + name;
  }
  void said(Author author, const std::string& text) const { notice_.last = {{author, text}}; }

  const Site& site_;
  const Event& event_;
  Notice& notice_;
};

}  // namespace

Notice event_notice(const Site& site, const Conversation& conversation,
                    const std::vector<Event>& events, const Event& event, const std::string& id,
                    const std::string& base) {
  if (std::holds_alternative<HandoffRequested>(event.payload))
    return conversation_notice(site, Notice::Kind::kHandoff, conversation, events, id, base);
  const std::string& locale = site.settings.site.locale;
  Notice notice{.kind = Notice::Kind::kHandoff,
                .id = id,
                .site_name = site.settings.site.name,
                .locale = locale,
                .conversation_id = conversation.id,
                .link = base + "/c/" + conversation.id,
                .visitor = visitor_label(conversation),
                .at = event.at,
                .title = event_words(type_name(event.payload), locale)};
  std::visit(Details(site, event, notice), event.payload);
  return with_privacy(std::move(notice), site.settings.privacy.notification_text);
}

}  // namespace handoff
